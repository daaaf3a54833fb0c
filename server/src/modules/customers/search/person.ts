import { type FieldsWith, fieldsWith } from '../fields.ts'
import { plain, wordsOf } from './words.ts'

type Text = string | null | undefined

const NAMES = fieldsWith('searched', 'name')
const OTHER_NAMES = NAMES.filter((field) => field !== 'firstName' && field !== 'lastName')
type Searched = FieldsWith<'searched', 'name' | 'contact'>

/** By which a customer is found: `ownField` is a field of the business, `merged` is another record that became part of this one. */
export const SEARCHED_FIELDS = ['name', ...OTHER_NAMES, 'ownField', 'phone', 'email', 'number', 'merged'] as const
export type SearchedField = (typeof SEARCHED_FIELDS)[number]

export interface Person extends Partial<Record<Searched, Text>> {
  name?: Text
  /** 42 is shown as CUST-00042. */
  number?: number | null | undefined
  ownFields?: Readonly<Record<string, unknown>> | undefined
}

/** The keys of the fields of the business that are searched. */
export type OwnKeys = readonly string[]

/** A word in the forms by which it may be looked up, the plainest first. */
export type Word = readonly string[]

/** What can be looked up about a person. Terms and matching both read this and nothing else, so they cannot drift apart. */
export interface Described {
  readonly names: readonly { readonly field: SearchedField; readonly words: readonly Word[] }[]
  readonly email: string
  readonly international: string
  readonly national: string
  readonly number: number | undefined
}

export function describe(person: Person, own: OwnKeys = []): Described {
  const international = plain(person.phone ?? '').replace(/\D/g, '')
  return {
    names: namesOf(person, own),
    email: plain(person.email ?? '').trim(),
    international,
    national: nationalPart(international),
    number: person.number ?? undefined,
  }
}

/** The first and last name are one name, because `Abdul` may be the one and `Rahman` the other. */
function namesOf(person: Person, own: OwnKeys): Described['names'] {
  const { firstName, lastName, name, ownFields = {} } = person
  const whole = [`${firstName ?? ''} ${lastName ?? ''}`, name].map((text) => ({ field: 'name' as const, text }))
  const others = OTHER_NAMES.map((field) => ({ field, text: person[field] }))
  const values = own.flatMap((key) => {
    const text = ownFields[key]
    return typeof text === 'string' ? [{ field: 'ownField' as const, text: beginning(text) }] : []
  })
  return [...whole, ...others, ...values].flatMap(({ field, text }) => {
    const words = wordsOf(text ?? '')
    return words.length > 0 ? [{ field, words }] : []
  })
}

/** A field may hold a story; as much is searched as a long name has. */
const beginning = (text: string) => text.trim().split(/\s+/, MOST_WORDS).join(' ').slice(0, MOST_LETTERS)
const MOST_WORDS = 12
const MOST_LETTERS = 120

/** No country code is the beginning of another, so the first digits alone tell where the national number starts. */
export function nationalPart(international: string): string {
  return international.replace(COUNTRY_CODE, '')
}

const COUNTRY_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/
