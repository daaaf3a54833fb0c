import { keysOf } from '../../../../kit/known.ts'
import { type Field, KINDS, type KindName, type Value, type Values } from '../compare/kinds.ts'

/** What a column of a file may hold: beside the kinds of fields a whole name, or that in the other script. */
const WHOLE = ['name', 'name2'] as const
export type Held = KindName | (typeof WHOLE)[number]
export const HELD = [...keysOf(KINDS), ...WHOLE]

export interface Mapped {
  readonly column: string
  readonly held: Held
}
export interface Mapping {
  readonly fields: readonly Field[]
  valuesOf(row: (column: string) => string): Values
}

/** Of several columns a person has one of: any may agree with any. */
const ANY_OF = ['phone', 'email']

export function mapping(mapped: readonly Mapped[]): Mapping {
  const single = mapped.flatMap(({ column, held }) => (isWhole(held) ? [] : [{ column, held }]))
  const fields: Field[] = []
  for (const { column, held } of single)
    if (!ANY_OF.includes(held) || !fields.some(({ kind }) => kind === held)) fields.push({ name: column, kind: held })
  const wholes = mapped.filter(({ held }) => isWhole(held)).map(({ column }) => column)
  const nameOf = (kind: KindName) => fields.find((field) => field.kind === kind)?.name
  const [first, last] = [nameOf('firstName') ?? 'first name', nameOf('lastName') ?? 'last name']
  if (wholes.length > 0) {
    if (!nameOf('firstName')) fields.push({ name: first, kind: 'firstName' })
    if (!nameOf('lastName')) fields.push({ name: last, kind: 'lastName' })
  }
  return {
    fields,
    valuesOf(row) {
      const values: Record<string, Value> = {}
      for (const { column, held } of single) {
        const name = ANY_OF.includes(held) ? nameOf(held)! : column
        values[name] = name in values ? [values[name]!, row(column)].flat() : row(column)
      }
      for (const column of wholes) {
        const [given, family] = splitName(row(column))
        values[first] = [values[first] ?? [], given].flat()
        values[last] = [values[last] ?? [], family].flat()
      }
      return values
    },
  }
}

const isWhole = (held: Held): held is (typeof WHOLE)[number] => WHOLE.some((one) => one === held)

/** The last word is the last name, with its article; before a comma it comes first. */
export function splitName(whole: string): readonly [first: string, last: string] {
  const [before = '', after] = whole.split(',').map((part) => part.trim())
  if (after) return [after, before]
  const found = LAST.exec(before)
  return found ? [before.slice(0, found.index), found[0].trim()] : [before, '']
}
const LAST = /\s+(?:(?:al|el|bin|ibn|bint|van|von|der|de|di|da|la|le|ال|بن)[\s-]+)*\S+$/i
