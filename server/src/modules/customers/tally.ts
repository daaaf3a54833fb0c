import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { sql } from './tables.ts'

export interface Kind {
  readonly type: string
  readonly status: string
  readonly tier: string
  readonly phone_verified: boolean
}

const KIND = ['type', 'status', 'tier', 'phone_verified'] as const

/** Adds differences: +1 for what a customer becomes, -1 for what it was. Nobody waits for anybody. */
export function tally(ctx: Context, differences: readonly (Kind & { count: number })[]): void {
  const summed = new Map<string, Kind & { count: number }>()
  for (const { type, status, tier, phone_verified, count } of differences) {
    const key = `${type} ${status} ${tier} ${phone_verified}`
    summed.set(key, { type, status, tier, phone_verified, count: (summed.get(key)?.count ?? 0) + count })
  }
  const rows = [...summed.values()].filter(({ count }) => count !== 0)
  sql.insert(
    ctx,
    'customer_tally',
    rows.map((row) => ({ tenant_id: ctx.tenant, id: uuidv7(), ...row })),
  )
}

export function readTally(ctx: Context) {
  return sql(ctx)
    .selectFrom('customer_tally')
    .select([...KIND])
    .select((q) => q.cast<number>(q.fn.sum('count'), 'bigint').as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .groupBy([...KIND])
    .execute()
}

/** Folds the differences into one row per kind. The job and its readers see either all of it or nothing. */
export async function foldTally(ctx: Context): Promise<void> {
  const folded = await sql(ctx)
    .deleteFrom('customer_tally')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', (q) =>
      q
        .selectFrom('customer_tally')
        .select('id')
        .where('tenant_id', '=', ctx.tenant)
        .orderBy('id')
        .limit(50_000)
        .forUpdate()
        .skipLocked(),
    )
    .returning([...KIND, 'count'])
    .execute()
  tally(ctx, folded)
}

/** Counts the customers themselves and sets the tally right. Says what was wrong. */
export async function rebuildTally(ctx: Context): Promise<{ customers: number; corrected: number }> {
  // Creates and changes of this tenant wait for this lock's end only while they commit a difference.
  await raw`lock table customer_tally /* all of tenant_id */ in share row exclusive mode`.execute(sql(ctx))
  const believed = await readTally(ctx)
  const counted = await sql(ctx)
    .selectFrom('customers')
    .select([...KIND])
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .groupBy([...KIND])
    .execute()
  const corrections = [...counted, ...believed.map((row) => ({ ...row, count: -row.count }))]
  const before = new Map<string, number>()
  for (const { type, status, tier, phone_verified, count } of corrections) {
    const key = `${type} ${status} ${tier} ${phone_verified}`
    before.set(key, (before.get(key) ?? 0) + count)
  }
  tally(ctx, corrections)
  return {
    customers: counted.reduce((sum, { count }) => sum + count, 0),
    corrected: [...before.values()].filter((difference) => difference !== 0).length,
  }
}
