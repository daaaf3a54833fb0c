import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { writeLoyaltyTiers } from '../../customers/index.ts'
import { addAward, type Book, closeBook, enter, openLocked } from '../ledger/book.ts'
import type { Volumes } from '../ledger/volumes.ts'
import { isAbove } from '../rules/tiers.ts'
import { rulesOf } from '../rules/versions.ts'
import { sql } from '../tables.ts'
import { changeTiers } from '../tiers/change.ts'
import { spentBy } from '../tiers/tier-state.ts'

const Ids = z.array(z.string())
const maybeTime = z.string().nullable()
const Standing = z.object({ tier: z.string().nullable(), since: maybeTime, grace: maybeTime })
/** What a merge of points remembers. */
export const Remembered = z.object({
  awards: Ids,
  orders: Ids,
  redemptions: Ids,
  /** What the other one owed. */
  debt: z.int(),
  /** The entry of the survivor; null: the other one never had points. */
  seq: z.int().nullable(),
  /** The survivor’s tier before and after, where the other one’s was higher. */
  tier: z.object({ before: Standing, after: z.string() }).nullable(),
})
export type Remembered = z.output<typeof Remembered>

/** The survivor gets awards, orders and redemptions as they are, and what they add up to as an entry of the ledger. */
export async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  if (!(await hasAccount(ctx, from))) {
    const orders = await moveRows(ctx, 'loyalty_orders', from, into)
    return { awards: [], orders, redemptions: [], debt: 0, seq: null, tier: null }
  }
  const [source, target] = [await openLocked(ctx, from), await openLocked(ctx, into)]
  const had = source.now
  const moved = {
    awards: await moveRows(ctx, 'loyalty_awards', from, into),
    orders: await moveRows(ctx, 'loyalty_orders', from, into),
    redemptions: await moveRows(ctx, 'loyalty_redemptions', from, into),
  }
  for (const award of source.awards) if (award.remaining > 0) addAward(target, award)
  enter(ctx, source, { kind: 'merge', points: -had.balance, change: negative(had), why: { rule: 'merged' } })
  enter(ctx, target, { kind: 'merge', points: had.balance, change: had, why: { rule: 'merged' } })
  // The total of the other one stays, without what ended just now; the module of the customers adds it to the survivor’s.
  await closeBook(ctx, source, { gained: had.balance - source.before.balance, away: true })
  await closeBook(ctx, target, { gained: target.now.balance - target.before.balance - had.balance })
  const tier = await mergeTier(ctx, source, target)
  return { ...moved, debt: had.debt, seq: target.entries, tier }
}

async function hasAccount(ctx: Context, customerId: string): Promise<boolean> {
  const row = await sql(ctx)
    .selectFrom('loyalty_accounts')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row !== undefined
}

const negative = ({ balance, pending, reserved, debt }: Volumes): Volumes => ({
  balance: -balance,
  pending: -pending,
  reserved: -reserved,
  debt: -debt,
})

const IDS = { loyalty_awards: 'id', loyalty_orders: 'order_id', loyalty_redemptions: 'id' } as const

async function moveRows(ctx: Context, table: keyof typeof IDS, from: string, into: string): Promise<string[]> {
  const rows = await sql(ctx)
    .updateTable(table)
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .returning(raw<string>`${raw.ref(IDS[table])}`.as('id'))
    .execute()
  return rows.map(({ id }) => id).sort()
}

/** The higher tier of the two, until the next review. */
async function mergeTier(ctx: Context, source: Book, target: Book): Promise<Remembered['tier']> {
  const { rules: program, version } = await rulesOf(ctx, 'tiers')
  const after = source.account.tier
  const { tier, tier_since, grace_until } = target.account
  if (after === null || !isAbove(program, after, tier)) return null
  const { customerId } = target
  const spent = (await spentBy(ctx, [customerId])).get(customerId) ?? 0
  await changeTiers(ctx, [{ customerId, from: tier, to: after, spent }], { version, run: null })
  const before = { tier, since: tier_since?.toISOString() ?? null, grace: grace_until?.toISOString() ?? null }
  return { before, after }
}

/** Unless a review gave the survivor another tier meanwhile. */
export async function unmergeTier(ctx: Context, target: Book, { tier }: Remembered) {
  if (tier === null || target.account.tier !== tier.after) return {}
  const { before } = tier
  await writeLoyaltyTiers(ctx, [target.customerId], [before.tier])
  const time = (at: string | null) => (at === null ? null : new Date(at))
  return { tier: before.tier, tier_since: time(before.since), grace_until: time(before.grace) }
}
