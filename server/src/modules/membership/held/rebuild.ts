import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { outsideNumber } from '../../customers/contract.ts'
import { believedTiers, writeTier } from '../../customers/index.ts'
import { tierOf } from '../catalogue/plans.ts'
import { plansOf } from '../catalogue/versions.ts'
import { sql } from '../tables.ts'

interface TierDrift {
  readonly customer: string
  readonly what: 'tier'
  readonly believed: string
  readonly counted: string
}

/** Derives every tier anew from the active plans, sets it right and names what was wrong. */
export async function rebuildTiers(ctx: Context): Promise<{ drifts: readonly TierDrift[] }> {
  // Plans that change meanwhile wait for the end of this.
  await raw`lock table subscriptions /* all of tenant_id */ in share row exclusive mode`.execute(sql(ctx))
  const catalogue = await plansOf(ctx)
  const active = await activeByCustomer(ctx)
  const drifts: TierDrift[] = []
  for (const { id, number, tier } of await believedTiers(ctx, [...active.keys()])) {
    const counted = tierOf(catalogue, active.get(id) ?? [])
    if (counted === tier) continue
    drifts.push({ customer: outsideNumber(number), what: 'tier', believed: tier, counted })
    await writeTier(ctx, id, counted)
  }
  return { drifts }
}

async function activeByCustomer(ctx: Context): Promise<ReadonlyMap<string, string[]>> {
  const rows = await sql(ctx)
    .selectFrom('subscriptions')
    .select(['customer_id', raw<string[]>`array_agg(plan)`.as('plans')])
    .where('tenant_id', '=', ctx.tenant)
    .where('status', '=', 'active')
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, plans }) => [customer_id, plans]))
}
