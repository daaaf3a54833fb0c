import { type Described, describe, type Person } from './person.ts'
import { sketch } from './skeleton.ts'

/** Every term under which a person is indexed. The needles of a query are looked up with the `…Term` functions below. */
export function termsOf(person: Person): string[] {
  const described = describe(person)
  const terms = described.names.flat().flatMap(wordTerms)
  terms.push(...emailTerms(described.email), ...phoneTerms(described))
  if (described.number !== undefined) terms.push(numberTerm(described.number))
  return [...new Set(terms)]
}

/**
 * Prefixes are indexed at these lengths only; a longer text is looked up by the longest that it reaches, and the opened
 * row is checked in full. It keeps a row near 31 terms and costs little: who fits `moha` mostly fits `moham`.
 */
const TEXT = [2, 3, 4, 6, 10, 16]
const SKELETON = [2, 3, 4]
const NATIONAL = [4, 6]
const INTERNATIONAL = [4, 5, 6]

export const EMAIL_LEAST = 3
export const PHONE_LEAST = 4

export const textTerm = (text: string) => longestPrefix('t', text, TEXT)
export const nationalTerm = (digits: string) => longestPrefix('d', digits, NATIONAL)
/** A kind of its own: rounded down, the national `96890` would be the `9689` of every Omani mobile. */
export const internationalTerm = (digits: string) => longestPrefix('i', digits, INTERNATIONAL)
/** Four digits at the end fit some ten people in a hundred thousand, so longer endings need no terms. */
export const endingTerm = (digits: string) => `d:${digits.slice(-PHONE_LEAST)}`
/** Someone whose name has one consonant (`Mai`) is found by it; a longer name is not, or `m` would fit half the world. */
export const skeletonTerm = (skeleton: string) => longestPrefix('s', skeleton, SKELETON) ?? `s:${skeleton}`
export const numberTerm = (number: number) => `n:${number}`

function wordTerms([plainest, ...others]: string[]): string[] {
  const { skeletons, openings } = sketch(plainest!)
  return [
    ...prefixes('t', plainest!, TEXT),
    ...others.flatMap((form) => prefixes('t', form, TEXT)),
    ...skeletons.flatMap((skeleton) => [...prefixes('s', skeleton, SKELETON), skeletonTerm(skeleton)]),
    ...others.flatMap((form) => sketch(form).skeletons).map(skeletonTerm),
    ...openings.map(skeletonTerm),
  ]
}

function emailTerms(email: string): string[] {
  return prefixes('t', email, TEXT).slice(TEXT.indexOf(EMAIL_LEAST))
}

/** The international form needs terms only until the national part is long enough to be looked up by itself. */
function phoneTerms({ international, national }: Described): string[] {
  if (international.length < PHONE_LEAST) return []
  const opening = international.slice(0, international.length - national.length + PHONE_LEAST - 1)
  return [...prefixes('d', national, NATIONAL), ...prefixes('i', opening, INTERNATIONAL), endingTerm(international)]
}

function prefixes(kind: string, text: string, lengths: number[]): string[] {
  return lengths.filter((length) => length <= text.length).map((length) => `${kind}:${text.slice(0, length)}`)
}

function longestPrefix(kind: string, text: string, lengths: number[]): string | undefined {
  return prefixes(kind, text, lengths).at(-1)
}
