import { LEVELS, MISSING, SAME, SWAPPED } from '../compare/kinds.ts'
import { compareNames, type Name, readName } from '../compare/names.ts'
import { type Column, type Columns, textOf, valuesIn } from './columns.ts'
import { type Compare, comparing } from './comparing.ts'
import { hash } from './hash.ts'

const NEAR = LEVELS.name.indexOf('near')
const SLIP = LEVELS.name.indexOf('slip')

/** How two records agree, field by field. */
export interface Leveller {
  readonly fields: number
  /** Cheap: what is the same or missing; -1 is still to be compared. */
  glance(one: number, other: number, into: Int16Array): void
  compare(field: number, one: number, other: number): number
  /** Cheap: whether the two names may stand in each other's place. */
  maySwap(one: number, other: number): boolean
  /** Whether they do, once both were compared. */
  swap(one: number, other: number, levels: Int16Array): void
}

export function levelling({ columns }: Columns): Leveller {
  const compares: Compare[] = columns.map(comparing)
  const same = columns.map(({ field }) => SAME(field.kind))
  const ids = columns.map((column) => column.ids)
  return {
    fields: columns.length,
    glance(one, other, into) {
      for (let k = 0; k < ids.length; k++) {
        const [a, b] = [ids[k]![one]!, ids[k]![other]!]
        into[k] = a === 0 || b === 0 ? MISSING : a === b ? same[k]! : -1
      }
    },
    compare: (k, one, other) => compares[k]!(ids[k]![one]!, ids[k]![other]!),
    ...swapping(columns),
  }
}

/** Everything about two records. */
export function levelsBetween(leveller: Leveller, one: number, other: number, into: Int16Array): void {
  leveller.glance(one, other, into)
  for (let k = 0; k < leveller.fields; k++) if (into[k] === -1) into[k] = leveller.compare(k, one, other)
  leveller.swap(one, other, into)
}

function swapping(columns: readonly Column[]): Pick<Leveller, 'maySwap' | 'swap'> {
  const [first = -1, last = -1] = ['firstName', 'lastName'].map((kind) =>
    columns.findIndex(({ field }) => field.kind === kind),
  )
  if (first < 0 || last < 0) return { maySwap: () => false, swap: () => {} }
  const [firsts, lasts] = [named(columns[first]!), named(columns[last]!)]
  const [firstIds, lastIds] = [columns[first]!.ids, columns[last]!.ids]
  const maySwap = (one: number, other: number) => {
    const [a, b, c, d] = [firstIds[one]!, lastIds[one]!, firstIds[other]!, lastIds[other]!]
    if (a === 0 || b === 0 || c === 0 || d === 0) return false
    return firsts.begins[a] === lasts.begins[d] || lasts.begins[b] === firsts.begins[c]
  }
  return {
    maySwap,
    swap(one, other, levels) {
      if (levels[first]! >= SLIP || levels[last]! >= SLIP || !maySwap(one, other)) return
      const [a, b, c, d] = [firstIds[one]!, lastIds[one]!, firstIds[other]!, lastIds[other]!]
      if (compareNames(firsts.read(a), lasts.read(d)) < NEAR || compareNames(lasts.read(b), firsts.read(c)) < NEAR)
        return
      levels[first] = SWAPPED
      levels[last] = MISSING
    },
  }
}

function named(column: Column) {
  const known: Name[] = []
  const begins = new Int32Array(valuesIn(column))
  for (let id = 1; id < begins.length; id++) begins[id] = hash(textOf(column, id).slice(0, 2))
  return { begins, read: (id: number) => (known[id] ??= readName(textOf(column, column.parts.get(id)?.[0] ?? id))) }
}
