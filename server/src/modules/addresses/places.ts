import type { Context } from '../../kit/context.ts'
import { sealerOf } from '../../kit/sealed.ts'
import { keysOf } from '../customers/index.ts'
import { addressRows, type Details, showDetails } from './address.ts'

const NAMED = ['building', 'street', 'area', 'city', 'building2', 'street2', 'area2', 'city2'] as const
/** Where a customer is, in the words of the address. */
export type Place = Pick<Details, (typeof NAMED)[number]>

/** Of these customers; without removed and damaged addresses. */
export async function placesOf(
  ctx: Context,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const places = new Map<string, Place[]>()
  if (customerIds.length === 0) return places
  const rows = await addressRows(ctx)
    .where('customer_id', 'in', customerIds)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return places
  const sealers = rows.map(({ sealed }) => sealerOf(sealed))
  const keys = await keysOf(ctx, sealers)
  for (const row of rows) {
    const { damaged, ...place } = showDetails(ctx, { keys }, row)
    if (damaged) continue
    const own = places.get(row.customer_id)
    if (own) own.push(place)
    else places.set(row.customer_id, [place])
  }
  return places
}
