import { sql as raw } from 'kysely'
import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { oneByOne } from '../../../kit/one-by-one.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { findKeyHolder } from '../../customers/index.ts'
import { awardRows } from '../ledger/awards.ts'
import { closeBook, openLocked } from '../ledger/book.ts'
import { meet } from '../ledger/vest.ts'
import { redemptionRows } from '../redemptions/redemption.ts'
import { release } from '../redemptions/release.ts'
import { sql } from '../tables.ts'

const BATCH = 50
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Asked across tenants: tenants with points that have ended, waits that are over, and reservations that have timed out. */
export const TENANTS_WITH_DUE = `
  select tenant_id from loyalty_awards where remaining > 0 and expires_at <= now()
  union select tenant_id from loyalty_awards
   where remaining > 0 and vested_at is null and vests_at <= now()
     and not needs_delivery and not needs_sale and not needs_proof
  union select tenant_id from loyalty_redemptions where state = 'reserved' and expires_at <= now()`

/** One customer at a time, each in a transaction of its own. */
export async function settleDue(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, 'errand:settle-points')
  await oneByOne(
    (last) => inTenant(db, caller, (ctx) => customersWithDue(ctx, last), { readOnly: true }),
    (customerId) => inTenant(db, caller, (ctx) => settle(ctx, customerId)),
  )
  return false
}

async function customersWithDue(ctx: Context, last: string | null): Promise<string[]> {
  const awards = sql(ctx)
    .selectFrom('loyalty_awards')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '>', last ?? FIRST)
    .where('remaining', '>', 0)
  const rows = await awards
    .where('expires_at', '<=', ctx.now)
    .union(
      awards
        .where('vested_at', 'is', null)
        .where('vests_at', '<=', ctx.now)
        .where('needs_delivery', '=', false)
        .where('needs_sale', '=', false)
        .where('needs_proof', '=', false),
    )
    .union(
      sql(ctx)
        .selectFrom('loyalty_redemptions')
        .select('customer_id')
        .where('tenant_id', '=', ctx.tenant)
        .where('customer_id', '>', last ?? FIRST)
        .where('state', '=', 'reserved')
        .where('expires_at', '<=', ctx.now),
    )
    .orderBy(raw`1`)
    .limit(BATCH)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

async function settle(ctx: Context, customerId: string): Promise<void> {
  // An erased customer has no key any more, and points all the same.
  await findKeyHolder(ctx, customerId, 'although restricted')
  const book = await openLocked(ctx, customerId)
  const waited = await awardRows(ctx)
    .where('customer_id', '=', customerId)
    .where('vested_at', 'is', null)
    .where('vests_at', '<=', ctx.now)
    .orderBy('id')
    .execute()
  for (const award of waited) meet(ctx, book, award, 'time')
  const reserved = await redemptionRows(ctx)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'reserved')
    .where('expires_at', '<=', ctx.now)
    .orderBy('id')
    .execute()
  for (const row of reserved) await release(ctx, book, row, 'timed_out')
  await closeBook(ctx, book)
}
