import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import type { Choices, Moved, NeedsHuman } from '../../kit/personal-data.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { changeSeen, Totals, writeTotals } from './activity.ts'
import { CustomerNotFound } from './contract.ts'
import { CustomerStatusChanged } from './events.ts'
import { heldBy, reopenIdentifiers } from './identifiers.ts'
import {
  absorbedIn,
  Changes,
  Contact,
  changesBetween,
  type Face,
  faceOf,
  fitted,
  mergedFace,
  unmergedFace,
} from './merge-faces.ts'
import { type CustomerRow, customerRows, keyOf, openPerson } from './person.ts'
import { STATUSES } from './shapes.ts'
import { sql } from './tables.ts'
import { writeCustomer } from './write.ts'

/** Rows that move unchanged. */
const MOVED = ['customer_identifiers', 'customer_former_names', 'data_keys'] as const

const Ids = z.array(z.string()).default([])
const Remembered = z.object({
  ids: z.object({ customer_identifiers: Ids, customer_former_names: Ids, data_keys: Ids }),
  /** The identifiers held at the time. */
  held: z.array(z.string()),
  status: z.enum(STATUSES),
  /** The survivor before and after, for fields that the merge changed. */
  changes: Changes,
  counts: Totals,
})
type Remembered = z.output<typeof Remembered>

/**
 * Locks two customers in any status. Always in the same order, to avoid deadlocks between merges. `alone` also
 * waits for transactions that have read a key of theirs to seal something; not for callers that may have done so
 * themselves: two of them would deadlock.
 */
export async function lockPair(
  ctx: Context,
  one: string,
  other: string,
  { alone = false } = {},
): Promise<[CustomerRow, CustomerRow]> {
  const pair = customerRows(ctx).where('customers.id', 'in', [one, other]).orderBy('customers.id')
  const rows = await (alone ? pair.forUpdate('customers') : pair.forNoKeyUpdate('customers')).execute()
  const [first, second] = [one, other].map((wanted) => rows.find(({ id }) => id === wanted))
  if (!first || !second || [first, second].some(({ status }) => status === 'erased')) throw CustomerNotFound()
  return [first, second]
}

/** Moves contacts, former names, totals and the key to the survivor; the other customer stays and points to it. */
export async function merge(ctx: Context, from: string, into: string, choices: Choices): Promise<Remembered> {
  const [source, survivor] = await lockPair(ctx, from, into)
  const theirs = faceOf(source, openPerson(ctx, source))
  const before = faceOf(survivor, openPerson(ctx, survivor))
  const merged = mergedFace(theirs, before, choices)
  const absorbed = absorbedIn(merged, { ...source, face: theirs }, { ...survivor, face: before })
  const after = absorbed.length > 0 ? { ...merged, absorbed } : merged
  const counts = { orders: source.total_orders, spent: source.total_spent, loyaltyPoints: source.loyalty_points }
  const held = await heldBy(ctx, from)
  const ids = {
    customer_identifiers: await moveRows(ctx, 'customer_identifiers', from, into),
    customer_former_names: await moveRows(ctx, 'customer_former_names', from, into),
    data_keys: await moveRows(ctx, 'data_keys', from, into),
  }

  await writeCustomer(ctx, source, { status: 'merged', merged_into: into }, null)
  // If either is restricted, only the person can merge; both stay restricted.
  const restricted_at = survivor.restricted_at ?? source.restricted_at
  const changes = changesBetween(before, after)
  const told = toldOf(keyOf(ctx, source), changes, 'merge')
  await writeCustomer(ctx, survivor, { ...worn(after), restricted_at }, told)
  await writeTotals(ctx, into, counts)
  changeSeen(ctx, into, before, after)
  const status = known(STATUSES, source.status)
  ctx.emit(CustomerStatusChanged({ customerId: from, from: status, to: 'merged' }))
  return {
    ids,
    held: held.map(({ id }) => id),
    status,
    changes,
    counts,
  }
}

/** Moves back exactly what was moved. Later changes stay with the survivor. */
export async function unmerge(
  ctx: Context,
  from: string,
  into: string,
  moved: Moved,
  needsHuman: (what: NeedsHuman) => void,
): Promise<void> {
  const { ids, held, status, changes, counts } = Remembered.parse(moved)
  const [source, survivor] = await lockPair(ctx, from, into)
  for (const table of MOVED) await giveBack(ctx, table, ids[table], from)
  const ended = await reopenIdentifiers(ctx, held)

  const stored = faceOf(source, openPerson(ctx, source))
  const theirs = fitted(await heldContacts(ctx, from, stored, 'from', needsHuman))
  for (const field of ended)
    if (theirs[field].value !== null) needsHuman({ whose: 'from', what: 'changed_since', field })
  const before = faceOf(survivor, openPerson(ctx, survivor))
  const restored = unmergedFace(before, changes, needsHuman)
  const after = fitted(await heldContacts(ctx, into, restored, 'into', needsHuman))

  await writeCustomer(ctx, source, { status, merged_into: null, ...worn(theirs) }, null)
  const told = toldOf(keyOf(ctx, source), changesBetween(before, after), 'unmerge')
  await writeCustomer(ctx, survivor, worn(after), told)
  const left = await writeTotals(ctx, into, lost(counts))
  if (left.loyaltyPoints < 0) needsHuman({ whose: 'into', what: 'below_zero', field: 'loyaltyPoints' })
  changeSeen(ctx, into, before, after)
  ctx.emit(CustomerStatusChanged({ customerId: from, from: 'merged', to: status }))
}

/** A profile must not show a contact that moved away. */
async function heldContacts(
  ctx: Context,
  customerId: string,
  face: Face,
  whose: NeedsHuman['whose'],
  needsHuman: (what: NeedsHuman) => void,
): Promise<Face> {
  const digests = (await heldBy(ctx, customerId)).map(({ type, digest }) => `${type} ${digest.toString('hex')}`)
  let checked = face
  for (const field of ['phone', 'email'] as const) {
    const { value } = face[field]
    if (value === null || digests.includes(`${field} ${ctx.keys.blindIndex(field, value).toString('hex')}`)) continue
    checked = { ...checked, [field]: { value: null, verified: false } }
    needsHuman({ whose, what: 'taken_since', field })
  }
  return checked
}

async function moveRows(ctx: Context, table: (typeof MOVED)[number], from: string, into: string): Promise<string[]> {
  const rows = await sql(ctx)
    .updateTable(table)
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function giveBack(ctx: Context, table: (typeof MOVED)[number], ids: readonly string[], to: string) {
  if (ids.length === 0) return
  await sql(ctx)
    .updateTable(table)
    .set({ customer_id: to })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', ids)
    .execute()
}

/** The stored form of a face. */
function worn({ type, locale, country, lastSeenAt, phone, email, ...person }: Face) {
  return {
    type,
    locale,
    country,
    phone_verified: phone.verified,
    email_verified: email.verified,
    person: { ...person, phone: phone.value, email: email.value },
  }
}

const lost = ({ orders, spent, loyaltyPoints }: Totals): Totals => ({
  orders: -orders,
  spent: -spent,
  loyaltyPoints: -loyaltyPoints,
})

/**
 * The survivor's changes by a merge or its undoing. Sealed with the other's key, because they contain the other's values:
 * after an undo and its erasure, the survivor's history must not reveal them.
 */
function toldOf(key: DataKey, { absorbed, lastSeenAt, ...changes }: Changes, why: 'merge' | 'unmerge') {
  const fields = Object.keys(changes)
  if (fields.length === 0) return null
  const each = (when: 'before' | 'after') =>
    Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, valueIn(field, change[when])]))
  return { action: `customer.changed_by_${why}`, key, fields, before: each('before'), after: each('after') }
}

const valueIn = (field: string, value: unknown = null) =>
  field === 'phone' || field === 'email' ? Contact.parse(value).value : value
