import { type FieldsWith, fieldsWith } from '../fields.ts'
import { plain, wordsOf } from './words.ts'

type Text = string | null | undefined

const NAMES = fieldsWith('searched', 'name')
type Searched = FieldsWith<'searched', 'name' | 'contact'>

export interface Person extends Partial<Record<Searched, Text>> {
  name?: Text
  displayName?: Text
  /** 42 is shown as CUST-00042. */
  number?: number | null | undefined
}

/** What can be looked up about a person. Terms and matching both read this and nothing else, so they cannot drift apart. */
export interface Described {
  names: string[][][]
  email: string
  international: string
  national: string
  number: number | undefined
}

export function describe(person: Person): Described {
  const international = plain(person.phone ?? '').replace(/\D/g, '')
  return {
    names: namesOf(person).map(wordsOf),
    email: plain(person.email ?? '').trim(),
    international,
    national: nationalPart(international),
    number: person.number ?? undefined,
  }
}

/** The first and last name are one name, because `Abdul` may be the one and `Rahman` the other. */
function namesOf(person: Person): string[] {
  const { firstName, lastName, displayName, name } = person
  const full = `${firstName ?? ''} ${lastName ?? ''}`
  const others = NAMES.filter((field) => field !== 'firstName' && field !== 'lastName').map((field) => person[field])
  const names = [full, displayName, name, ...others].map((text) => text?.trim() ?? '')
  return [...new Set(names)].filter(Boolean)
}

/** No country code is the beginning of another, so the first digits alone tell where the national number starts. */
export function nationalPart(international: string): string {
  return international.replace(COUNTRY_CODE, '')
}

const COUNTRY_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/
