import { wordsOf } from '../../../customers/search/index.ts'
import { KINDS, type KindName, type Measure } from '../compare/kinds.ts'
import { skeletonOf } from '../compare/skeleton.ts'
import { type Column, type Columns, textOf, valuesIn } from '../records/columns.ts'
import { hash, together } from '../records/hash.ts'

/** A part of a record that two records of one person may have in common, as a number for each record; 0 is none. */
export interface Atom {
  readonly name: string
  readonly column: number
  /** Alone it may be a pass; others only with a second. */
  readonly alone: boolean
  readonly keys: Int32Array
}

/** What each text is looked up by: as many as `NAMES` has of its measure. */
type Read = (text: string) => readonly string[]
const ATOMS: Readonly<
  Record<Measure, { readonly names: readonly string[]; readonly alone: number; readonly read: Read }>
> = {
  name: { names: ['', 'sound', 'begin'], alone: 1, read: nameAtoms },
  date: { names: ['', 'month', 'day', 'year'], alone: 1, read: dateAtoms },
  phone: {
    names: ['', 'begin', 'end'],
    alone: 1,
    read: (text) => [text.slice(-8), text.slice(-8, -4), text.slice(-4)],
  },
  email: {
    names: ['', 'local'],
    alone: 2,
    read: (text) => [
      text,
      text
        .replace(/@.*/, '')
        .replace(/[^a-z]/g, '')
        .slice(0, 8),
    ],
  },
  code: { names: ['', 'begin', 'end'], alone: 1, read: halves },
  words: { names: ['', 'longest', 'next'], alone: 1, read: wordAtoms },
  category: { names: [''], alone: 0, read: (text) => [text] },
}

function nameAtoms(text: string): string[] {
  const [first = [text]] = wordsOf(text)
  const word = first[0]!
  return [text, skeletonOf(word) || word, word.slice(0, 3)]
}
function dateAtoms(text: string): string[] {
  if (text.length !== 8) return [text, '', '', '']
  return [text, text.slice(0, 6), text.slice(4), text.slice(0, 4)]
}
function halves(text: string): string[] {
  const middle = Math.ceil(text.length / 2)
  return text.length < 4 ? [text, '', ''] : [text, `<${text.slice(0, middle)}`, `>${text.slice(middle)}`]
}
function wordAtoms(text: string): string[] {
  const words = [...new Set(text.split(' '))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return [text.replaceAll(' ', ''), words[0]!.slice(0, 6), words[1]?.slice(0, 6) ?? '']
}

export function atomsOf({ count, columns }: Columns): Atom[] {
  const atoms = columns.flatMap((column, index) => atomsIn(column, index, count))
  const [first, last] = ['firstName', 'lastName'].map((kind) =>
    atoms.find(({ column, name }) => columns[column]!.field.kind === kind && name.endsWith('.sound')),
  )
  if (!first || !last) return atoms
  // In either order, because they may stand in each other's place.
  const keys = new Int32Array(count)
  for (let n = 0; n < count; n++) {
    const [one, other] = [first.keys[n]!, last.keys[n]!]
    if (one !== 0 && other !== 0) keys[n] = together(Math.min(one, other), Math.max(one, other))
  }
  return [{ name: 'both names.sound', column: -1, alone: true, keys }, ...atoms]
}

function atomsIn(column: Column, index: number, count: number): Atom[] {
  const kind: KindName = column.field.kind
  const { names, alone, read } = ATOMS[KINDS[kind].measure]
  const used = kind === 'number' ? names.slice(0, 1) : names
  const byValue = used.map(() => new Int32Array(valuesIn(column)))
  for (let id = 1; id < valuesIn(column); id++) {
    const texts = read(textOf(column, column.parts.get(id)?.[0] ?? id))
    used.forEach((_, n) => {
      if (texts[n]) byValue[n]![id] = hash(texts[n]!)
    })
  }
  return used.map((name, n) => {
    const keys = new Int32Array(count)
    for (let record = 0; record < count; record++) keys[record] = byValue[n]![column.ids[record]!]!
    return { name: [column.field.name, name].filter(Boolean).join('.'), column: index, alone: n < alone, keys }
  })
}
