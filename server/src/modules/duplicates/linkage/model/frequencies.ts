import { SWAPPED } from '../compare/kinds.ts'
import { type Columns, valuesIn } from '../records/columns.ts'
import type { Frequencies } from './model.ts'

/** For each value of each column: how likely another person has it. */
export type Shares = readonly Float32Array[]

/**
 * Counted by people, not by records: records of one person say a value once. How often a value comes again that was met once
 * or twice is estimated from how many were met twice and thrice (Good–Turing).
 */
export function sharesOf({ count, columns }: Columns, personOf: ArrayLike<number>): Shares {
  return columns.map((column) => {
    const counts = new Float32Array(valuesIn(column))
    const met = new Set<number>()
    let people = 0
    for (let record = 0; record < count; record++) {
      const value = column.ids[record]!
      if (value === 0) continue
      const person = personOf[record]!
      if (person >= 0) {
        const place = person * counts.length + value
        if (met.has(place)) continue
        met.add(place)
      }
      people++
      for (const part of column.parts.get(value) ?? [value]) counts[part]!++
    }
    const [ones, twos, threes] = [1, 2, 3].map((times) => counts.reduce((sum, one) => sum + (one === times ? 1 : 0), 0))
    const once = Math.min(1, (2 * (twos! + 0.5)) / (ones! + 1))
    const twice = Math.max(once, Math.min(2, (3 * (threes! + 0.5)) / (twos! + 1)))
    return counts.map((times) => Math.max(times <= 1 ? once : times === 2 ? twice : times, 1e-3) / Math.max(1, people))
  })
}

/** The frequencies of two records: of the value that both have, or of the more frequent of two that are alike. */
export function frequenciesOf({ columns }: Columns, shares: Shares, levels: ArrayLike<number>) {
  const [first, last] = ['firstName', 'lastName'].map((kind) => columns.findIndex(({ field }) => field.kind === kind))
  const shareAt = (k: number, record: number) => shares[k]![columns[k]!.ids[record]!]!
  let [one, other] = [0, 0]
  const frequencies: Frequencies = (k) => {
    if (levels[k] === SWAPPED && k === first) return Math.max(bothNames(one), bothNames(other))
    const { ids, parts } = columns[k]!
    const [a, b] = [ids[one]!, ids[other]!]
    if (parts.size === 0) return a === b ? shares[k]![a] : Math.max(shares[k]![a]!, shares[k]![b]!)
    const [mine, theirs] = [parts.get(a) ?? [a], parts.get(b) ?? [b]]
    const common = mine.filter((part) => theirs.includes(part))
    if (common.length > 0) return Math.min(...common.map((part) => shares[k]![part]!))
    return Math.max(...[...mine, ...theirs].map((part) => shares[k]![part]!))
  }
  const bothNames = (record: number) => shareAt(first!, record) * shareAt(last!, record)
  return (a: number, b: number): Frequencies => {
    one = a
    other = b
    return frequencies
  }
}
