import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Choices, NeedsHuman } from '../../kit/personal-data.ts'
import { LastVerifiedContact } from './contract.ts'
import { FACTS, fieldsWith, shapesOf } from './fields.ts'
import { AbsorbedPerson, type CustomerRow, type Person, PersonDocument } from './person.ts'
import { TYPES } from './shapes.ts'
import { GUEST_NAME, GUEST_NAME2, typeOf } from './type-of.ts'

/** A phone or e-mail and whether it is verified: they move together. */
export const Contact = z.object({ value: z.string().nullable(), verified: z.boolean() })

/** Everything that a merge may change of a customer. JSON, so that the merge can store it. */
const Face = z.object({
  ...PersonDocument.shape,
  phone: Contact,
  email: Contact,
  type: z.enum(TYPES),
  ...shapesOf(FACTS, 'stored'),
  lastSeenAt: z.string(),
})
export type Face = Readonly<z.output<typeof Face>>

export const faceOf = (row: CustomerRow, person: Person): Face =>
  Face.parse({
    ...person,
    phone: { value: person.phone, verified: row.phone_verified },
    email: { value: person.email, verified: row.email_verified },
    type: row.type,
    locale: row.locale,
    country: row.country,
    lastSeenAt: row.last_seen_at.toISOString(),
  })

const PLAIN = fieldsWith('merge', 'fill')
const FREE = fieldsWith('merge', 'keys')
const CONTACTS = fieldsWith('merge', 'contact')

/** The survivor's value of each field unless `choices` prefers the other's; empty fields are filled by the other. */
export function mergedFace(from: Face, into: Face, choices: Choices): Face {
  const face: Record<string, unknown> = { ...into }
  for (const field of PLAIN) {
    const [first, second] = inOrder(from, into, choices[field])
    face[field] = isEmpty(first[field]) && !isEmpty(second[field]) ? second[field] : first[field]
  }
  for (const field of FREE) {
    const [first, second] = inOrder(from, into, choices[field])
    face[field] = { ...second[field], ...first[field] }
  }
  for (const field of CONTACTS) {
    const proved = from[field].verified && !into[field].verified
    const [first, second] = inOrder(from, into, choices[field] ?? (proved ? 'from' : 'into'))
    face[field] = first[field].value === null ? second[field] : first[field]
  }
  // With a name the walk-in name goes in the other script too.
  if (face['firstName'] !== GUEST_NAME && face['name2'] === GUEST_NAME2) face['name2'] = null
  face['type'] = TYPES[Math.max(...[from, into].map(({ type }) => TYPES.indexOf(type)))]
  face['lastSeenAt'] = [from.lastSeenAt, into.lastSeenAt].sort()[1]
  const merged = Face.parse(face)
  if (merged.type === 'full' && !isProved(merged) && (isProved(from) || isProved(into))) throw LastVerifiedContact()
  return fitted(merged)
}

/** What a search must still find in the survivor: the other customer, and the survivor's own replaced values. */
export function absorbedIn(merged: Face, from: Named, into: Named): AbsorbedPerson[] {
  const known = [...(into.face.absorbed ?? []), ...(from.face.absorbed ?? [])]
  if (!isUnnamed(from.face)) known.push(searched(from))
  const shown = searched({ ...into, face: merged })
  const before = searched(into)
  const gaveWay = SEARCHED.some((field) => !isEmpty(before[field]) && before[field] !== shown[field])
  return gaveWay ? [...known, searched(into)] : known
}

const SEARCHED = fieldsWith('searched', 'name', 'contact')

interface Named {
  readonly id: string
  readonly number: number
  readonly face: Face
}

function searched({ id, number, face }: Named): AbsorbedPerson {
  return AbsorbedPerson.parse({ ...face, id, number, phone: face.phone.value, email: face.email.value })
}

const isUnnamed = ({ firstName, phone, email }: Face) =>
  firstName === GUEST_NAME && phone.value === null && email.value === null

/** The stored changes of a merge. Fields that no longer exist are left out. */
export const Changes = z.partialRecord(Face.keyof(), z.object({ before: z.unknown(), after: z.unknown() }).partial())
export type Changes = Readonly<z.output<typeof Changes>>
const FIELDS_OF_A_FACE = Face.keyof().options

export function changesBetween(before: Face, after: Face): Changes {
  return Object.fromEntries(
    FIELDS_OF_A_FACE.filter((field) => !isDeepStrictEqual(before[field], after[field])).map((field) => [
      field,
      { before: before[field], after: after[field] },
    ]),
  )
}

/** Reverts the changes of the merge, except fields changed since. */
export function unmergedFace(now: Face, changes: Changes, needsHuman: (what: NeedsHuman) => void): Face {
  const face: Record<string, unknown> = { ...now }
  const kept = (field: string) => needsHuman({ whose: 'into', what: 'changed_since', field })
  for (const field of FIELDS_OF_A_FACE) {
    const change = changes[field]
    if (change === undefined) continue
    const { before, after } = change
    if (isDeepStrictEqual(now[field], after)) face[field] = before
    else if (field === 'phone' || field === 'email') {
      if (now[field].value === Contact.parse(after).value) face[field] = before
      kept(field)
    } else if (isFree(field)) face[field] = unmergedKeys(field, now[field], Keys.parse(before), Keys.parse(after), kept)
    else if (field !== 'lastSeenAt') kept(field)
    if (face[field] === undefined) delete face[field]
  }
  return Face.parse(face)
}

/** The type that follows from the remaining contacts. */
export function fitted(face: Face): Face {
  const { type, firstName, phone, email } = face
  const said = { firstName, phone: phone.value, email: email.value }
  return { ...face, type: typeOf(type, said, { phone_verified: phone.verified, email_verified: email.verified }) }
}

const Keys = z.record(z.string(), z.unknown())
type Keys = z.output<typeof Keys>

function unmergedKeys(field: string, now: Keys, before: Keys, after: Keys, kept: (field: string) => void): Keys {
  const keys = { ...now }
  for (const key of Object.keys(after)) {
    if (isDeepStrictEqual(before[key], after[key])) continue
    if (!isDeepStrictEqual(now[key], after[key])) kept(`${field}.${key}`)
    else if (key in before) keys[key] = before[key]!
    else delete keys[key]
  }
  return keys
}

const inOrder = (from: Face, into: Face, preferred: 'from' | 'into' = 'into') =>
  preferred === 'from' ? ([from, into] as const) : ([into, from] as const)
const isEmpty = (value: unknown) => value === null || value === GUEST_NAME || value === GUEST_NAME2
const isFree = (field: string): field is (typeof FREE)[number] => FREE.some((one) => one === field)
const isProved = ({ phone, email }: Face) => phone.verified || email.verified
