import type { Kept } from '../../kit/attributes.ts'
import type { Attribute, Context } from '../../kit/context.ts'
import { findKeyHolder } from '../customers/index.ts'
import { addressRows, showDetails } from './address.ts'
import { AddressAdded, AddressChanged, AddressRemoved } from './events.ts'

export const attributes: readonly Attribute[] = [
  {
    key: 'city',
    label: { en: 'City', ar: 'المدينة' },
    type: 'token',
    changedBy: [AddressAdded, AddressChanged, AddressRemoved],
    keep: citiesOf,
    written: writtenCity,
  },
]

/** Of all their addresses, in both scripts. */
async function citiesOf(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const rows = await addressRows(ctx)
    .where('customer_id', 'in', [...customerIds])
    .where('deleted_at', 'is', null)
    .execute()
  const cities = new Map<string, Set<string>>()
  for (const id of new Set(rows.map((row) => row.customer_id))) {
    const customer = await findKeyHolder(ctx, id)
    if (!customer) continue
    const details = rows.filter((row) => row.customer_id === id).map((row) => showDetails(ctx, customer, row))
    const named = details.flatMap((one) => [one.city, one.city2])
    cities.set(id, new Set(named.filter((city) => city !== null).map(writtenCity)))
  }
  return new Map(customerIds.map((id) => [id, { value: [...(cities.get(id) ?? [])].sort() }]))
}

/** Muscat, MUSCAT and مسقط with or without marks are each written in one way. */
function writtenCity(city: string): string {
  return city
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replace(/\s+/g, ' ')
    .trim()
}
