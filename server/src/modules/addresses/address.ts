import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import { type DataKey, document, sealedForPerson, sealerOf, type Told, Unreadable } from '../../kit/sealed.ts'
import { outsideId } from '../customers/contract.ts'
import type { KeyHolder } from '../customers/index.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { AddressNotFound } from './contract.ts'
import { formatted, formatted2 } from './formatted.ts'
import { type Address, outsideAddressId, TYPES, VERIFICATIONS } from './shapes.ts'
import { sql } from './tables.ts'

const maybe = z.string().nullable().default(null)
const degrees = z.number().nullable().default(null)
/** The location. Stored only sealed, as one document per address. */
const Details = z.object({
  label: maybe,
  label2: maybe,
  building: maybe,
  building2: maybe,
  floor: maybe,
  apartment: maybe,
  street: maybe,
  street2: maybe,
  area: maybe,
  area2: maybe,
  city: maybe,
  city2: maybe,
  subdivision: maybe,
  postalCode: maybe,
  deliveryNotes: maybe,
  latitude: degrees,
  longitude: degrees,
  ownFields: z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.null()])).default({}),
  /** The provider's verdict. */
  reasons: z.array(z.string()).readonly().default([]),
})
export type Details = Readonly<z.output<typeof Details>>

const sealed = sealedForPerson('addresses', 'sealed', document(Details), { by: ['id'], mend: fromHistory })

export type AddressRow = Awaited<ReturnType<ReturnType<typeof addressRows>['execute']>>[0]

export function addressRows(ctx: Context) {
  return sql(ctx)
    .selectFrom('addresses')
    .select([
      'id',
      'customer_id',
      'type',
      'country',
      'is_default',
      'verification',
      'checked_at',
      'check_at',
      'check_tries',
      'created_at',
      'updated_at',
      'deleted_at',
      'version',
      'sealed',
    ])
    .where('tenant_id', '=', ctx.tenant)
}

/** An address of this customer; another customer's is not found. Deleted ones only on request. */
export async function requireAddress(
  ctx: Context,
  customerId: string,
  addressId: string,
  { orDeleted = false } = {},
): Promise<AddressRow> {
  const row = await findAddress(ctx, customerId, addressId)
  if (!row || (row.deleted_at !== null && !orDeleted)) throw AddressNotFound()
  return row
}

export function findAddress(ctx: Context, customerId: string, addressId: string): Promise<AddressRow | undefined> {
  return addressRows(ctx).where('customer_id', '=', customerId).where('id', '=', addressId).executeTakeFirst()
}

export function requireVersion({ version }: AddressRow, expected: number | undefined): void {
  if (expected !== undefined && expected !== version) throw VersionConflict({ version }, { etag: `"${version}"` })
}

/** Saves the changes of an address. Its customer is locked, so no other call changes it meanwhile. */
export async function saveAddress<Change extends Partial<Omit<AddressRow, 'id' | 'customer_id' | 'version'>>>(
  ctx: Context,
  row: AddressRow,
  change: Change,
) {
  const next = { ...change, updated_at: ctx.now, version: row.version + 1 }
  await sql(ctx)
    .updateTable('addresses')
    .set(next)
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', row.id)
    .execute()
  return { ...row, ...next }
}

export function sealDetails(ctx: Context, key: DataKey, addressId: string, details: Details): Buffer {
  return sealed.seal(ctx, key, { id: addressId }, details)
}

/** For operations that need the content: refused if it is damaged. */
export const openDetails = (ctx: Context, { keys }: Pick<KeyHolder, 'keys'>, row: Sealed): Details =>
  sealed.require(ctx, keys, row)

/** For lists and readers: a damaged address has a label that says so. */
export function showDetails(ctx: Context, { keys }: Pick<KeyHolder, 'keys'>, row: Sealed): ShownDetails {
  const { value, damaged } = sealed.show(ctx, keys, row)
  return value ? { ...value, damaged } : { ...DAMAGED, damaged: true }
}
type Sealed = Pick<AddressRow, 'id' | 'sealed'>
type ShownDetails = Details & { readonly damaged?: boolean }
const DAMAGED = Details.parse({ label: 'Damaged record', label2: 'سجل تالف' })

/** The changes of this address in the history of the customer, in order. */
function fromHistory({ id }: Readonly<Record<string, unknown>>, told: readonly Told[]): Details | null {
  const ours = told.filter(
    ({ action, after }) => action.startsWith('address.') && after['addressId'] === outsideAddressId(String(id)),
  )
  const rebuilt = Details.safeParse(Object.assign({}, ...ours.map(({ after }) => after)))
  return ours.length > 0 && rebuilt.success ? rebuilt.data : null
}

/** An address stays sealed with its original key, so that undoing a merge can give it back. */
export function keyOf(keys: KeyHolder['keys'], row: Pick<AddressRow, 'sealed'>): DataKey {
  const key = keys.get(sealerOf(row.sealed))
  if (!key) throw new Unreadable('The key of this address is not among those of its customer')
  return key
}

/** The address as the API shows it. */
export async function toAddress(ctx: Context, row: AddressRow, details: ShownDetails, distance: number | null = null) {
  const { reasons, damaged = false, ...described } = details
  const home = (await tenantDefaults(ctx)).country
  return {
    id: outsideAddressId(row.id),
    customerId: outsideId(row.customer_id),
    type: known(TYPES, row.type),
    isDefault: row.is_default,
    ...described,
    country: row.country,
    formatted: formatted(row.country, described, home),
    formatted2: formatted2(row.country, described, home),
    verification: known(VERIFICATIONS, row.verification),
    verificationReasons: [...reasons],
    checkedAt: row.checked_at?.toISOString() ?? null,
    distanceMeters: distance,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
    damaged,
  } satisfies Address
}
