import type { Described } from './person.ts'

/**
 * One part of a query. The law: whoever it fits carries at least one of its terms. A needle without terms (a single
 * letter) cannot be looked up, only checked.
 */
export interface Needle {
  terms: string[]
  fit(person: Described): Fit
}

/** How well a part of a query, or all of it, fits. */
export const Fit = { none: 0, skeletonPrefix: 1, skeleton: 2, prefix: 3, exact: 4, wholeName: 5, identity: 6 } as const
export type Fit = (typeof Fit)[keyof typeof Fit]

export const MATCHES = ['exact', 'prefix', 'sounds_like'] as const
export type Match = (typeof MATCHES)[number]

/** How a person who fits does so. Who only sounds like what was typed may be a stranger. */
export function matchOf(fit: Fit): Match {
  if (fit >= Fit.exact) return 'exact'
  return fit === Fit.prefix ? 'prefix' : 'sounds_like'
}

export function anyOf(needles: Needle[]): Needle {
  const canBeLookedUp = needles.every(({ terms }) => terms.length > 0)
  return {
    terms: canBeLookedUp ? [...new Set(needles.flatMap(({ terms }) => terms))] : [],
    fit: (person) =>
      needles.reduce<Fit>((best, needle) => (best < Fit.identity ? better(best, needle.fit(person)) : best), Fit.none),
  }
}

function better(a: Fit, b: Fit): Fit {
  return a > b ? a : b
}
