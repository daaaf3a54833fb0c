import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { decimalText } from '../../../kit/money.ts'
import { earnedTier, reviewed, SPENDING_MONTHS, type Tier, type TierProgram } from '../rules/tiers.ts'
import { rulesOf } from '../rules/versions.ts'
import type { LoyaltyAccount } from '../shapes.ts'
import { sql } from '../tables.ts'

export interface TierRow {
  readonly tier: string | null
  readonly tier_since: Date | null
  readonly grace_until: Date | null
}

/** Where a customer stands, where the next review would put them, and what is missing. */
export async function tierStateOf(
  ctx: Context,
  customerId: string,
  row: TierRow,
  currency: string,
): Promise<LoyaltyAccount['tier']> {
  const { rules: program } = await rulesOf(ctx, 'tiers')
  const spent = (await spentBy(ctx, [customerId])).get(customerId) ?? 0
  const current = tierOf(program, row.tier)
  const projected = reviewed(program, { tier: row.tier, graceUntil: row.grace_until }, spent, ctx.now)
  const projectedTier = tierOf(program, projected.falls ?? projected.tier)!
  const next = program.tiers.find(({ from }) => from > spent)
  const money = (minor: number) => decimalText(minor, currency)
  return {
    current: named(current),
    since: row.tier_since?.toISOString() ?? null,
    projected: named(projectedTier)!,
    spent: money(spent),
    toReach: next ? { tier: named(next)!, missing: money(next.from - spent) } : null,
    toKeep:
      current && current.from > spent
        ? { missing: money(current.from - spent), until: row.grace_until?.toISOString() ?? null }
        : null,
    earned: named(earnedTier(program, spent))!,
  }
}

export const tierOf = ({ tiers }: TierProgram, key: string | null) => tiers.find((one) => one.key === key) ?? null
const named = (tier: Tier | null) => tier && { key: tier.key, name: tier.name }

/** What each of these spent in the twelve months before, less what was refunded. Who spent nothing is not among them. */
export async function spentBy(
  ctx: Context,
  customerIds: readonly string[],
  since = monthsBefore(ctx.now, SPENDING_MONTHS),
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql(ctx)
    .selectFrom('loyalty_orders')
    .select(['customer_id', raw<number>`sum(counted - counted_refunded)::bigint`.as('spent')])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', raw<string>`any (${customerIds}::uuid[])`)
    .where('at', '>', since)
    .where('counted', 'is not', null)
    .where('awaits_sale', '=', false)
    .where('awaits_proof', '=', false)
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, spent }) => [customer_id, Number(spent)]))
}

/** The same day and time so many months ago; 31 March less a month is the last of February. */
export function monthsBefore(at: Date, months: number): Date {
  const before = new Date(at)
  before.setUTCDate(1)
  before.setUTCMonth(before.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate()
  before.setUTCDate(Math.min(at.getUTCDate(), lastDay))
  return before
}
