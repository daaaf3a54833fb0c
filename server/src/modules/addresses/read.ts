import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { gathered, grouped } from '../../kit/gathered.ts'
import { keyHolder } from '../customers/index.ts'
import { addressRows, requireAddress, showDetails, toAddress } from './address.ts'
import { distanceMeters, type Point } from './distance.ts'
import { countryName, ruleOf } from './rules/index.ts'
import type { Address } from './shapes.ts'

const DELETED_SHOWN = 50

interface Listed {
  customerId: string
  near?: Point | undefined
  deleted?: boolean | undefined
}

export async function listAddresses(ctx: Context, { customerId, near, deleted = false }: Listed) {
  const customer = await keyHolder(ctx, customerId)
  const rows = await (deleted ? deletedRows : presentRows)(ctx, customerId)
  const items = await Promise.all(
    rows.map((row) => {
      const details = showDetails(ctx, customer, row)
      return toAddress(ctx, row, details, near ? distanceTo(near, details) : null)
    }),
  )
  if (near) items.sort((a, b) => (a.distanceMeters ?? Infinity) - (b.distanceMeters ?? Infinity) || 0)
  return { items, nextCursor: null, total: items.length }
}

const presentRows = gathered(async (ctx, ids) =>
  grouped(
    await addressRows(ctx)
      .where('customer_id', '=', raw<string>`any(${ids}::uuid[])`)
      .where('deleted_at', 'is', null)
      .orderBy('is_default', 'desc')
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    'customer_id',
  ),
)

const deletedRows = (ctx: Context, customerId: string) =>
  addressRows(ctx)
    .where('customer_id', '=', customerId)
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .orderBy('id')
    .limit(DELETED_SHOWN)
    .execute()

export async function getAddress(
  ctx: Context,
  { customerId, addressId }: { customerId: string; addressId: string },
): Promise<Address> {
  const customer = await keyHolder(ctx, customerId)
  const row = await requireAddress(ctx, customerId, addressId)
  return toAddress(ctx, row, showDetails(ctx, customer, row))
}

export async function addressRules(_: Context, { country }: { country: string }) {
  const { needs, postalCodes, subdivisions } = ruleOf(country)
  return {
    country,
    name: countryName(country),
    needs: [...needs],
    postalCode: postalCodes && { pattern: postalCodes.pattern.source, example: postalCodes.example },
    subdivisions: subdivisions.map(({ code, en, ar }) => ({ code, name: { en, ar } })),
  }
}

function distanceTo(near: Point, { latitude, longitude }: { latitude: number | null; longitude: number | null }) {
  if (latitude === null || longitude === null) return null
  return Math.round(distanceMeters(near, { latitude, longitude }))
}
