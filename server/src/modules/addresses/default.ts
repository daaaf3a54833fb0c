import type { Context } from '../../kit/context.ts'
import { type KeyHolder, keyHolder } from '../customers/index.ts'
import { requireAddress, showDetails, toAddress } from './address.ts'
import { AddressChanged } from './events.ts'
import { type Address, outsideAddressId } from './shapes.ts'
import { sql } from './tables.ts'

export async function makeDefault(
  ctx: Context,
  { customerId, addressId }: { customerId: string; addressId: string },
): Promise<Address> {
  const customer = await keyHolder(ctx, customerId, 'for update')
  const before = await requireAddress(ctx, customerId, addressId)
  if (!before.is_default) await moveDefault(ctx, customer, addressId)
  const row = await requireAddress(ctx, customerId, addressId)
  return toAddress(ctx, row, showDetails(ctx, customer, row))
}

/** The customer must be locked, so that no other call moves the default and no deadlock is possible. */
export async function moveDefault(ctx: Context, customer: KeyHolder, to: string): Promise<void> {
  const from = await takeDefault(ctx, customer)
  await setDefault(ctx, customer, to, true)
  ctx.audit({
    action: 'address.default_moved',
    customer,
    fields: ['isDefault'],
    ...(from !== null && { before: { addressId: outsideAddressId(from) } }),
    after: { addressId: outsideAddressId(to) },
  })
}

/** Takes the default from the address that has it. */
export async function takeDefault(ctx: Context, customer: KeyHolder): Promise<string | null> {
  const present = await sql(ctx)
    .selectFrom('addresses')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customer.id)
    .where('is_default', '=', true)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!present) return null
  await setDefault(ctx, customer, present.id, false)
  return present.id
}

/** Gives the default to the newest remaining address, if any. */
export async function handOnDefault(ctx: Context, customer: KeyHolder): Promise<void> {
  const newest = await sql(ctx)
    .selectFrom('addresses')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customer.id)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest) await moveDefault(ctx, customer, newest.id)
}

async function setDefault(ctx: Context, customer: KeyHolder, addressId: string, isDefault: boolean): Promise<void> {
  const { version } = await sql(ctx)
    .updateTable('addresses')
    .set((q) => ({ is_default: isDefault, updated_at: ctx.now, version: q('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', addressId)
    .returning('version')
    .executeTakeFirstOrThrow()
  ctx.emit(AddressChanged({ customerId: customer.id, addressId, fields: ['isDefault'], version }))
}
