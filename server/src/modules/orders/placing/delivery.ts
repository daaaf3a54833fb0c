import type { Context } from '../../../kit/context.ts'
import { latinDigits } from '../../../kit/text.ts'
import { AddressNotFound } from '../../addresses/contract.ts'
import { getAddress } from '../../addresses/index.ts'
import type { Delivery } from '../shapes.ts'
import type { Orderer } from './who.ts'

/** Where the order goes: the saved address of the customer, or the text; and the place as words, to compare it with others. */
export async function deliveryOf(ctx: Context, who: Orderer, delivery: Delivery | undefined) {
  if (delivery === undefined) return { addressId: null, to: null, place: null }
  const { addressId, to } = delivery
  if (addressId === undefined) return { addressId: null, to: to!, place: to! }
  // A visitor has no saved addresses.
  if (who.by === 'visitor') throw AddressNotFound()
  const { formatted } = await getAddress(ctx, { customerId: who.customerId, addressId })
  return { addressId, to: null, place: formatted.text }
}

/** The same place written in another way as far as letters, digits and signs go. */
export const addressDigest = (ctx: Context, place: string | null) =>
  place === null ? null : ctx.keys.blindIndex('place', normalised(place))

const normalised = (place: string) =>
  latinDigits(place.normalize('NFKC').toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
