import type { Context } from '../../../kit/context.ts'
import { decimalText } from '../../../kit/money.ts'
import { outsideId } from '../../customers/contract.ts'
import { keyHolder } from '../../customers/index.ts'
import { awardRows } from '../ledger/awards.ts'
import { NOTHING } from '../ledger/volumes.ts'
import { type PointRules, worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import type { LoyaltyAccount } from '../shapes.ts'
import { sql } from '../tables.ts'
import { tierStateOf } from '../tiers/tier-state.ts'

interface Concerned {
  readonly customerId: string
}

/** What a customer has, what ends when, and where they stand. */
export async function readAccount(ctx: Context, { customerId }: Concerned): Promise<LoyaltyAccount> {
  await keyHolder(ctx, customerId)
  const { rules, currency } = await rulesOf(ctx, 'points')
  const row = await accountOf(ctx, customerId)
  const left = await awardsWith(ctx, customerId)
  const balance = row.balance - endedIn(ctx, left)
  return {
    customerId: outsideId(customerId),
    balance,
    pending: row.pending,
    reserved: row.reserved,
    debt: row.debt,
    worth: decimalText(worthOf(balance, rules), currency),
    currency,
    ending: endings(ctx, left, rules, currency),
    waiting: await waitingOf(ctx, customerId),
    tier: await tierStateOf(ctx, customerId, row, currency),
  }
}

export const accountOf = async (ctx: Context, customerId: string) =>
  (await sql(ctx)
    .selectFrom('loyalty_accounts')
    .select(['balance', 'pending', 'reserved', 'debt', 'tier', 'tier_since', 'grace_until'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()) ?? { ...NOTHING, tier: null, tier_since: null, grace_until: null }

/** Without what has ended and is not entered yet. */
export async function spendableOf(ctx: Context, customerId: string) {
  const [{ balance, debt, tier }, left] = await Promise.all([accountOf(ctx, customerId), awardsWith(ctx, customerId)])
  return { balance: balance - endedIn(ctx, left), debt, tier }
}

const endedIn = (ctx: Context, left: Left): number =>
  left.reduce(
    (points, { remaining, expires_at }) => (expires_at && expires_at <= ctx.now ? points + remaining : points),
    0,
  )

const awardsWith = (ctx: Context, customerId: string) =>
  sql(ctx)
    .selectFrom('loyalty_awards')
    .select(['remaining', 'expires_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('remaining', '>', 0)
    .where('vested_at', 'is not', null)
    .orderBy('expires_at')
    .execute()
type Left = Awaited<ReturnType<typeof awardsWith>>

/** What ends together is one line. */
function endings(ctx: Context, left: Left, rules: PointRules, currency: string): LoyaltyAccount['ending'] {
  const ends = new Map<string, number>()
  for (const { remaining, expires_at } of left) {
    if (expires_at === null || expires_at <= ctx.now) continue
    const day = expires_at.toISOString()
    ends.set(day, (ends.get(day) ?? 0) + remaining)
  }
  return [...ends].map(([at, points]) => ({ at, points, worth: decimalText(worthOf(points, rules), currency) }))
}

async function waitingOf(ctx: Context, customerId: string): Promise<LoyaltyAccount['waiting']> {
  const rows = await awardRows(ctx)
    .where('customer_id', '=', customerId)
    .where('vested_at', 'is', null)
    .where('remaining', '>', 0)
    .orderBy('created_at')
    .execute()
  return rows.map(({ remaining, needs_delivery, needs_sale, needs_proof, vests_at }) => ({
    points: remaining,
    delivery: needs_delivery,
    sale: needs_sale,
    proof: needs_proof,
    until: vests_at?.toISOString() ?? null,
  }))
}
