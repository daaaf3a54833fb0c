import { type Field, KINDS, type KindName, LEVELS, MISSING } from '../compare/kinds.ts'
import type { Columns } from '../records/columns.ts'
import { together } from '../records/hash.ts'
import { type Leveller, levelsBetween } from '../records/levels.ts'
import { frequenciesOf, type Shares, sharesOf } from './frequencies.ts'
import { agreesFrom, type FieldModel, type Model, noWeights, priorModel, probability, weigh } from './model.ts'
import { randomly } from './random.ts'

/** Pairs and how they agree: `levels` by pair, then by field. */
export interface Pairs {
  readonly ones: Int32Array
  readonly others: Int32Array
  readonly levels: Uint8Array
  /** How many pairs each speaks for. */
  readonly each: number
}

export interface Trained {
  readonly model: Model
  readonly shares: Shares
  /** By record; -1 for those that are alone. */
  readonly personOf: Int32Array
}

const ROUNDS = 12
/** In bits. */
const SETTLED = 0.002
/** What is said beforehand counts as so many pairs. */
const BEFOREHAND = 12
const STRANGERS = 150_000

/** The weights are found without labels: they are those under which the pairs are likeliest (EM). */
export function training(columns: Columns, leveller: Leveller, fields: readonly Field[]) {
  const all = (columns.count * (columns.count - 1)) / 2
  const prior = priorModel(fields, all, Math.max(2, columns.count * 0.05))
  const strangers = strangersOf(columns, leveller, prior)

  function start(): Trained {
    const personOf = new Int32Array(columns.count).fill(-1)
    return { model: withStrangers(prior, strangers(personOf)), shares: sharesOf(columns, personOf), personOf }
  }
  /** The next, better one. */
  function round(pairs: Pairs, { model, shares }: Trained, rounds = ROUNDS): Trained {
    let now = model
    const some = someOf(pairs, leveller.fields)
    for (let n = 0; n < rounds; n++) {
      const before = now
      now = step(columns, some, before, prior, shares, all)
      if (Math.abs(now.person - before.person) < SETTLED) break
    }
    const personOf = peopleBy(columns, pairs, now, shares)
    return { model: withStrangers(now, strangers(personOf)), shares: sharesOf(columns, personOf), personOf }
  }
  return { start, round }
}

/** Enough to learn from. */
function someOf(pairs: Pairs, wide: number): Pairs {
  const each = Math.ceil(pairs.ones.length / MOST_LEARNED)
  if (each === 1 || pairs.ones.length === 0) return pairs
  const kept = Int32Array.from({ length: Math.floor(pairs.ones.length / each) }, (_, n) => n * each)
  const levels = new Uint8Array(kept.length * wide)
  kept.forEach((n, at) => {
    levels.set(pairs.levels.subarray(n * wide, (n + 1) * wide), at * wide)
  })
  return { ones: kept.map((n) => pairs.ones[n]!), others: kept.map((n) => pairs.others[n]!), levels, each }
}
const MOST_LEARNED = 200_000

function step(columns: Columns, pairs: Pairs, model: Model, prior: Model, shares: Shares, all: number): Model {
  const wide = model.fields.length
  const sums = model.fields.map(({ person }) => new Float64Array(person.length))
  const levels = new Uint8Array(wide)
  const frequencies = frequenciesOf(columns, shares, levels)
  const weights = noWeights(model)
  let [matches, households] = [0, 0]
  for (let n = 0; n < pairs.ones.length; n++) {
    for (let k = 0; k < wide; k++) levels[k] = pairs.levels[n * wide + k]!
    const total = weigh(model, levels, frequencies(pairs.ones[n]!, pairs.others[n]!), weights)
    const likely = probability(total)
    matches += likely
    households += (1 - likely) * (1 - 2 ** weights.household)
    if (likely < 0.001) continue
    for (let k = 0; k < wide; k++) if (levels[k] !== MISSING) sums[k]![levels[k]!]! += likely
  }
  const others = Math.max(...model.fields.map(({ kind }, k) => excess(kind, sums[k]!))) * matches
  matches -= others
  households += others
  const strangers = Math.max(1, all - pairs.each * (matches + households))
  const share = (found: number) => Math.log2(Math.max(0.5, found * pairs.each) / strangers)
  return {
    person: share(matches),
    household: Math.min(share(households), share(matches) + 6),
    fields: model.fields.map((field, k) => ({ ...field, person: inOrder(field, learned(sums[k]!, prior.fields[k]!)) })),
  }
}

/** The share of pairs in which what describes one person differs more often than it may: they are of one household. */
function excess(kind: KindName, sums: Float64Array): number {
  if (KINDS[kind].shared > 0) return 0
  const most = KINDS[kind].differs / 10
  const all = sums.reduce((sum, one) => sum + one, 0)
  return all < 1 ? 0 : Math.max(0, (sums[0]! - most * all) / (all * (1 - most)))
}

function learned(sums: Float64Array, { person, kind }: FieldModel): number[] {
  const all = sums.reduce((sum, one) => sum + one, 0) + BEFOREHAND
  const found = person.map((before, level) => (sums[level]! + before * BEFOREHAND) / all)
  const most = KINDS[kind].differs / 10
  if (found[0]! <= most) return found
  return found.map((share, level) => (level === 0 ? most : (share * (1 - most)) / (1 - found[0]!)))
}

/** A better agreement never says less. */
function inOrder({ kind, strangers }: FieldModel, person: number[]): number[] {
  const chain = CHAINS[KINDS[kind].measure] ?? levelsIn(kind)
  const blocks: { readonly levels: number[]; person: number; strangers: number }[] = []
  for (const level of chain) {
    blocks.push({ levels: [level], person: person[level]!, strangers: strangers[level]! })
    for (
      let last = blocks.at(-1)!, before = blocks.at(-2);
      before && before.person * last.strangers > last.person * before.strangers;
      last = before, before = blocks.at(-2)
    ) {
      before.levels.push(...last.levels)
      before.person += last.person
      before.strangers += last.strangers
      blocks.pop()
    }
  }
  const after = [...person]
  for (const block of blocks)
    for (const level of block.levels) after[level] = (block.person * strangers[level]!) / block.strangers
  return after
}
const levelsIn = (kind: KindName) => LEVELS[KINDS[kind].measure].map((_, level) => level)
const NAME_CHAIN = ['different', 'weak', 'near', 'slip', 'sounds', 'same'] as const
const CHAINS: Partial<Record<keyof typeof LEVELS, number[]>> = {
  name: NAME_CHAIN.map((level) => LEVELS.name.indexOf(level)),
}

/** Groups of records that are probably one person, for counting: here one link is enough. */
function peopleBy(columns: Columns, pairs: Pairs, model: Model, shares: Shares): Int32Array {
  const parents = Int32Array.from({ length: columns.count }, (_, n) => n)
  const top = (n: number): number => {
    let at = n
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!
    return at
  }
  const wide = model.fields.length
  const levels = new Uint8Array(wide)
  const frequencies = frequenciesOf(columns, shares, levels)
  const weights = noWeights(model)
  const linked = new Uint8Array(columns.count)
  for (let n = 0; n < pairs.ones.length; n++) {
    for (let k = 0; k < wide; k++) levels[k] = pairs.levels[n * wide + k]!
    if (weigh(model, levels, frequencies(pairs.ones[n]!, pairs.others[n]!), weights) < 2) continue
    linked[pairs.ones[n]!] = linked[pairs.others[n]!] = 1
    parents[top(pairs.ones[n]!)] = top(pairs.others[n]!)
  }
  return Int32Array.from({ length: columns.count }, (_, n) => (linked[n] ? top(n) : -1))
}

interface Strangers {
  readonly usual: readonly (readonly number[])[]
  readonly following: readonly (readonly number[])[]
}

/** How strangers agree: pairs drawn at random, without those that are one person. */
function strangersOf(columns: Columns, leveller: Leveller, prior: Model) {
  const next = randomly(columns.count)
  const usual = sample(Math.min(STRANGERS, columns.count * 100), () => [next(columns.count), next(columns.count)])
  const following = prior.fields.map(({ follows }) =>
    follows.length === 0 ? null : sampleOf(meetingIn(columns, follows, next)),
  )
  function sampleOf(pairs: readonly (readonly [number, number])[]) {
    let at = 0
    return sample(pairs.length, () => pairs[at++]!)
  }
  function sample(size: number, draw: () => readonly [number, number]) {
    const [ones, others] = [new Int32Array(size), new Int32Array(size)]
    const levels = new Uint8Array(size * leveller.fields)
    const found = new Int16Array(leveller.fields)
    for (let n = 0; n < size; n++) {
      const [one, other] = draw()
      ones[n] = one
      others[n] = other
      if (one === other) continue
      levelsBetween(leveller, one, other, found)
      levels.set(found, n * leveller.fields)
    }
    return { ones, others, levels }
  }
  type Sample = ReturnType<typeof sample>

  function counted(
    { ones, others, levels }: Sample,
    k: number,
    personOf: Int32Array,
    when: (n: number) => boolean,
    before?: readonly number[],
  ): number[] {
    const counts = new Float64Array(prior.fields[k]!.strangers.length)
    let sum = 0
    for (let n = 0; n < ones.length; n++) {
      const [one, other] = [ones[n]!, others[n]!]
      const level = levels[n * leveller.fields + k]!
      if (one === other || level === MISSING || (personOf[one]! >= 0 && personOf[one] === personOf[other]) || !when(n))
        continue
      counts[level]!++
      sum++
    }
    return before
      ? Array.from(counts, (count, level) => (count + FOLLOWING * before[level]!) / (sum + FOLLOWING))
      : Array.from(counts, (count) => (count + 0.3) / (sum + 0.3 * counts.length))
  }

  return (personOf: Int32Array): Strangers => {
    const usually = prior.fields.map((_, k) => counted(usual, k, personOf, () => true))
    return {
      usual: usually,
      following: prior.fields.map(({ follows }, k) => {
        const found = following[k]
        if (!found) return []
        const from = follows.map((one) => agreesFrom(prior.fields[one]!.kind))
        const agree = (n: number) =>
          follows.every((one, index) => {
            const level = found.levels[n * leveller.fields + one]!
            return level >= from[index]! && level !== MISSING
          })
        return counted(found, k, personOf, agree, usually[k])
      }),
    }
  }
}

/** Pairs that have the same in these fields. */
function meetingIn(columns: Columns, fields: readonly number[], next: (below: number) => number): [number, number][] {
  const keys = new Int32Array(columns.count)
  for (let n = 0; n < keys.length; n++) {
    const ids = fields.map((field) => columns.columns[field]!.ids[n]!)
    keys[n] = ids.includes(0) ? 0 : ids.reduce(together, 1)
  }
  const order = Int32Array.from(keys.keys()).filter((n) => keys[n] !== 0)
  order.sort((a, b) => keys[a]! - keys[b]!)
  const pairs: [number, number][] = []
  const step = Math.max(1, Math.floor(order.length / MOST_MEETING))
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && keys[order[to]!] === keys[order[from]!]) to++
    for (let n = from; n < to && to - from > 1; n += step)
      for (let draw = 0; draw < 3; draw++) pairs.push([order[n]!, order[from + next(to - from)]!])
  }
  return pairs
}
const MOST_MEETING = 12_000
/** Of what is seen in all pairs so many are counted with them. */
const FOLLOWING = 10

const withStrangers = (model: Model, { usual, following }: Strangers): Model => ({
  ...model,
  fields: model.fields.map((field, k) => ({ ...field, strangers: usual[k]!, following: following[k]! })),
})
