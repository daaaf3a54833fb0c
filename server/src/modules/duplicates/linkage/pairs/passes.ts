import { together } from '../records/hash.ts'
import type { Atom } from './atoms.ts'

/**
 * The passes in which records meet. A pass is one atom, or two of different fields; the passes are found from the data: all
 * that bring few records together, the most telling first, until there are as many pairs as may be compared.
 */
export interface Passes {
  readonly count: number
  readonly names: readonly string[]
  /** By record, then by pass; 0 where a record takes no part. */
  readonly keys: Int32Array
  /** Pairs in each, before those that met in an earlier one are left out. */
  readonly pairs: readonly number[]
  /** What was left out, because too many records have the same: they may meet elsewhere. */
  readonly leftOut: readonly LeftOut[]
}
export interface LeftOut {
  readonly pass: string
  readonly records: number
  readonly pairs: number
}

interface Limits {
  /** Pairs in all. */
  readonly most: number
  /** Records with the same key. */
  readonly block: number
  readonly passes: number
}
export const limitsFor = (count: number): Limits => ({
  most: Math.max(1_500_000, Math.min(60 * count, 36_000_000 + 4 * count)),
  block: Math.max(60, Math.min(500, Math.round(Math.sqrt(count) / 2))),
  passes: 48,
})
/** So few are all compared with all. */
const ALL_PAIRS = 1_800

/** Pairs that are probably one person, to learn from in which passes such pairs meet. */
export interface Known {
  readonly ones: Int32Array
  readonly others: Int32Array
}

interface Draft {
  readonly name: string
  readonly atoms: readonly Atom[]
  readonly pairs: number
  readonly left: LeftOut
}

/** Every way in which few enough records meet, with what it costs. */
export function possiblePasses(atoms: readonly Atom[], count: number, limits = limitsFor(count)): Draft[] {
  const measure = measuring(count, limits.block)
  const few = Math.max(4 * count, limits.most / 24)
  const fits = ({ pairs, left }: Draft) => pairs > 0 && pairs <= few && left.records < count / 3
  const single = atoms.filter(({ alone }) => alone).map((atom) => measure([atom]))
  const pairs = atoms.flatMap((one, n) =>
    atoms
      .slice(n + 1)
      .filter((other) => one.column >= 0 && other.column >= 0 && one.column !== other.column)
      .map((other) => measure([one, other])),
  )
  return [...single, ...pairs].filter(fits)
}

/** Without anything known the cheapest; else those that bring known pairs together in the most different ways. */
export function passesOf(possible: readonly Draft[], count: number, known?: Known, limits = limitsFor(count)): Passes {
  if (count <= ALL_PAIRS) return laidOut([everyone(count)], count, limits)
  return laidOut(
    known && known.ones.length >= 20 ? taught(possible, known, limits) : cheapest(possible, limits),
    count,
    limits,
  )
}

function everyone(count: number): Draft {
  const atom = { name: 'all', column: -1, alone: true, keys: new Int32Array(count).fill(1) }
  return { name: 'all', atoms: [atom], pairs: (count * (count - 1)) / 2, left: { pass: 'all', records: 0, pairs: 0 } }
}

function cheapest(possible: readonly Draft[], { most, passes }: Limits): Draft[] {
  const kept: Draft[] = []
  let sum = 0
  for (const draft of [...possible].sort((a, b) => a.pairs - b.pairs)) {
    if (kept.length === passes || sum + draft.pairs > most) break
    kept.push(draft)
    sum += draft.pairs
  }
  return kept
}

/** So many times its part of the room a pass may take without counting much. */
const FREELY = 4

/**
 * One by one the pass that gains most for what it costs. A pair that met already gains half as much by meeting again: the
 * pairs that are not known yet lack one or the other thing that these have in common.
 */
function taught(possible: readonly Draft[], { ones, others }: Known, { most, passes }: Limits): Draft[] {
  const meet = new Map<Atom, Uint8Array>()
  for (const atom of new Set(possible.flatMap(({ atoms }) => atoms)))
    meet.set(
      atom,
      Uint8Array.from(ones, (one, n) => Number(atom.keys[one] !== 0 && atom.keys[one] === atom.keys[others[n]!])),
    )
  const worth = new Float64Array(ones.length).fill(1)
  const gain = ({ atoms: [one, other] }: Draft) => {
    const [first, second] = [meet.get(one!)!, meet.get(other ?? one!)!]
    let sum = 0
    for (let n = 0; n < worth.length; n++) if (first[n] === 1 && second[n] === 1) sum += worth[n]!
    return sum
  }
  const kept: Draft[] = []
  const left = new Set(possible)
  let room = most
  while (kept.length < passes) {
    let [best, rate]: [Draft | undefined, number] = [undefined, 1e-12 * ones.length]
    for (const draft of left) {
      if (draft.pairs > room) continue
      const here = gain(draft) / (draft.pairs + (FREELY * most) / passes)
      if (here > rate) [best, rate] = [draft, here]
    }
    if (!best) break
    const [first, second] = [meet.get(best.atoms[0]!)!, meet.get(best.atoms.at(-1)!)!]
    for (let n = 0; n < worth.length; n++) if (first[n] === 1 && second[n] === 1) worth[n]! /= 2
    kept.push(best)
    left.delete(best)
    room -= best.pairs
  }
  return kept
}

function keysOf({ atoms: [one, other] }: Draft, into: Int32Array): Int32Array {
  const mine = one!.keys
  if (!other) return mine
  const theirs = other.keys
  for (let n = 0; n < into.length; n++) {
    const [a, b] = [mine[n]!, theirs[n]!]
    into[n] = a === 0 || b === 0 ? 0 : together(a, b)
  }
  return into
}

/** Of many records a part of the keys is counted, and speaks for all. */
const COUNTED_WHOLE = 200_000

function measuring(count: number, block: number) {
  const parts = count > COUNTED_WHOLE ? 8 : 1
  const counting = countingOf(Math.ceil(count / parts))
  const scratch = new Int32Array(count)
  return (atoms: readonly Atom[]): Draft => {
    const name = atoms.map((atom) => atom.name).join(' + ')
    const draft = { name, atoms, pairs: 0, left: { pass: name, records: 0, pairs: 0 } }
    let [pairs, records, without] = [0, 0, 0]
    for (const size of counting(keysOf(draft, scratch), parts).counts) {
      if (size <= block) pairs += (size * (size - 1)) / 2
      else {
        records += size
        without += (size * (size - 1)) / 2
      }
    }
    return { ...draft, pairs: pairs * parts, left: { pass: name, records: records * parts, pairs: without * parts } }
  }
}

function countingOf(count: number) {
  const bits = Math.max(10, Math.ceil(Math.log2(count * 2)))
  const counts = new Int32Array(1 << bits)
  return (keys: Int32Array, parts = 1) => {
    counts.fill(0)
    const mask = parts - 1
    for (let n = 0; n < keys.length; n++) {
      const key = keys[n]!
      if (key !== 0 && (key & mask) === 0) counts[key >>> (32 - bits)]!++
    }
    return { counts, sizeOf: (key: number) => counts[key >>> (32 - bits)]! }
  }
}

function laidOut(drafts: readonly Draft[], count: number, { block }: Limits): Passes {
  const wide = drafts.length
  const keys = new Int32Array(new SharedArrayBuffer(count * wide * 4))
  const counting = countingOf(count)
  const scratch = new Int32Array(count)
  drafts.forEach((draft, pass) => {
    const own = keysOf(draft, scratch)
    const { sizeOf } = counting(own)
    const most = draft.left.records === 0 ? count : block
    for (let n = 0; n < count; n++) if (own[n] !== 0 && sizeOf(own[n]!) <= most) keys[n * wide + pass] = own[n]!
  })
  return {
    count,
    names: drafts.map(({ name }) => name),
    keys,
    pairs: drafts.map(({ pairs }) => pairs),
    leftOut: drafts.map(({ left }) => left).filter(({ pairs }) => pairs > 0),
  }
}

/** Each pair of a pass that met in no earlier one. */
export function eachPair(
  { count, names, keys }: Passes,
  pass: number,
  visit: (one: number, other: number) => void,
): void {
  const wide = names.length
  const { records, keys: sorted } = sortedBy(keys, count, wide, pass)
  for (let from = 0, to = 0; from < records.length; from = to) {
    while (to < records.length && sorted[to] === sorted[from]) to++
    for (let i = from; i < to; i++)
      for (let j = i + 1; j < to; j++)
        if (!metBefore(keys, records[i]! * wide, records[j]! * wide, pass)) visit(records[i]!, records[j]!)
  }
}

function metBefore(keys: Int32Array, one: number, other: number, pass: number): boolean {
  for (let earlier = 0; earlier < pass; earlier++) {
    const key = keys[one + earlier]!
    if (key !== 0 && key === keys[other + earlier]) return true
  }
  return false
}

interface Sorted {
  readonly records: Int32Array
  readonly keys: Int32Array
}

/** The records that take part, by their keys: sorted by their digits. */
function sortedBy(keys: Int32Array, count: number, wide: number, pass: number): Sorted {
  let size = 0
  for (let at = pass; at < count * wide; at += wide) if (keys[at] !== 0) size++
  let from = { records: new Int32Array(size), keys: new Int32Array(size) }
  let to = { records: new Int32Array(size), keys: new Int32Array(size) }
  for (let n = 0, at = 0; n < count; n++) {
    const key = keys[n * wide + pass]!
    if (key === 0) continue
    from.records[at] = n
    from.keys[at++] = key
  }
  const places = new Int32Array(2048)
  for (const shift of [0, 11, 22]) {
    places.fill(0)
    for (let n = 0; n < size; n++) places[(from.keys[n]! >>> shift) & 2047]!++
    for (let n = 0, sum = 0; n < 2048; n++) {
      const here = places[n]!
      places[n] = sum
      sum += here
    }
    for (let n = 0; n < size; n++) {
      const place = places[(from.keys[n]! >>> shift) & 2047]!++
      to.records[place] = from.records[n]!
      to.keys[place] = from.keys[n]!
    }
    ;[from, to] = [to, from]
  }
  return from
}
