import { type Described, describe, type OwnKeys, type Person, type Word } from './person.ts'
import { type Sound, soundsOf } from './sound.ts'
import { beginningSoundTerms, openingTerm, soundTerm } from './sound-terms.ts'

/** Every term under which a person is indexed. The needles of a query are looked up with the `…Term` functions below. */
export function termsOf(person: Person, own?: OwnKeys): string[] {
  const described = describe(person, own)
  const terms = described.names.flatMap(({ words }) => words).flatMap(wordTerms)
  terms.push(...emailTerms(described.email), ...phoneTerms(described))
  if (described.number !== undefined) terms.push(numberTerm(described.number))
  return [...new Set(terms)]
}

/**
 * Beginnings are indexed at these lengths only; a longer text is looked up by the longest that it reaches, and the opened
 * row is checked in full.
 */
const TEXT = [2, 3, 4, 5, 6, 8, 10, 16]
const EMAIL = [3, 4, 6, 10, 16]
const NATIONAL = [4, 6]
const INTERNATIONAL = [4, 5, 6]

export const EMAIL_LEAST = 3
export const PHONE_LEAST = 4

export const wordTerm = (word: string) => `w:${word}`
export const textTerm = (text: string) => longestPrefix('t', text, TEXT)
/** E-mails and phones have kinds of their own: who may not see them looks nothing up among them. */
export const emailTerm = (email: string) => `m:${email}`
export const emailBeginning = (text: string) => longestPrefix('e', text, EMAIL)
export const phoneTerm = (digits: string) => `f:${digits}`
export const nationalTerm = (digits: string) => longestPrefix('d', digits, NATIONAL)
/** A kind of its own: rounded down, the national `96890` would be the `9689` of every Omani mobile. */
export const internationalTerm = (digits: string) => longestPrefix('i', digits, INTERNATIONAL)
/** Four digits at the end fit some ten people in a hundred thousand, so longer endings need no terms. */
export const endingTerm = (digits: string) => `z:${digits.slice(-PHONE_LEAST)}`
export const numberTerm = (number: number) => `n:${number}`

function wordTerms(forms: Word): string[] {
  const [plainest = '', ...others] = forms
  return [
    ...forms.flatMap((form) => [wordTerm(form), ...prefixes('t', form, TEXT)]),
    ...soundsOf(plainest).flatMap(soundTerms),
    ...others.flatMap(soundsOf).map(soundTerm),
  ]
}

const soundTerms = (sound: Sound) => [soundTerm(sound), ...beginningSoundTerms(sound), ...openingTerm(sound)]

function emailTerms(email: string): string[] {
  return email === '' ? [] : [emailTerm(email), ...prefixes('e', email, EMAIL)]
}

/** The international form needs terms only until the national part is long enough to be looked up by itself. */
function phoneTerms({ international, national }: Described): string[] {
  if (international.length < PHONE_LEAST) return []
  const opening = international.slice(0, international.length - national.length + PHONE_LEAST - 1)
  return [
    phoneTerm(national),
    phoneTerm(`+${international}`),
    ...prefixes('d', national, NATIONAL),
    ...prefixes('i', opening, INTERNATIONAL),
    endingTerm(international),
  ]
}

function prefixes(kind: string, text: string, lengths: number[]): string[] {
  return lengths.filter((length) => length <= text.length).map((length) => `${kind}:${text.slice(0, length)}`)
}

function longestPrefix(kind: string, text: string, lengths: number[]): string | undefined {
  return prefixes(kind, text, lengths).at(-1)
}
