import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { openPerson, requireRow } from './person.ts'
import { sql } from './tables.ts'

/** The tier by spending, of many at once. The module that decides it keeps why; like the totals it has no version here. */
export async function writeLoyaltyTiers(
  ctx: Context,
  customerIds: readonly string[],
  tiers: readonly (string | null)[],
): Promise<void> {
  await sql(ctx)
    .updateTable('customers')
    .from(raw`unnest(${customerIds}::uuid[], ${tiers}::text[])`.as(raw`changed(id, tier)`) as never) // kysely knows no columns of unnest().
    .set({ loyalty_tier: raw<string>`changed.tier` })
    .where('customers.tenant_id', '=', ctx.tenant)
    .where('customers.id', '=', raw<string>`changed.id`)
    .execute()
}

export async function birthDateOf(ctx: Context, customerId: string): Promise<string | null> {
  return openPerson(ctx, await requireRow(ctx, customerId)).birthDate
}
