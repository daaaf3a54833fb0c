import type { Kysely, SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { isThemself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { isTooDeep } from '../../kit/depth.ts'
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

/** What describes a person. Stored only sealed, as one document per customer. */
export const PersonDocument = z.object({
  ...shapesOf(SEALED_FIELDS, 'stored'),
  /** Everyone who was merged into this person, so that a search for them finds it. */
  absorbed: z.array(AbsorbedPerson).optional(),
})
const people = sealedForPerson('customers', 'sealed', document(PersonDocument))

export interface Person extends Readonly<z.output<typeof PersonDocument>> {
  /** Not all that is stored of the person can be read. Never sealed. */
  readonly damaged?: 'partly' | 'wholly'
}

/** What decides whether somebody can be dealt with at all. */
type StandingRow = Awaited<ReturnType<ReturnType<typeof standingRows>['execute']>>[0]
export type CustomerRow = Awaited<ReturnType<ReturnType<typeof customerRows>['execute']>>[0]

/** Customers with their wrapped keys. One whose key was destroyed is not among them. */
const standingRows = (ctx: Context) =>
  sql(ctx)
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
    .where('customers.tenant_id', '=', ctx.tenant)

/** The same, whole. */
export const customerRows = (ctx: Context) =>
  standingRows(ctx).select([
    'number',
    'type',
    'display_name',
    'tier',
    'loyalty_tier',
    'segment',
    'plan',
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

/**
 * `for update` is for whoever changes something about the person, which a restriction forbids to all but themself. What
 * follows from a proof of theirs, or from their rights, goes on `although restricted`, whoever carries it out.
 */
export type Lock = 'for update' | 'although restricted' | 'to erase'

/**
 * One customer, or the refusal that fits: unknown, erased and another tenant's look the same. Whoever may write is locked
 * in with the row: nobody is erased or merged between reading their key and sealing something with it.
 */
export const requireRow = (ctx: Context, customerId: string, lock?: Lock): Promise<CustomerRow> =>
  only(ctx, customerRows(ctx), customerId, lock)

/** The same for whom it is enough to know where they stand, and to have their key. */
export const requireStanding = (ctx: Context, customerId: string, lock?: Lock): Promise<StandingRow> =>
  only(ctx, standingRows(ctx), customerId, lock)

async function only<Row extends StandingRow>(
  ctx: Context,
  rows: SelectQueryBuilder<Tables, 'customers' | 'data_keys' | 'customer_activity', Row>,
  customerId: string,
  lock: Lock | undefined,
): Promise<Row> {
  let query = rows.where('customers.id', '=', customerId)
  if (lock === 'to erase') query = query.forUpdate('customers')
  else if (lock) query = query.forNoKeyUpdate('customers')
  else if (!ctx.readOnly) query = query.forKeyShare('customers')
  const row = (await query.executeTakeFirst()) as Row | undefined
  // After waiting for an erasure the row is the new one, and the key beside it still the one that was destroyed.
  if (!row || row.status === 'erased') throw CustomerNotFound()
  if (row.merged_into !== null) {
    throw CustomerMerged({ customerId: outsideId(await survivorOf(ctx, row.merged_into)) })
  }
  if (lock === 'for update') refuseRestricted(ctx, row)
  return row
}
type Tables = ReturnType<typeof sql> extends Kysely<infer T> ? T : never

export function refuseRestricted(ctx: Context, { restricted_at }: Pick<CustomerRow, 'restricted_at'>): void {
  if (restricted_at !== null && !isThemself(ctx.caller)) throw CustomerRestricted()
}

export const keyOf = (ctx: Context, row: Pick<CustomerRow, 'id' | 'wrapped'>) => ctx.keys.dataKey(row.id, row.wrapped)

export function sealPerson(ctx: Context, key: DataKey, customerId: string, person: Person): Buffer {
  const { damaged: _, ...stored } = person
  return people.seal(ctx, key, { id: customerId }, stored)
}

type Sealed = Pick<CustomerRow, 'id' | 'wrapped' | 'sealed'>

/** For an operation that stands on what is read, and may write it back. */
export function openPerson(ctx: Context, row: Sealed): Person {
  const person = showPerson(ctx, row)
  if (person.damaged) throw CustomerDamaged()
  return person
}

/** For lists and readers: of a damaged record what can be shown, so that one of them never fails a page. */
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

/** Null also where the key itself cannot be read. */
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

/** As the API shows it; contacts masked for those who may only see that there are some. */
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
