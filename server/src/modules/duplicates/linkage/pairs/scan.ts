import { MISSING, SAME, SWAPPED } from '../compare/kinds.ts'
import { frequenciesOf, type Shares } from '../model/frequencies.ts'
import { type Model, noWeights, weigh } from '../model/model.ts'
import type { Columns } from '../records/columns.ts'
import type { Leveller } from '../records/levels.ts'

/** What two names in each other's place say at most, beyond what they say in their own. */
const OF_SWAP = 24
/** Of a rare name a slip says up to four times as much. */
const OF_RARE = 2

interface Scanned {
  readonly model: Model
  readonly shares: Shares
}

/** Pairs that may be one person: below `least` bits they are passed over, mostly without comparing a letter. */
export function scanning(columns: Columns, leveller: Leveller, { model, shares }: Scanned, least: number) {
  const wide = leveller.fields
  const levels = new Int16Array(wide)
  const frequencies = frequenciesOf(columns, shares, levels)
  const weights = noWeights(model)
  const { bits, same, most } = hopesOf(model, shares)
  const ids = columns.columns.map((column) => column.ids)
  const order = [...most.keys()].sort((a, b) => most[b]! - most[a]!)

  /**
   * Against two strangers alone: a household is counted too, or their number could not be learned. Below `least` the
   * levels and weights are not all there.
   */
  function againstStrangers(one: number, other: number): number {
    leveller.glance(one, other, levels)
    let hope = model.person
    for (let k = 0; k < wide; k++) {
      const level = levels[k]!
      if (level === -1) hope += most[k]!
      else if (level !== MISSING) hope += same[k]![ids[k]![one]!]!
    }
    if (hope < least && hope + OF_SWAP < least) return hope
    if (leveller.maySwap(one, other)) hope += OF_SWAP
    if (hope < least) return hope
    for (const k of order) {
      if (levels[k] !== -1) continue
      const level = leveller.compare(k, one, other)
      levels[k] = level
      hope += bits[k]![level]! + OF_RARE - most[k]!
      if (hope < least) return hope
    }
    leveller.swap(one, other, levels)
    return weigh(model, levels, frequencies(one, other), weights) - weights.household
  }
  /** For a scan that passes nothing over. */
  const score = (one: number, other: number) => againstStrangers(one, other) + weights.household
  return { levels, weights, againstStrangers, score }
}

/** In bits: what each level says, what the same value says, and the most that values which are not the same may say. */
function hopesOf({ fields }: Model, shares: Shares) {
  const bits = fields.map(({ person, strangers, following }) =>
    person.map((mine, level) => Math.log2(mine / Math.min(strangers[level]!, following[level] ?? 1))),
  )
  const same = fields.map(({ kind, person }, k) => {
    const mine = person[SAME(kind)]!
    return shares[k]!.map((share) => Math.log2(mine / Math.max(share, 1e-9)))
  })
  const most = fields.map(({ kind }, k) => {
    const others = bits[k]!.filter((_, level) => level !== SAME(kind) && level !== SWAPPED)
    return Math.max(0, ...others) + OF_RARE
  })
  return { bits, same, most }
}
