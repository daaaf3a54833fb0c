import { type Compilable, sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { partsOf } from '../../../kit/parts.ts'
import { lockCustomers } from '../../customers/index.ts'
import { type Outcome, outcomeOf } from '../rules/of-one.ts'
import type { Program } from '../rules/program.ts'
import { sql } from '../tables.ts'
import { type Cause, type Change, carryOut, type Member } from './carry-out.ts'
import { currentProgram, type Prepared } from './current.ts'
import { deriveKept, type KeptOfOne } from './keep.ts'

/**
 * Decides anew about these customers, in the transaction of what changed them. New rules wait for it, and it for them: no
 * decision by former rules is committed after the new ones began to be applied. Returns for how many it changed.
 */
export async function evaluate(ctx: Context, customerIds: readonly string[], { cause, keeps }: Why): Promise<number> {
  // Sent together; the version is read once the lock is there.
  const [, prepared] = await Promise.all([shareRules(ctx, { name: lockName(ctx) }), currentProgram(ctx)])
  if (!prepared) return 0
  let changed = 0
  for (const ids of partsOf([...new Set(customerIds)].sort(), AT_ONCE)) {
    changed += await evaluateSome(ctx, prepared, ids, { cause, keeps })
  }
  return changed
}
const AT_ONCE = 1_000

interface Why {
  readonly cause: Cause
  readonly keeps: boolean
}

async function evaluateSome(ctx: Context, prepared: Prepared, ids: readonly string[], { cause, keeps }: Why) {
  // The customer before what is kept of them, as everywhere.
  await lockCustomers(ctx, ids)
  const members = await lockMembers(ctx, ids)
  const isNew = await keep(ctx, prepared.program, ids, members, keeps)
  const rows = new Map((await prepared.valuesOf(ctx, ids)).map((row) => [row.id, row]))
  const changes = ids.flatMap((id): Change[] => {
    const was = isNew.has(id) ? null : members.get(id)!
    const row = rows.get(id)
    if (!row) return [{ customerId: id, was, is: null }]
    const is = outcomeOf(prepared.program, row, ctx.now, row.by_hand)
    return was !== null && isSame(was, is) ? [] : [{ customerId: id, was, is }]
  })
  await carryOut(ctx, changes, { cause, version: prepared.program.version })
  return changes.length
}

const isSame = (was: Member, is: Outcome) =>
  was.segment === is.segment && was.tags.join() === is.tags.join() && was.due_at?.getTime() === is.due?.getTime()

const lockName = ({ tenant }: Pick<Context, 'tenant'>) => `segments ${tenant}`
const shareRules = sql.held((db, { name }: { readonly name: string }): Compilable<object> => {
  const lock = raw<object>`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0)) /* tenant_id */`
  // Held statements are compiled, and run by the transaction.
  return { compile: () => lock.compile(db) } as Compilable<object>
})
/** Waits for all that decide by the rules of now, and lets none begin before the end of this transaction. */
export const lockRules = (ctx: Context) =>
  raw`select pg_advisory_xact_lock(hashtextextended(${lockName(ctx)}, 0)) /* tenant_id */`.execute(sql(ctx))

async function lockMembers(ctx: Context, ids: readonly string[]): Promise<Map<string, Member>> {
  const rows = await sql(ctx)
    .selectFrom('segment_members')
    .select(['customer_id', 'segment', 'since', 'tags', 'due_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', ids)
    .orderBy('customer_id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.customer_id, row]))
}

/** Keeps what is derived where it is another, of these customers or of those who are new, and makes the new ones members. Returns who is new. */
async function keep(
  ctx: Context,
  program: Program,
  ids: readonly string[],
  members: Map<string, Member>,
  keeps: boolean,
): Promise<ReadonlySet<string>> {
  const fresh = ids.filter((id) => keeps || !members.has(id))
  if (fresh.length === 0) return new Set()
  const written = await writeKept(ctx, program.definitions.otherwise.key, await deriveKept(ctx, fresh))
  for (const { is_new: _, ...row } of written) members.set(row.customer_id, row)
  return new Set(written.flatMap((row) => (row.is_new ? [row.customer_id] : [])))
}

async function writeKept(ctx: Context, otherwise: string, derived: ReadonlyMap<string, KeptOfOne>) {
  const given = [...derived].map(([id, { kept, tokens, keptUntil }]) => ({ id, kept, tokens, until: keptUntil }))
  const { rows } = await raw<Member & { is_new: boolean }>`
    insert into segment_members as m (tenant_id, customer_id, segment, since, kept, tokens, kept_until)
    select ${ctx.tenant}::uuid, one.id, ${otherwise}, ${ctx.now}, one.kept, array(select decode(token, 'hex') from unnest(one.tokens) token), one.until
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as one(id uuid, kept jsonb, tokens text[], until timestamptz)
     order by one.id
    on conflict (tenant_id, customer_id) do update
      set kept = excluded.kept, tokens = excluded.tokens, kept_until = excluded.kept_until
      where (m.kept, m.tokens, m.kept_until) is distinct from (excluded.kept, excluded.tokens, excluded.kept_until)
    returning customer_id, segment, since, tags, due_at, xmax = 0 as is_new`.execute(sql(ctx))
  return rows
}
