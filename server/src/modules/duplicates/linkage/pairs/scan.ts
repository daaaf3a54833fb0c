import { MISSING, SAME, SWAPPED } from '../compare/kinds.ts'
import { frequenciesOf, type Shares } from '../model/frequencies.ts'
import { type Model, noWeights, weigh } from '../model/model.ts'
import type { Columns } from '../records/columns.ts'
import type { Leveller } from '../records/levels.ts'

/** Pairs that may be one person: below `least` bits they are passed over, mostly without comparing a letter. */
export function scanning(
  columns: Columns,
  leveller: Leveller,
  { model, shares }: { model: Model; shares: Shares },
  least: number,
) {
  const wide = leveller.fields
  const levels = new Int16Array(wide)
  const frequencies = frequenciesOf(columns, shares, levels)
  const weights = noWeights(model)
  const hopes = model.fields.map((field) => {
    const ratios = field.person.map((person, level) =>
      level === SAME(field.kind) || level === SWAPPED
        ? 0
        : person / Math.min(field.strangers[level]!, field.following[level] ?? 1),
    )
    // Of a rare name a slip says up to four times as much.
    return Math.max(0, Math.log2(Math.max(...ratios))) + 2
  })
  const hopeOfSwap = model.fields.map(({ kind }) => (kind === 'firstName' ? 14 : 0))
  const order = [...hopes.keys()].sort((a, b) => hopes[b]! - hopes[a]!)

  /** The score of a pair, or below `least`: then the levels are not all there. */
  function score(one: number, other: number): number {
    leveller.glance(one, other, levels)
    const of = frequencies(one, other)
    let hope = model.person
    for (let k = 0; k < wide; k++) {
      const level = levels[k]!
      if (level === -1) hope += Math.max(hopes[k]!, hopeOfSwap[k]!)
      else if (level !== MISSING) {
        const { person, strangers } = model.fields[k]!
        hope += Math.log2(person[level]! / (of(k) ?? strangers[level]!))
      }
    }
    if (hope < least) return hope
    for (const k of order) {
      if (levels[k] !== -1) continue
      const level = leveller.compare(k, one, other)
      levels[k] = level
      const { person, strangers } = model.fields[k]!
      if (hopeOfSwap[k] === 0)
        hope += Math.log2(person[level]! / strangers[level]!) + 2 - Math.max(hopes[k]!, hopeOfSwap[k]!)
      if (hope < least) return hope
    }
    leveller.swap(one, other, levels)
    return weigh(model, levels, of, weights)
  }
  return { levels, weights, score }
}
