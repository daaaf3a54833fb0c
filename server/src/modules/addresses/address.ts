import type { Context } from '../../kit/context.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import { type DataKey, keyIdOf, open, seal, Unopenable } from '../../kit/sealing.ts'
import { bytesToUuid } from '../../kit/uuid.ts'
import { outsideId } from '../customers/contract.ts'
import type { KeyHolder } from '../customers/index.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { AddressNotFound } from './contract.ts'
import { formatted, formatted2 } from './formatted.ts'
import { type Address, type Described, outsideAddressId } from './shapes.ts'
import { sql } from './tables.ts'

/** What tells of a place. Stored only sealed, as one document per address. */
export interface Details extends Described {
  /** What the provider says of it. */
  readonly reasons: readonly string[]
}

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

/** One address of this customer; another one's is as unknown as none. Deleted ones only for who asks for them. */
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

/** Saves the changes of an address; its customer is locked, so no other call changes it meanwhile. */
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
  return seal(key, place(ctx, addressId), JSON.stringify(details))
}

export function openDetails(ctx: Context, { keys }: Pick<KeyHolder, 'keys'>, row: Pick<AddressRow, 'id' | 'sealed'>) {
  return JSON.parse(open(keyOf(keys, row), place(ctx, row.id), row.sealed).toString()) as Details
}

/** An address stays sealed with the key it came with, so that un-merging can give it back. */
export function keyOf(keys: KeyHolder['keys'], row: Pick<AddressRow, 'sealed'>): DataKey {
  const key = keys.get(bytesToUuid(keyIdOf(row.sealed, 16)))
  if (!key) throw new Unopenable('The key of this address is not among those of its customer')
  return key
}

/** As the API shows it. */
export async function toAddress(ctx: Context, row: AddressRow, details: Details, distance: number | null = null) {
  const { reasons, ...described } = details
  const home = (await tenantDefaults(ctx)).country
  return {
    id: outsideAddressId(row.id),
    customerId: outsideId(row.customer_id),
    type: row.type as Address['type'],
    isDefault: row.is_default,
    ...described,
    country: row.country,
    formatted: formatted(row.country, described, home),
    formatted2: formatted2(row.country, described, home),
    verification: row.verification as Address['verification'],
    verificationReasons: [...reasons],
    checkedAt: row.checked_at?.toISOString() ?? null,
    distanceMeters: distance,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
  } satisfies Address
}

const place = (ctx: Context, id: string) => `addresses.sealed|${ctx.tenant}|${id}`
