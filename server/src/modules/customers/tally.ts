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
type Difference = Kind & { readonly count: number }

const KIND = ['type', 'status', 'tier', 'phone_verified'] as const

/** Adds differences: +1 for the new kind of a customer, -1 for the old one. Without locks. */
export function tally(ctx: Context, differences: readonly Difference[]): void {
  sql.insert(
    ctx,
    'customer_tally',
    summed(differences).map((row) => ({ tenant_id: ctx.tenant, id: uuidv7(), ...row })),
  )
}

export const readTally = (ctx: Context) => kinds(ctx, { tenant: ctx.tenant })

const kinds = sql.held((db, { tenant }: { readonly tenant: string }) =>
  db
    .selectFrom('customer_tally')
    .select([...KIND])
    .select((q) => q.cast<number>(q.fn.sum('count'), 'bigint').as('count'))
    .where('tenant_id', '=', tenant)
    .groupBy([...KIND]),
)

/** Folds the differences into one row per kind. Readers see either all of it or nothing. */
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

/** Recounts the customers and corrects the tally. Returns the differences. */
export async function rebuildTally(ctx: Context): Promise<{ customers: number; corrected: number }> {
  // Creates and changes of this tenant wait for this lock only while they commit a difference.
  await raw`lock table customer_tally /* all of tenant_id */ in share row exclusive mode`.execute(sql(ctx))
  const { customers, differences } = await compareTally(ctx)
  tally(ctx, differences)
  return { customers, corrected: differences.length }
}

/** The number of customers, and the tally's error by kind. Both from one snapshot if the transaction has one. */
export async function compareTally(ctx: Context) {
  const believed = await readTally(ctx)
  const counted = await sql(ctx)
    .selectFrom('customers')
    .select([...KIND])
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .groupBy([...KIND])
    .execute()
  return {
    customers: counted.reduce((sum, { count }) => sum + count, 0),
    differences: summed([...counted, ...believed.map((row) => ({ ...row, count: -row.count }))]),
  }
}

function summed(differences: readonly Difference[]): Difference[] {
  const sums = new Map<string, Difference>()
  for (const { type, status, tier, phone_verified, count } of differences) {
    const key = `${type} ${status} ${tier} ${phone_verified}`
    sums.set(key, { type, status, tier, phone_verified, count: (sums.get(key)?.count ?? 0) + count })
  }
  return [...sums.values()].filter(({ count }) => count !== 0)
}
