import type { Described, SearchedField } from './person.ts'

/** How a person fits, the best first. Who only sounds like what was typed may be a stranger. */
export const MATCHES = ['exact', 'prefix', 'sounds_like'] as const
export type Match = (typeof MATCHES)[number]

/**
 * A customer who fits this well or better carries one of these terms. Empty: none does. Null: the part cannot be looked up (a
 * single letter), only checked.
 */
export type Terms = Readonly<Record<Match, readonly string[] | null>>

/** One part of a query. The law: a customer it fits carries one of the terms of that match. */
export interface Needle {
  readonly terms: Terms
  fit(person: Described): Fit | null
}

/** How a person fits, and by which field. */
export interface Fit {
  readonly match: Match
  readonly field: SearchedField
}

export function anyOf(needles: readonly Needle[]): Needle {
  const together = (match: Match) => {
    const terms = needles.map((needle) => needle.terms[match])
    return terms.includes(null) ? null : [...new Set(terms.flatMap((some) => some ?? []))]
  }
  return {
    terms: { exact: together('exact'), prefix: together('prefix'), sounds_like: together('sounds_like') },
    fit: (person) => needles.reduce<Fit | null>((best, needle) => better(best, needle.fit(person)), null),
  }
}

/** What fits exactly or not at all. */
export const exactly = (terms: readonly string[]): Terms => ({ exact: terms, prefix: terms, sounds_like: terms })

/** Too little to look anything up. */
export const UNTOLD: Terms = { exact: [], prefix: null, sounds_like: null }

/** What fits exactly or by its beginning, but never by sound. */
export const written = (exact: readonly string[], begun: readonly string[]): Terms => {
  const all = [...exact, ...begun]
  return { exact, prefix: all, sounds_like: all }
}

export const isWorse = (one: Match, other: Match) => MATCHES.indexOf(one) > MATCHES.indexOf(other)
const better = (one: Fit | null, other: Fit | null) =>
  one === null || (other !== null && isWorse(one.match, other.match)) ? other : one
