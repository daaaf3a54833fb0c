import { type Kysely, sql as raw, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { isThemself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { isTooDeep } from '../../kit/depth.ts'
import { gathered } from '../../kit/gathered.ts'
import { known } from '../../kit/known.ts'
import { type DataKey, document, sealedForPerson, Unopenable } from '../../kit/sealed.ts'
import { CustomerDamaged, CustomerMerged, CustomerNotFound, CustomerRestricted } from './contract.ts'
import { fieldsWith, SEALED_FIELDS, shapesOf } from './fields.ts'
import { maskEmail, maskPhone } from './phone.ts'
import { type Customer, Locale, outsideId, outsideNumber, STATUSES, TIERS, TYPES } from './shapes.ts'
import { survivorOf } from './survivor.ts'
import { sql } from './tables.ts'

export const AbsorbedPerson = z.object({
  id: z.string(),
  number: z.int(),
  ...shapesOf(fieldsWith('searched', 'name', 'contact'), 'stored'),
})
export type AbsorbedPerson = Readonly<z.output<typeof AbsorbedPerson>>

/** The personal data of a customer. Stored only sealed, as one document. */
export const PersonDocument = z.object({
  ...shapesOf(SEALED_FIELDS, 'stored'),
  /** Customers merged into this one, so that a search for them finds it. */
  absorbed: z.array(AbsorbedPerson).optional(),
})
const people = sealedForPerson('customers', 'sealed', document(PersonDocument))

export interface Person extends Readonly<z.output<typeof PersonDocument>> {
  /** Some stored data is unreadable. Never sealed. */
  readonly damaged?: 'partly' | 'wholly'
}

/** The columns that decide whether a customer can be used at all. */
type StatusRow = Awaited<ReturnType<ReturnType<typeof statusesOfTenant>['execute']>>[0]
export type CustomerRow = Awaited<ReturnType<ReturnType<typeof customerRows>['execute']>>[0]

type Tables = ReturnType<typeof sql> extends Kysely<infer T> ? T : never
type Db = Kysely<Tables>

/** Customers with their wrapped keys, without erased ones. */
const statusesOfTenant = (db: Db, tenant: string) =>
  db
    .selectFrom('customers')
    .innerJoin('data_keys', (join) =>
      join.onRef('data_keys.tenant_id', '=', 'customers.tenant_id').onRef('data_keys.id', '=', 'customers.id'),
    )
    .innerJoin('customer_activity', (join) =>
      join
        .onRef('customer_activity.tenant_id', '=', 'customers.tenant_id')
        .onRef('customer_activity.customer_id', '=', 'customers.id'),
    )
    .select(['customers.id', 'status', 'country', 'locale', 'merged_into', 'restricted_at', 'wrapped'])
    .select('customer_activity.last_seen_at')
    .where('customers.tenant_id', '=', tenant)

/** The same with all columns. */
export const customersOfTenant = (db: Db, tenant: string) =>
  statusesOfTenant(db, tenant).select([
    'number',
    'type',
    'display_name',
    'tier',
    'loyalty_tier',
    'segment',
    'plan',
    'source',
    'channel',
    'phone_verified',
    'email_verified',
    'customer_activity.total_orders',
    'customer_activity.total_spent',
    'customer_activity.loyalty_points',
    'customer_activity.last_order_at',
    'customers.created_at',
    'updated_at',
    'version',
    'sealed',
  ])
export const customerRows = (ctx: Context) => customersOfTenant(sql(ctx), ctx.tenant)

/**
 * `for update` is for changes, which a restriction allows only to the customer. Consequences of their verification or
 * of their rights are allowed `although restricted`, for any caller.
 */
export type Lock = 'for update' | 'although restricted' | 'to erase'

/**
 * One customer, or a refusal: unknown, erased and other tenants' customers look the same. Transactions that may write
 * lock the row, so that no erasure or merge comes between reading a key and sealing with it.
 */
export const requireRow = (ctx: Context, customerId: string, lock?: Lock): Promise<CustomerRow> =>
  only(ctx, WHOLE, customerId, lock)

/** The same, only with status and key. */
export const requireStatus = (ctx: Context, customerId: string, lock?: Lock): Promise<StatusRow> =>
  only(ctx, STATUS, customerId, lock)

type One<Row> = SelectQueryBuilder<Tables, 'customers' | 'data_keys' | 'customer_activity', Row>

/** One customer, held for each way of locking it. */
function oneOf<Row extends { readonly id: string }>(rows: (db: Db, tenant: string) => One<Row>) {
  const one = (locked: (query: One<Row>) => One<Row>) => {
    const held = sql.held((db, { tenant, id }: { readonly tenant: string; readonly id: string }) =>
      locked(rows(db, tenant).where('customers.id', '=', id)),
    )
    return async (ctx: Context, id: string) => (await held(ctx, { tenant: ctx.tenant, id }))[0]
  }
  return {
    unlocked: gathered(
      async (ctx, ids) => {
        const among = rows(sql(ctx), ctx.tenant).where('customers.id', '=', raw<string>`any(${ids}::uuid[])`)
        const found = new Map((await among.execute()).map((row) => [row.id, row]))
        return (id) => found.get(id)
      },
      one((query) => query),
    ),
    'key share': one((query) => query.forKeyShare('customers')),
    'no key update': one((query) => query.forNoKeyUpdate('customers')),
    update: one((query) => query.forUpdate('customers')),
  }
}
const STATUS = oneOf(statusesOfTenant)
const WHOLE = oneOf(customersOfTenant)

function lockFor(ctx: Context, lock: Lock | undefined): keyof typeof WHOLE {
  if (lock === 'to erase') return 'update'
  if (lock) return 'no key update'
  return ctx.readOnly ? 'unlocked' : 'key share'
}

async function only<Row extends StatusRow>(
  ctx: Context,
  one: ReturnType<typeof oneOf<Row>>,
  customerId: string,
  lock: Lock | undefined,
): Promise<Row> {
  const row = await present(ctx, await one[lockFor(ctx, lock)](ctx, customerId))
  if (lock === 'for update') refuseRestricted(ctx, row)
  return row
}

/** The row that was found, or the refusal. */
export async function present<Row extends Pick<StatusRow, 'status' | 'merged_into'>>(
  ctx: Context,
  row: Row | undefined,
): Promise<Row> {
  // After waiting for an erasure the row is current, but the joined key is still the destroyed one.
  if (!row || row.status === 'erased') throw CustomerNotFound()
  if (row.merged_into !== null) {
    throw CustomerMerged({ customerId: outsideId(await survivorOf(ctx, row.merged_into)) })
  }
  return row
}

export function refuseRestricted(ctx: Context, { restricted_at }: Pick<CustomerRow, 'restricted_at'>): void {
  if (restricted_at !== null && !isThemself(ctx.caller)) throw CustomerRestricted()
}

export const keyOf = (ctx: Context, row: Pick<CustomerRow, 'id' | 'wrapped'>) => ctx.keys.dataKey(row.id, row.wrapped)

export function sealPerson(ctx: Context, key: DataKey, customerId: string, person: Person): Buffer {
  const { damaged: _, ...stored } = person
  return people.seal(ctx, key, { id: customerId }, stored)
}

type Sealed = Pick<CustomerRow, 'id' | 'wrapped' | 'sealed'>

/** For operations that need the data, and may write it back. */
export function openPerson(ctx: Context, row: Sealed): Person {
  const person = showPerson(ctx, row)
  if (person.damaged) throw CustomerDamaged()
  return person
}

/** For lists and readers: a damaged record shows what is readable, so that it never fails a page. */
export function showPerson(ctx: Context, row: Sealed): Person {
  const person = readable(ctx, row)
  if (!person) {
    ctx.log.warn({ customer: outsideId(row.id) }, 'a customer cannot be shown')
    return { ...PersonDocument.parse({ firstName: DAMAGED_NAME, name2: DAMAGED_NAME2 }), damaged: 'wholly' }
  }
  const tooDeep = FREE_KEYS.filter((field) => isTooDeep(person[field]))
  if (tooDeep.length === 0) return person
  ctx.log.warn({ customer: outsideId(row.id), fields: tooDeep }, 'a customer is nested too deeply to be shown')
  return {
    ...person,
    ...Object.fromEntries(tooDeep.map((field) => [field, shallow(person[field])])),
    damaged: 'partly',
  }
}

/** Null also if the key itself is unreadable. */
function readable(ctx: Context, row: Sealed) {
  try {
    return people.show(ctx, keyOf(ctx, row), row).value
  } catch (error) {
    if (error instanceof Unopenable) return null
    throw error
  }
}

const shallow = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isTooDeep(value)))

const FREE_KEYS = fieldsWith('merge', 'keys')
export const DAMAGED_NAME = 'Damaged record'
const DAMAGED_NAME2 = 'سجل تالف'

/** As the API shows it; contacts are masked for callers without access to them. */
export function toCustomer(ctx: Context, row: CustomerRow, person: Person = showPerson(ctx, row)): Customer {
  const mayContact = ctx.caller.may.has('customers:contacts')
  const { absorbed: _, damaged, ...described } = person
  return {
    id: outsideId(row.id),
    number: outsideNumber(row.number),
    type: known(TYPES, row.type),
    status: known(STATUSES, row.status),
    ...described,
    name: fullName(person),
    phone: person.phone === null || mayContact ? person.phone : maskPhone(person.phone),
    phoneVerified: row.phone_verified,
    email: person.email === null || mayContact ? person.email : maskEmail(person.email),
    emailVerified: row.email_verified,
    contactsMasked: !mayContact,
    restricted: row.restricted_at !== null,
    displayName: row.display_name,
    tier: known(TIERS, row.tier),
    loyaltyTier: row.loyalty_tier,
    segment: row.segment,
    plan: row.plan,
    locale: known(Locale.options, row.locale),
    country: row.country,
    totalOrders: row.total_orders,
    totalSpent: decimal(row.total_spent),
    loyaltyPoints: row.loyalty_points,
    // The epoch stands for never.
    lastOrderAt: row.last_order_at.getTime() === 0 ? null : row.last_order_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
    damaged: damaged !== undefined,
  }
}

export const fullName = ({ firstName, lastName }: Person) =>
  lastName === null ? firstName : `${firstName} ${lastName}`

/** Thousandths to a decimal: `12500` → `12.500`. */
function decimal(thousandths: number): string {
  const digits = String(Math.abs(thousandths)).padStart(4, '0')
  return `${thousandths < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
