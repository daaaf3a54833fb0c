import { frequenciesOf } from './model/frequencies.ts'
import { noWeights, weigh } from './model/model.ts'
import { bestThreshold, type Expected } from './model/threshold.ts'
import { type Trained, training } from './model/train.ts'
import { atomsOf } from './pairs/atoms.ts'
import { type Cluster, clustersOf } from './pairs/clusters.ts'
import type { FoundPairs } from './pairs/found.ts'
import { canThread, type Looker, lookingHere, lookingInThreads } from './pairs/looker.ts'
import { type Known, type LeftOut, limitsFor, type Passes, passesOf, possiblePasses } from './pairs/passes.ts'
import { scanning } from './pairs/scan.ts'
import type { Columns } from './records/columns.ts'
import { type Leveller, levelling } from './records/levels.ts'

export interface Linked extends Trained {
  readonly pairs: FoundPairs
  readonly expected: Expected
  /** At the threshold that is to be expected the best, and at any other. */
  readonly clusters: readonly Cluster[]
  readonly clustersAt: (threshold: number) => readonly Cluster[]
  readonly passes: Passes
  readonly compared: number
  readonly leftOut: readonly LeftOut[]
}

interface Options {
  readonly threads?: number
  /** How far it has come, of one. */
  readonly at?: (share: number) => void
}

/** The first look is generous: its model is the usual one. */
const FIRST_LOOK = -10
const LAST_LOOK = -8
const ROUNDS_BEFORE = 3
const ROUNDS_AFTER = 2
/** Far below the threshold a pair is no longer open: something speaks against it. */
export const AGAINST = 10
/** With fewer records other threads cost more than they help. */
const WORTH_THREADS = 20_000

/** Learns the model from the records themselves, without labels, and finds which of them are one person. */
export async function link(columns: Columns, { threads = 0, at = () => {} }: Options = {}): Promise<Linked> {
  const many = threads > 0 && columns.count >= WORTH_THREADS && canThread()
  const looker = many ? lookingInThreads(columns, threads) : lookingHere(columns)
  try {
    return await linked(columns, looker, at)
  } finally {
    await looker.end()
  }
}

async function linked(columns: Columns, looker: Looker, at: (share: number) => void): Promise<Linked> {
  const leveller = levelling(columns)
  const limits = limitsFor(columns.count)
  const possible = possiblePasses(atomsOf(columns), columns.count, limits)
  at(0.1)
  const train = training(
    columns,
    leveller,
    columns.columns.map(({ field }) => field),
  )
  const first = passesOf(possible, columns.count, undefined, { ...limits, most: limits.most / 4 })
  let trained = train.start()
  const begun = await looker.look({ passes: first, trained, least: FIRST_LOOK })
  at(0.3)
  for (let round = 0; round < ROUNDS_BEFORE; round++) trained = train.round(begun.pairs, trained)
  const passes = passesOf(possible, columns.count, likely(begun.pairs, columns, leveller, trained), limits)
  at(0.4)
  const looked = await looker.look({ passes, trained, least: LAST_LOOK })
  at(0.8)
  for (let round = 0; round < ROUNDS_AFTER; round++) trained = train.round(looked.pairs, trained)
  const pairs = weighedAgain(looked.pairs, columns, trained)
  const expected = bestThreshold(pairs.bits)
  const { score } = scanning(columns, leveller, trained, Number.NEGATIVE_INFINITY)
  const clustersAt = (threshold: number) => clustersOf(pairs, threshold, threshold - AGAINST, score)
  const clusters = clustersAt(expected.threshold)
  at(1)
  const { leftOut } = passes
  return { ...trained, pairs, expected, clusters, clustersAt, passes, compared: looked.compared, leftOut }
}

function weighedAgain(pairs: FoundPairs, columns: Columns, { model, shares }: Trained): FoundPairs {
  const wide = columns.columns.length
  const levels = new Uint8Array(wide)
  const frequencies = frequenciesOf(columns, shares, levels)
  const weights = noWeights(model)
  const bits = pairs.bits.map((_, n) => {
    for (let k = 0; k < wide; k++) levels[k] = pairs.levels[n * wide + k]!
    return weigh(model, levels, frequencies(pairs.ones[n]!, pairs.others[n]!), weights)
  })
  return { ...pairs, bits }
}

/** Some of the pairs that are one person by this model. */
function likely({ ones, others }: FoundPairs, columns: Columns, leveller: Leveller, trained: Trained): Known {
  const { score } = scanning(columns, leveller, trained, Number.NEGATIVE_INFINITY)
  const step = Math.max(1, Math.floor(ones.length / MOST_KNOWN))
  const found = [...ones.keys()].filter((n) => n % step === 0 && score(ones[n]!, others[n]!) > 3)
  return { ones: Int32Array.from(found, (n) => ones[n]!), others: Int32Array.from(found, (n) => others[n]!) }
}
const MOST_KNOWN = 5_000
