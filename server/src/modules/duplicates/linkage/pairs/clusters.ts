import type { FoundPairs } from './found.ts'

/** A group of records that are taken for one person, and the weakest link in it. */
export interface Cluster {
  readonly records: readonly number[]
  readonly weakest: number
}

/**
 * Complete linkage: two groups become one only by a pair above the threshold, and only where no record of the one speaks
 * against a record of the other. So a chain of likenesses joins no two that are unlike. The strongest pairs come first;
 * `score` is asked for pairs that met in no pass.
 */
export function clustersOf(
  { ones, others, bits }: Pick<FoundPairs, 'ones' | 'others' | 'bits'>,
  threshold: number,
  least: number,
  score: (one: number, other: number) => number,
): Cluster[] {
  const links = Int32Array.from(bits.keys()).filter((n) => bits[n]! >= threshold)
  links.sort((a, b) => bits[b]! - bits[a]! || ones[a]! - ones[b]! || others[a]! - others[b]!)
  const groups = new Map<number, { records: number[]; weakest: number }>()
  const groupOf = (record: number) => groups.get(record) ?? { records: [record], weakest: Number.POSITIVE_INFINITY }
  for (const link of links) {
    const [one, other] = [groupOf(ones[link]!), groupOf(others[link]!)]
    if (one.records.includes(others[link]!)) continue
    const weakest = Math.min(one.weakest, other.weakest, bits[link]!, weakestBetween(one.records, other.records))
    if (weakest < least) continue
    const group = { records: [...one.records, ...other.records], weakest }
    for (const record of group.records) groups.set(record, group)
  }
  return [...new Set(groups.values())]

  function weakestBetween(one: readonly number[], other: readonly number[]): number {
    let weakest = Number.POSITIVE_INFINITY
    if (one.length * other.length === 1) return weakest
    for (const a of one) {
      for (const b of other) {
        weakest = Math.min(weakest, score(a, b))
        if (weakest < least) return weakest
      }
    }
    return weakest
  }
}
