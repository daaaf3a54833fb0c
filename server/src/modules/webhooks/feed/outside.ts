import { outsideAddressId } from '../../addresses/contract.ts'
import { outsideId } from '../../customers/contract.ts'
import type { KeptEvent } from '../../events/index.ts'
import type { OutsideEvent } from './contract.ts'

export const outsideEventId = (uuid: string) => `evt_${uuid.replaceAll('-', '')}`

/** The ids that the API writes in its own way, by their fields in events. */
export const OUTSIDE_IDS: Readonly<
  Record<string, { readonly prefix: string; readonly write: (uuid: string) => string }>
> = {
  customerId: { prefix: 'cust', write: outsideId },
  mergedId: { prefix: 'cust', write: outsideId },
  restoredId: { prefix: 'cust', write: outsideId },
  addressId: { prefix: 'addr', write: outsideAddressId },
  eventId: { prefix: 'evt', write: outsideEventId },
}
/** A field of this name is another thing in these types: the entry of a decision. */
export const isOutsideId = (type: string, field: string) =>
  Object.hasOwn(OUTSIDE_IDS, field) && !(field === 'eventId' && type === 'ConsentUpdated')

/** As webhooks, streams and the API show it: the same ids as everywhere outside. */
export function toOutside({ id, type, data, at }: Omit<KeptEvent, 'position' | 'customerId'>): OutsideEvent {
  const shown = Object.entries(Object(data)).map(([field, value]) => [
    field,
    typeof value === 'string' && isOutsideId(type, field) ? OUTSIDE_IDS[field]!.write(value) : value,
  ])
  return { id: outsideEventId(id), type, timestamp: at.toISOString(), data: Object.fromEntries(shown) }
}
