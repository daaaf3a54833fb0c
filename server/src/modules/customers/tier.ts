import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { customerRows } from './person.ts'
import { TIERS } from './shapes.ts'
import { sql } from './tables.ts'
import { writeCustomer } from './write.ts'

type Tier = (typeof TIERS)[number]

/** The tier by plans, of a customer in any status; returns what it was. The module that decides it tells why. Lock the customer first. */
export async function writeTier(ctx: Context, customerId: string, tier: Tier): Promise<Tier | null> {
  const row = await customerRows(ctx).where('customers.id', '=', customerId).executeTakeFirst()
  if (!row) return null
  if (row.tier !== tier) await writeCustomer(ctx, row, { tier }, null)
  return known(TIERS, row.tier)
}

/** Of those with another tier than free, and of these customers; not of those who were merged into others or erased. */
export function believedTiers(ctx: Context, customerIds: readonly string[]) {
  return sql(ctx)
    .selectFrom('customers')
    .select(['id', 'number', 'tier'])
    .where('tenant_id', '=', ctx.tenant)
    .where('merged_into', 'is', null)
    .where('status', '<>', 'erased')
    .where((q) => q.or([q('tier', '<>', 'free'), q('id', '=', raw<string>`any (${customerIds}::uuid[])`)]))
    .execute()
}
