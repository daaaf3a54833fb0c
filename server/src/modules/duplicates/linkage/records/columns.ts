import type { Field, Values } from '../compare/kinds.ts'
import { normal } from '../compare/normal.ts'

/**
 * One field of all records: for each record the id of its value, and each value once. In shared memory, so that several
 * threads read the same. 0 is no value.
 */
export interface Column {
  readonly field: Field
  readonly ids: Int32Array
  readonly letters: Uint16Array
  readonly starts: Uint32Array
  /** The single values of those that are several. */
  readonly parts: ReadonlyMap<number, readonly number[]>
}

export interface Columns {
  readonly count: number
  readonly columns: readonly Column[]
}

const BETWEEN = '\u001f'

/** What a record says of each field, as it is compared. */
export type Said = readonly (readonly string[])[]

const NOTHING_SAID: readonly string[] = []

export const saidIn = (fields: readonly Field[], values: Values): Said =>
  fields.map(({ name, kind }) => {
    const value = values[name]
    if (!value) return NOTHING_SAID
    if (typeof value === 'string') return [normal(kind, value)].filter(Boolean)
    return [...new Set(value.map((text) => normal(kind, text)))].filter(Boolean)
  })

export function columnsBuilder(fields: readonly Field[]) {
  const drafts = fields.map((field) => ({
    field,
    ids: new Int32Array(16),
    byText: new Map<string, number>([['', 0]]),
    parts: new Map<number, readonly number[]>(),
  }))
  let count = 0
  const idOf = (draft: (typeof drafts)[0], text: string) => {
    const known = draft.byText.get(text)
    if (known !== undefined) return known
    const id = draft.byText.size
    draft.byText.set(text, id)
    return id
  }
  function add(record: Said): void {
    for (const [k, draft] of drafts.entries()) {
      if (count === draft.ids.length) draft.ids = twiceAsLong(draft.ids)
      const said = record[k]!
      if (said.length < 2) draft.ids[count] = idOf(draft, said[0] ?? '')
      else {
        const parts = said.map((text) => idOf(draft, text))
        const id = idOf(draft, said.join(BETWEEN))
        draft.parts.set(id, parts)
        draft.ids[count] = id
      }
    }
    count++
  }
  const done = (): Columns => ({
    count,
    columns: drafts.map(({ field, ids, byText, parts }) => ({
      field,
      ids: shared(ids.subarray(0, count)),
      ...pool(byText),
      parts,
    })),
  })
  return { add: (values: Values) => add(saidIn(fields, values)), addSaid: add, done }
}

function pool(byText: ReadonlyMap<string, number>): Pick<Column, 'letters' | 'starts'> {
  let size = 0
  for (const text of byText.keys()) size += text.length
  const letters = new Uint16Array(new SharedArrayBuffer(size * 2))
  const starts = new Uint32Array(new SharedArrayBuffer((byText.size + 1) * 4))
  let [at, id] = [0, 0]
  for (const text of byText.keys()) {
    starts[id++] = at
    for (let i = 0; i < text.length; i++) letters[at++] = text.charCodeAt(i)
  }
  starts[id] = at
  return { letters, starts }
}

export const valuesIn = ({ starts }: Column) => starts.length - 1

export function textOf({ letters, starts }: Column, id: number): string {
  let text = ''
  for (let at = starts[id]!; at < starts[id + 1]!; at++) text += String.fromCharCode(letters[at]!)
  return text
}

function twiceAsLong(ids: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * ids.length)
  longer.set(ids)
  return longer
}

function shared(from: Int32Array): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(from.length * 4))
  array.set(from)
  return array
}
