import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { writeLoyaltyTiers } from '../../customers/index.ts'
import { CustomerLoyaltyTierUpdated } from '../events.ts'
import { sql } from '../tables.ts'

export interface TierChange {
  readonly customerId: string
  readonly from: string | null
  readonly to: string
  readonly spent: number
}

/** The customer, the account, the row that tells why, and the event: all of them together. Customers are locked first. */
export async function changeTiers(
  ctx: Context,
  changes: readonly TierChange[],
  { version, run }: { readonly version: number; readonly run: string | null },
): Promise<void> {
  if (changes.length === 0) return
  const ids = changes.map(({ customerId }) => customerId)
  const tiers = changes.map(({ to }) => to)
  await writeLoyaltyTiers(ctx, ids, tiers)
  await sql(ctx)
    .updateTable('loyalty_accounts as account')
    .from(raw`unnest(${ids}::uuid[], ${tiers}::text[])`.as(raw`changed(id, tier)`) as never) // Kysely knows no columns of unnest().
    .set({ tier: raw<string>`changed.tier`, tier_since: ctx.now, grace_until: null })
    .where('account.tenant_id', '=', ctx.tenant)
    .where('account.customer_id', '=', raw<string>`changed.id`)
    .execute()
  sql.insert(
    ctx,
    'loyalty_tier_changes',
    changes.map(({ customerId, from, to, spent }) => ({
      tenant_id: ctx.tenant,
      id: uuidv7(ctx.now.getTime()),
      customer_id: customerId,
      at: ctx.now,
      from_tier: from,
      to_tier: to,
      spent,
      version,
      run_id: run,
    })),
  )
  for (const change of changes) ctx.emit(CustomerLoyaltyTierUpdated(change))
}

/** When the grace of each ends; null where there is none. */
export async function writeGrace(ctx: Context, ids: readonly string[], until: readonly (Date | null)[]): Promise<void> {
  if (ids.length === 0) return
  await sql(ctx)
    .updateTable('loyalty_accounts as account')
    .from(raw`unnest(${ids}::uuid[], ${until}::timestamptz[])`.as(raw`changed(id, until)`) as never) // Kysely knows no columns of unnest().
    .set({ grace_until: raw<Date>`changed.until` })
    .where('account.tenant_id', '=', ctx.tenant)
    .where('account.customer_id', '=', raw<string>`changed.id`)
    .execute()
}
