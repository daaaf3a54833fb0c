import { cache } from '../../kit/caches.ts'

/** A tenant of so many gains by both plans alike. */
const USUAL_TENANT = 100_000

/**
 * Up to so many carriers are read and sorted; of more, the latest are found sooner along the date. By the tokens PostgreSQL
 * reads every carrier, along the date `USUAL_TENANT / carriers` rows for each it shows, and compares each of their tokens.
 */
export function fewAtMost(tokens: readonly (readonly number[])[], shown: number): number {
  const compared = tokens.flat().length
  return Math.round(Math.sqrt(shown * USUAL_TENANT * (1 + compared / 3)))
}

/** How many carry tokens at least, where they were too many. */
const carriers = cache<string, number>('common searches', { max: 5_000, ttl: 600_000 })

const keyOf = (tenant: string, tokens: readonly (readonly number[])[]) => `${tenant} ${tokens.join(' ')}`

export const areMore = (tenant: string, tokens: readonly (readonly number[])[], than: number) =>
  (carriers.get(keyOf(tenant, tokens)) ?? 0) > than

export const noteCarriers = (tenant: string, tokens: readonly (readonly number[])[], count: number) =>
  void carriers.set(keyOf(tenant, tokens), count)
