import type { Context } from '../../kit/context.ts'
import { unfitField } from '../../kit/invalid.ts'
import { known } from '../../kit/known.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { refuseTogether } from '../../kit/together.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { type TenantDefaults, tenantDefaults } from '../tenants/index.ts'
import { beginActivity } from './activity.ts'
import { channelOf } from './channel.ts'
import {
  EmailNeeded,
  GuestHasNoContacts,
  ImportOnly,
  NameNeeded,
  PhoneNeeded,
  VerificationRequired,
} from './contract.ts'
import { displayName } from './display-name.ts'
import { CustomerPlanImported, CustomerRegistered } from './events.ts'
import { claimIdentifiers, type IdentifierType } from './identifiers.ts'
import { checkOwnValues, withOwnValues } from './own-fields/own-fields.ts'
import { searchedOf } from './own-fields/searched.ts'
import { type CustomerRow, type Person, PersonDocument, sealPerson, toCustomer } from './person.ts'
import { requirePhone } from './phone.ts'
import { CONTACT_MISSING } from './problems.ts'
import { insertSearch } from './search-tokens.ts'
import { type Customer, type NewCustomer, TIERS, TYPES } from './shapes.ts'
import { type Source, sourceOf } from './source.ts'
import { sql } from './tables.ts'
import { tally } from './tally.ts'
import { GUEST_NAME, GUEST_NAME2, typeOf } from './type-of.ts'

/** With what was proved in this transaction, where something was. */
export async function createCustomer(ctx: Context, input: NewCustomer, proved?: IdentifierType): Promise<Customer> {
  const [customer] = await createCustomers(ctx, [input], proved)
  return customer!
}

/** All of them or none: each with its own key, number, display name and history. */
export async function createCustomers(
  ctx: Context,
  inputs: readonly NewCustomer[],
  proved?: IdentifierType,
  from: From = {},
): Promise<Customer[]> {
  const defaults = await tenantDefaults(ctx)
  await checkOwnValues(
    ctx,
    'person',
    inputs.map(({ ownFields }) => ownFields),
  )
  for (const input of inputs) checkNewCustomer(ctx, input, defaults, proved, from)
  return insertCustomers(ctx, inputs, defaults, proved, from)
}

interface From {
  /** From another system: there an e-mail alone was enough. */
  readonly imported?: boolean
  /** By what each of them came, where the caller knows it. */
  readonly sources?: readonly Source[]
}

/** A person who comes with a login or with a proof: a stub; the contact stands here once it is proved. */
export async function registerCustomer(
  ctx: Context,
  names: Pick<NewCustomer, 'firstName' | 'lastName' | 'name2' | 'locale'>,
): Promise<Customer> {
  const [customer] = await insertCustomers(ctx, [{ ...names, type: 'stub' }], await tenantDefaults(ctx))
  return customer!
}

async function insertCustomers(
  ctx: Context,
  inputs: readonly NewCustomer[],
  defaults: TenantDefaults,
  proved?: IdentifierType,
  { imported = false, sources }: From = {},
): Promise<Customer[]> {
  const drafts = inputs.map((input, index) =>
    draft(ctx, input, defaults, proved, sources?.[index] ?? sourceOf(ctx.caller, { ...input, imported })),
  )

  const searched = await searchedOf(
    ctx,
    drafts.map(({ person }) => person),
  )
  sql.insert(
    ctx,
    'data_keys',
    drafts.map(({ id, wrapped }) => ({ tenant_id: ctx.tenant, id, customer_id: id, wrapped })),
  )
  tally(
    ctx,
    drafts.map(({ row }) => ({ ...row, status: 'active', count: 1 })),
  )
  // The counter's row is the one lock that waits for others. It comes last, and from there to the commit nothing waits.
  const [, drawn] = await Promise.all([
    claimIdentifiers(ctx, drafts.flatMap(claimsOf)),
    drawNumbers(ctx, drafts.length),
  ])
  const rows = drawn.map((one, index) => ({ ...drafts[index]!.row, ...one }))
  sql.insert(
    ctx,
    'customers',
    rows.map(({ last_seen_at: _, ...identity }, index) => ({
      tenant_id: ctx.tenant,
      ...identity,
      sealed: drafts[index]!.sealed,
    })),
  )
  insertSearch(
    ctx,
    rows.map(({ id, number }, index) => ({ id, number, person: drafts[index]!.person })),
    searched,
  )
  beginActivity(ctx, rows)

  return drafts.map(({ id, key, person, sealed, wrapped }, index) => {
    const { number, ...row } = rows[index]!
    ctx.emit(CustomerRegistered({ customerId: id, number, type: known(TYPES, row.type) }))
    if (row.plan !== null) ctx.emit(CustomerPlanImported({ customerId: id, plan: row.plan }))
    ctx.audit({
      action: 'customer.created',
      customer: { id, key },
      fields: filledFields(person),
      after: filled(person),
    })
    noteVerified(ctx, drafts[index]!, proved)
    return toCustomer(ctx, { ...FRESH, ...row, number, wrapped, sealed }, person)
  })
}

/** What the database fills in for a new customer. */
const FRESH = {
  status: 'active',
  loyalty_tier: null,
  segment: null,
  total_orders: 0,
  total_spent: 0,
  loyalty_points: 0,
  last_order_at: new Date(0),
  version: 1,
  merged_into: null,
  restricted_at: null,
}

interface Draft {
  readonly id: string
  readonly key: DataKey
  readonly wrapped: Buffer
  readonly person: Person
  readonly sealed: Buffer
  readonly row: Omit<CustomerRow, keyof typeof FRESH | 'number' | 'display_name' | 'sealed' | 'wrapped'>
}

function draft(
  ctx: Context,
  input: NewCustomer,
  defaults: TenantDefaults,
  proved: IdentifierType | undefined,
  source: Source,
): Draft {
  const country = input.country ?? defaults.country
  const person = PersonDocument.parse({
    ...input,
    ownFields: withOwnValues({}, input.ownFields),
    firstName: input.firstName ?? GUEST_NAME,
    name2: input.name2 ?? (input.firstName === undefined ? GUEST_NAME2 : null),
    phone: input.phone ? requirePhone(input.phone, country) : null,
  })
  const verified = {
    phone_verified: isVerified(input, 'phone', proved),
    email_verified: isVerified(input, 'email', proved),
  }
  const id = uuidv7(ctx.now.getTime())
  const { key, wrapped } = ctx.keys.newDataKey(id)
  return {
    id,
    key,
    wrapped,
    person,
    sealed: sealPerson(ctx, key, id, person),
    row: {
      id,
      type: typeOf(typeAsked(input), person, verified),
      tier: TIERS.find((tier) => tier === input.plan?.toLowerCase()) ?? 'free',
      plan: input.plan ?? null,
      source,
      channel: channelOf(ctx.caller, source, input.channel),
      locale: input.locale ?? defaults.locale,
      country,
      ...verified,
      last_seen_at: input.createdAt ?? ctx.now,
      created_at: input.createdAt ?? ctx.now,
      updated_at: ctx.now,
    },
  }
}

/** Everything that is wrong is said at once. */
export function checkNewCustomer(
  ctx: Context,
  input: NewCustomer,
  { country }: Pick<TenantDefaults, 'country'>,
  proved?: IdentifierType,
  { imported = false }: From = {},
): void {
  const { firstName, phone, email, plan, createdAt, phoneVerified, emailVerified } = input
  const imports = plan !== undefined || createdAt !== undefined || phoneVerified || emailVerified
  if (imports && !ctx.caller.may.has('customers:import')) throw ImportOnly()
  const type = typeAsked(input)
  if (type === 'guest' && (phone || email)) throw GuestHasNoContacts()
  const verified = isVerified(input, 'phone', proved) || isVerified(input, 'email', proved)
  refuseTogether(ctx.caller.language, [
    ['firstName', type !== 'guest' && firstName === undefined && NameNeeded()],
    ['phone', type === 'stub' && !phone && !(imported && email) && PhoneNeeded()],
    ['', () => phone && requirePhone(phone, input.country ?? country)],
    ['email', type === 'full' && !email && EmailNeeded()],
    ['', phoneVerified && !phone && unfitField('phoneVerified', CONTACT_MISSING)],
    ['', emailVerified && !email && unfitField('emailVerified', CONTACT_MISSING)],
  ])
  if (type === 'full' && !verified) throw VerificationRequired()
}

const typeAsked = ({ type, phone, email }: NewCustomer) => type ?? (phone || email ? 'stub' : 'guest')

const isVerified = (input: NewCustomer, type: IdentifierType, proved: IdentifierType | undefined) =>
  proved === type || input[`${type}Verified`] === true

/** Whether a contact was proved here, or the caller says that it was elsewhere. */
function noteVerified(ctx: Context, { id, key, person, row }: Draft, proved: IdentifierType | undefined): void {
  for (const type of ['phone', 'email'] as const) {
    if (!row[`${type}_verified`]) continue
    const verifiedField = `${type}Verified`
    ctx.audit({
      action: proved === type ? 'customer.contact_proved' : 'customer.contact_asserted',
      customer: { id, key },
      fields: [verifiedField],
      after: { [type]: person[type], [verifiedField]: true },
    })
  }
}

function claimsOf({ id, key, person, row }: Draft) {
  const { phone, email } = person
  return [
    ...(phone ? [{ customerId: id, key, type: 'phone' as const, value: phone, verified: row.phone_verified }] : []),
    ...(email ? [{ customerId: id, key, type: 'email' as const, value: email, verified: row.email_verified }] : []),
  ]
}

/** Numbers without gaps: a creation that is refused after this point gives its number back by rolling back. */
async function drawNumbers(ctx: Context, count: number) {
  const { last_number, last_name } = await sql(ctx)
    .insertInto('customer_counters')
    .values({ tenant_id: ctx.tenant, last_number: count, last_name: count })
    .onConflict((conflict) =>
      conflict.column('tenant_id').doUpdateSet((q) => ({
        last_number: q('customer_counters.last_number', '+', count),
        last_name: q('customer_counters.last_name', '+', count),
      })),
    )
    .returning(['last_number', 'last_name'])
    .executeTakeFirstOrThrow()
  return Array.from({ length: count }, (_, index) => ({
    number: last_number - count + 1 + index,
    display_name: displayName(ctx.tenant, last_name - count + 1 + index),
  }))
}

const filled = (person: Person) =>
  Object.fromEntries(
    Object.entries(person).filter(
      ([, value]) => value !== null && (typeof value !== 'object' || Object.keys(value).length > 0),
    ),
  )
const filledFields = (person: Person) => Object.keys(filled(person))
