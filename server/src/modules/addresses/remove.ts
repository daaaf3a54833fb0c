import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { keyHolder } from '../customers/index.ts'
import { countAddresses } from './add.ts'
import { openDetails, requireAddress, requireVersion, saveAddress, toAddress } from './address.ts'
import { MOST_ADDRESSES, TooManyAddresses } from './contract.ts'
import { handOnDefault } from './default.ts'
import { given } from './described.ts'
import { AddressAdded, AddressRemoved } from './events.ts'
import { type Address, outsideAddressId, TYPES } from './shapes.ts'

interface Input {
  customerId: string
  addressId: string
  expectedVersion?: number
}

export async function removeAddress(ctx: Context, { customerId, addressId, expectedVersion }: Input): Promise<Address> {
  const customer = await keyHolder(ctx, customerId, 'for update')
  const row = await requireAddress(ctx, customerId, addressId, { orDeleted: true })
  const details = openDetails(ctx, customer, row)
  // Deleting twice changes nothing.
  if (row.deleted_at !== null) return toAddress(ctx, row, details)
  requireVersion(row, expectedVersion)

  const removed = await saveAddress(ctx, row, { deleted_at: ctx.now, is_default: false, check_at: null })
  if (row.is_default) await handOnDefault(ctx, customer)
  ctx.emit(AddressRemoved({ customerId, addressId }))
  const { reasons, ...described } = details
  const before = given({ ...described, type: row.type, country: row.country, isDefault: row.is_default })
  ctx.audit({
    action: 'address.removed',
    customer,
    fields: Object.keys(before),
    before: { addressId: outsideAddressId(addressId), ...before },
  })
  return toAddress(ctx, removed, details)
}

export async function restoreAddress(ctx: Context, { customerId, addressId }: Input): Promise<Address> {
  const customer = await keyHolder(ctx, customerId, 'for update')
  const row = await requireAddress(ctx, customerId, addressId, { orDeleted: true })
  const details = openDetails(ctx, customer, row)
  if (row.deleted_at === null) return toAddress(ctx, row, details)
  const alive = await countAddresses(ctx, customerId)
  if (alive >= MOST_ADDRESSES) throw TooManyAddresses()

  const isDefault = alive === 0
  const restored = await saveAddress(ctx, row, { deleted_at: null, is_default: isDefault })
  const { country } = row
  ctx.emit(AddressAdded({ customerId, addressId, type: known(TYPES, row.type), country, isDefault }))
  const { reasons, ...described } = details
  const after = given({ ...described, type: row.type, country, isDefault })
  ctx.audit({
    action: 'address.restored',
    customer,
    fields: Object.keys(after),
    after: { addressId: outsideAddressId(addressId), ...after },
  })
  return toAddress(ctx, restored, details)
}
