import { itself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import { inTenant } from '../../kit/transaction.ts'
import { findKeyHolder } from '../customers/index.ts'
import { type AddressRow, addressRows, keyOf, openDetails, saveAddress, sealDetails, showDetails } from './address.ts'
import { checkerOf } from './check/checker.ts'
import type { Opinion } from './check/port.ts'
import { AddressChanged } from './events.ts'
import { type Place, placeOf } from './place.ts'
import { outsideAddressId } from './shapes.ts'
import { sql } from './tables.ts'

const BATCH = 10
/** Delay after each attempt; the last one repeats. */
const RETRY_MINUTES = [1, 5, 15, 60, 360, 1_440]
/** Longer than a batch of timed-out calls takes. */
const TAKEN_FOR_MS = 60_000

interface Due {
  readonly row: AddressRow
  readonly place: Place
}

/** Validates addresses that were stored while the provider was down. The calls are outside of transactions. */
export async function recheckAddresses(db: Database, tenant: string): Promise<boolean> {
  const checker = checkerOf(db.config)
  if (!checker?.answers) return false
  const caller = itself(tenant, 'errand:recheck-addresses')
  const due = await inTenant(db, caller, takeDue)
  for (const { row, place } of due) {
    const opinion = await checker.check(place)
    await inTenant(db, caller, (ctx) => (opinion ? storeOpinion(ctx, row, opinion) : putOff(ctx, row)))
  }
  return due.length === BATCH && checker.answers
}

/** Claims an address by moving its time, so that no other process validates it too. */
async function takeDue(ctx: Context): Promise<Due[]> {
  const rows = await addressRows(ctx)
    .where('check_at', '<=', ctx.now)
    .where('deleted_at', 'is', null)
    .orderBy('check_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  const due: Due[] = []
  for (const row of rows) {
    const customer = await findKeyHolder(ctx, row.customer_id)
    // Restricted customers are not sent to providers.
    if (!customer || customer.restricted) continue
    const details = showDetails(ctx, customer, row)
    if (!details.damaged) due.push({ row, place: placeOf(row.country, details) })
  }
  if (rows.length > 0) await postpone(ctx, rows, new Date(ctx.now.getTime() + TAKEN_FOR_MS))
  return due
}

async function storeOpinion(ctx: Context, asked: AddressRow, { verdict, reasons }: Opinion): Promise<void> {
  const found = await lockUnchanged(ctx, asked)
  if (!found) return
  const { customer, row } = found
  const sealed = sealDetails(ctx, keyOf(customer.keys, row), row.id, { ...openDetails(ctx, customer, row), reasons })
  const change = { verification: verdict, checked_at: ctx.now, check_at: null, check_tries: 0, sealed }
  const { version } = await saveAddress(ctx, row, change)
  const fields = ['verification']
  ctx.emit(AddressChanged({ customerId: customer.id, addressId: row.id, fields, version }))
  const addressId = outsideAddressId(row.id)
  ctx.audit({
    action: 'address.checked',
    customer,
    fields,
    before: { addressId, verification: row.verification },
    after: { addressId, verification: verdict },
  })
}

/** Null if the address was changed, deleted or erased meanwhile: a change has its own validation. */
async function lockUnchanged(ctx: Context, asked: AddressRow) {
  const now = await addressRows(ctx).where('id', '=', asked.id).executeTakeFirst()
  if (!now) return null
  const customer = await findKeyHolder(ctx, now.customer_id, 'for update')
  const row = await addressRows(ctx).where('id', '=', asked.id).executeTakeFirst()
  const unchanged = row?.deleted_at === null && row.sealed.equals(asked.sealed)
  return customer && unchanged ? { customer, row } : null
}

async function putOff(ctx: Context, row: AddressRow): Promise<void> {
  const minutes = RETRY_MINUTES[Math.min(row.check_tries, RETRY_MINUTES.length - 1)]!
  await sql(ctx)
    .updateTable('addresses')
    .set({ check_at: new Date(ctx.now.getTime() + minutes * 60_000), check_tries: row.check_tries + 1 })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', row.id)
    .where('check_at', 'is not', null)
    .execute()
}

async function postpone(ctx: Context, rows: readonly AddressRow[], until: Date): Promise<void> {
  await sql(ctx)
    .updateTable('addresses')
    .set({ check_at: until })
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
}

/** Also queues addresses from before a provider was configured. */
export async function queueUnchecked(ctx: Context): Promise<void> {
  const checker = checkerOf(ctx.config)
  if (!checker) return
  await sql(ctx)
    .updateTable('addresses')
    .set({ check_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('addresses')
        .select('id')
        .where('tenant_id', '=', ctx.tenant)
        .where('country', 'in', [...checker.countries])
        .where('verification', '=', 'unverified')
        .where('checked_at', 'is', null)
        .where('check_at', 'is', null)
        .where('deleted_at', 'is', null)
        // A row locked now is being validated by its change; waiting for it could deadlock.
        .forUpdate()
        .skipLocked(),
    )
    .execute()
  ctx.nudge('addresses')
}
