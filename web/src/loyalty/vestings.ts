import type { LoyaltyAccount } from './queries.ts'

interface Vesting {
  readonly at: string
  readonly points: number
}

/** When the points that wait for the end of a return window alone can be spent, the soonest first. */
export function vestings(waiting: LoyaltyAccount['waiting']): readonly Vesting[] {
  const sums = new Map<string, number>()
  for (const { points, delivery, sale, proof, until } of waiting) {
    if (until !== null && !delivery && !sale && !proof) sums.set(until, (sums.get(until) ?? 0) + points)
  }
  return [...sums].map(([at, points]) => ({ at, points })).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
