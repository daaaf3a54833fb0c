import { KINDS, type Measure, SAME } from '../compare/kinds.ts'
import { compareNames, type Name, readName } from '../compare/names.ts'
import {
  compareCodes,
  compareDates,
  compareEmails,
  comparePhones,
  compareWords,
  type Words,
} from '../compare/values.ts'
import { type Column, textOf, valuesIn } from './columns.ts'

/** Of two values of a column how they agree. Each value is read once, when it is first compared. */
export type Compare = (one: number, other: number) => number

export function comparing(column: Column): Compare {
  const measure = KINDS[column.field.kind].measure
  const same = SAME(column.field.kind)
  const read = READERS[measure](column)
  // The room for what is remembered would cost more than comparing a few.
  const single = valuesIn(column) < FEW ? read : remembered(read)
  const { parts } = column
  const scripts = measure === 'name' && parts.size > 0 ? scriptsOf(column) : null
  if (parts.size === 0) return (one, other) => (one === other ? same : single(one, other))
  return (one, other) => {
    if (one === other) return same
    const [mine, theirs] = [parts.get(one), parts.get(other)]
    if (!mine && !theirs) return single(one, other)
    let best = 0
    const inOneScript = scripts?.meet(mine ?? [one], theirs ?? [other])
    for (const part of mine ?? [one])
      for (const their of theirs ?? [other]) {
        if (part === their) return same
        if (!inOneScript || scripts!.same(part, their)) best = Math.max(best, single(part, their))
      }
    return best
  }
}

/** Names that both have in one script are compared in that alone: letter by letter says more than by ear. */
function scriptsOf(column: Column) {
  const arabic = Uint8Array.from({ length: valuesIn(column) }, (_, id) => Number(ARABIC.test(textOf(column, id))))
  return {
    same: (one: number, other: number) => arabic[one] === arabic[other],
    meet: (mine: readonly number[], theirs: readonly number[]) =>
      mine.some((one) => theirs.some((other) => arabic[one] === arabic[other])),
  }
}
const ARABIC = /\p{Script=Arabic}/u

const FEW = 1_000

/** What two values were found to be is asked again within the next pairs. */
function remembered(compare: Compare): Compare {
  const [ones, others, found] = [new Int32Array(REMEMBERED), new Int32Array(REMEMBERED), new Uint8Array(REMEMBERED)]
  return (a, b) => {
    const [one, other] = a < b ? [a, b] : [b, a]
    const place = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> (32 - BITS)
    if (ones[place] !== one || others[place] !== other) {
      found[place] = compare(one, other)
      ones[place] = one
      others[place] = other
    }
    return found[place]!
  }
}
const BITS = 16
const REMEMBERED = 1 << BITS

type Reader = (column: Column) => Compare
const plainly =
  (compare: (one: string, other: string) => number): Reader =>
  (column) => {
    const read = reading(column, (text) => text)
    return (one, other) => compare(read(one), read(other))
  }

const READERS: Readonly<Record<Measure, Reader>> = {
  name: (column) => {
    const read = reading<Name>(column, readName)
    return (one, other) => compareNames(read(one), read(other))
  },
  words: (column) => {
    const says = sayings(column)
    const read = reading<Words>(column, (text) => {
      const words = text.split(' ').slice(0, MOST_WORDS)
      return { compact: words.join(''), words, says: words.map(says) }
    })
    return (one, other) => compareWords(read(one), read(other))
  },
  code: plainly(compareCodes),
  date: plainly(compareDates),
  phone: plainly(comparePhones),
  email: plainly(compareEmails),
  category: () => () => 0,
}
const MOST_WORDS = 12

/** Read once, where there are not too many to keep. */
function reading<T>(column: Column, read: (text: string) => T): (id: number) => T {
  if (valuesIn(column) > MOST_KEPT) return (id) => read(textOf(column, id))
  const known: T[] = []
  return (id) => (known[id] ??= read(textOf(column, id)))
}
const MOST_KEPT = 200_000

/** What a word says: the fewer different values have it, the more. */
function sayings(column: Column): (word: string) => number {
  const [all, found] = [valuesIn(column), new Map<string, number>()]
  const step = Math.max(1, Math.floor(all / 50_000))
  for (let id = 1; id < all; id += step)
    for (const word of textOf(column, id).split(' ')) found.set(word, (found.get(word) ?? 0) + 1)
  const most = Math.log2(all / step + 1)
  return (word) => Math.max(0.5, most - Math.log2(1 + (found.get(word) ?? 0)))
}
