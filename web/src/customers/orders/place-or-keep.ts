import type { Input, Output } from '@kith/sdk'
import { keep, type Waiting } from '../../offline/waiting.ts'
import { isUnreachable } from '../../reach/unreachable.ts'
import { useSession } from '../../session/session.ts'

/** A customer of the server, or an entry of this device that becomes one. */
export type Orderer =
  | { readonly customerId: string; readonly name: string }
  | { readonly entry: Waiting; readonly name: string }

type Given = Omit<Input<'orders.place'>, 'customerId' | 'contact' | 'placedAt'> & { readonly currency: string }

/** Records an order; without the server, saves an entry under the same Idempotency-Key. */
export function usePlaceOrKeep() {
  const { kith } = useSession()
  return async (
    orderer: Orderer,
    { currency, ...order }: Given,
    idempotencyKey: string,
  ): Promise<Output<'orders.place'> | Waiting> => {
    const sent = { ...order, ...whose(orderer) }
    // With a time it would be another request than one that may have arrived.
    let placedAt: string | undefined = new Date().toISOString()
    try {
      if (navigator.onLine && 'customerId' in orderer) {
        placedAt = undefined
        return await kith.orders.place(sent, { idempotencyKey })
      }
    } catch (error) {
      if (!isUnreachable(error)) throw error
    }
    const kept = { sent: { ...sent, ...(placedAt && { placedAt }) }, name: orderer.name, currency }
    return keep({ order: kept }, idempotencyKey, { after: afterOf(orderer) })
  }
}

/** By the phone the server finds who was added here, also where another customer had it already. */
function whose(orderer: Orderer) {
  if ('customerId' in orderer) return { customerId: orderer.customerId }
  const { phone, firstName, lastName } = orderer.entry.stub ?? {}
  if (!phone) return {}
  return { contact: { phone, ...(firstName && { firstName }), ...(lastName && { lastName }) } }
}

/** A customer without a phone is known by the entry alone. */
const afterOf = (orderer: Orderer) => ('entry' in orderer && !orderer.entry.stub?.phone ? orderer.entry.id : null)
