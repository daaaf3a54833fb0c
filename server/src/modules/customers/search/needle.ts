import type { Described, SearchedField } from './person.ts'

/** How a person fits, the best first. Who only sounds like what was typed may be a stranger. */
export const MATCHES = ['exact', 'prefix', 'sounds_like'] as const
export type Match = (typeof MATCHES)[number]

/** In which a search looks things up. The last is what may come to sound like a word that is still being typed: many do. */
export const STAGES = [...MATCHES, 'typing'] as const
export type StageName = (typeof STAGES)[number]

/**
 * A customer who fits this well or better carries one of these terms. Empty: none does. Null: the part cannot be looked up (a
 * single letter), only checked.
 */
export type Terms = Readonly<Record<StageName, readonly string[] | null>>

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
  const together = (stage: StageName) => {
    const terms = needles.map((needle) => needle.terms[stage])
    return terms.includes(null) ? null : [...new Set(terms.flatMap((some) => some ?? []))]
  }
  return {
    terms: termsBy(together),
    fit: (person) => needles.reduce<Fit | null>((best, needle) => better(best, needle.fit(person)), null),
  }
}

/** What fits exactly or not at all. */
export const exactly = (terms: readonly string[]): Terms => termsBy(() => terms)

/** Too little to look anything up. */
export const UNTOLD: Terms = termsBy((stage) => (stage === 'exact' ? [] : null))

/** What fits exactly or by its beginning, but never by sound. */
export const written = (exact: readonly string[], begun: readonly string[]): Terms => {
  const all = [...exact, ...begun]
  return termsBy((stage) => (stage === 'exact' ? exact : all))
}

function termsBy(of: (stage: StageName) => readonly string[] | null): Terms {
  return { exact: of('exact'), prefix: of('prefix'), sounds_like: of('sounds_like'), typing: of('typing') }
}

export const isWorse = (one: Match, other: Match) => MATCHES.indexOf(one) > MATCHES.indexOf(other)
const better = (one: Fit | null, other: Fit | null) =>
  one === null || (other !== null && isWorse(one.match, other.match)) ? other : one
