import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { sql } from '../tables.ts'
import type { Remembered } from './guess.ts'
import { plainName } from './names.ts'
import type { Column } from './plan.ts'
import { POLICIES, Target } from './targets.ts'

const digestOf = (ctx: Context, plain: string) => ctx.keys.digest('import column', plain).subarray(0, 16)

export async function readRemembered(ctx: Context, names: readonly string[]): Promise<Remembered> {
  const plain = new Map(names.map((name) => [digestOf(ctx, plainName(name)).toString('hex'), plainName(name)]))
  const rows = await sql(ctx)
    .selectFrom('import_columns')
    .select(['digest', 'target', 'policy'])
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'digest',
      'in',
      [...plain.keys()].map((digest) => Buffer.from(digest, 'hex')),
    )
    .execute()
  return new Map(
    rows.flatMap(({ digest, target, policy }) => {
      const read = Target.nullable().safeParse(target)
      const name = plain.get(digest.toString('hex'))
      return read.success && name !== undefined
        ? [[name, { target: read.data, policy: known(POLICIES, policy) }] as const]
        : []
    }),
  )
}

/** What an import was run with is what the next one begins with. */
export async function rememberColumns(ctx: Context, columns: readonly Column[]): Promise<void> {
  const named = new Map(columns.map((column) => [plainName(column.name), column]))
  named.delete('')
  if (named.size === 0) return
  const rows = [...named].map(([plain, { target, policy }]) => ({
    tenant_id: ctx.tenant,
    digest: digestOf(ctx, plain),
    target,
    policy,
    used_at: ctx.now,
  }))
  await sql(ctx)
    .insertInto('import_columns')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'digest']).doUpdateSet((q) => ({
        target: q.ref('excluded.target'),
        policy: q.ref('excluded.policy'),
        used_at: ctx.now,
      })),
    )
    .execute()
}
