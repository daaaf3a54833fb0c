import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { DB } from '../db/schema.ts'
import type { Log } from './log.ts'
import { type DataKey, keyIdOf, open, seal, Unopenable } from './sealing.ts'
import { bytesToUuid } from './uuid.ts'

export { type DataKey, Unopenable }

/** A sealed value that is unreadable: changed, moved, or not as its schema says. */
export class Unreadable extends Unopenable {}

/** One key, or several by the ids of their customers. Without the right one a value is gone, as after an erasure. */
export type Keys = DataKey | ReadonlyMap<string, DataKey> | undefined

interface Sealer {
  readonly keys: { readonly tenant: string; readonly own: DataKey }
}
interface Reader extends Sealer {
  readonly log: Log
}

/** How a value is written before sealing, and parsed after opening. */
export interface Form<Value> {
  write(value: Value): Buffer | string
  read(plain: Buffer): Value
}
export const TEXT: Form<string> = { write: (value) => value, read: (plain) => plain.toString() }
export const BYTES: Form<Buffer> = { write: (value) => value, read: (plain) => plain }
/** JSON. The schema has the defaults for older documents. */
export const document = <Value>(schema: z.ZodType<Value>): Form<Value> => ({
  write: (value) => JSON.stringify(value),
  read: (plain) => schema.parse(JSON.parse(plain.toString())),
})

/** Replaces an unreadable text. */
export const LOST = 'Damaged record · سجل تالف'

/** `null` and not damaged: nothing was sealed, or its key is gone. */
export interface Shown<Value> {
  readonly value: Value | null
  readonly damaged: boolean
}

type Table = keyof DB & string
type Row<T extends Table> = Selectable<DB[T]>
type Bytes<T extends Table> = { [C in keyof Row<T>]-?: Buffer extends Row<T>[C] ? C : never }[keyof Row<T>] & string
type Stored<C extends string> = { readonly [N in C]: Buffer | null }

interface Options<Found, Value> {
  /** The columns that identify the row. */
  readonly by: readonly (keyof Found & string)[]
  /** Their form in the associated data; by default joined by bars. */
  readonly at: (row: Found) => string
  /** The form of earlier releases. */
  readonly formerly: (row: Found) => string
  readonly mend: Mend<Value>
}

/**
 * How `kith doctor --repair` treats an unreadable value: `clear` empties the column, `drop` removes the row,
 * a function rebuilds the value from the customer's history, oldest first. Without it only a backup helps.
 */
export type Mend<Value> = 'clear' | 'drop' | ((row: AnyRow, told: readonly Told[]) => Value | null)
type AnyRow = Readonly<Record<string, unknown>>
export interface Told {
  readonly action: string
  readonly after: Readonly<Record<string, unknown>>
}

/** A sealed column as the doctor sees it. */
export interface AnySealed {
  readonly table: Table
  readonly column: string
  readonly by: readonly string[]
  /** Of a function: the rebuilt value, sealed anew, or null. */
  readonly mend:
    | 'clear'
    | 'drop'
    | ((sealer: Sealer, key: DataKey, row: AnyRow, told: readonly Told[]) => Buffer | null)
    | undefined
  show(reader: Reader, keys: Keys, row: AnyRow): Shown<unknown>
}
/** All declared columns. */
export const SEALED: AnySealed[] = []

/** The associated data names table, column, tenant and row; a value moved to another row does not open. */
function declare<T extends Table, C extends Bytes<T>, Value, By extends keyof Row<T> & string>(
  table: T,
  column: C,
  form: Form<Value>,
  // The default of `By` is the id.
  { by = ['id'] as never, at, formerly, mend }: Partial<Options<Pick<Row<T>, By>, NoInfer<Value>>> = {},
) {
  type Found = Pick<Row<T>, By>
  const named = at ?? ((row: Found) => by.map((one) => String(row[one])).join('|'))
  const placeIn = (tenant: string, name: string) => `${table}.${column}|${tenant}|${name}`

  function write({ keys }: Sealer, key: DataKey, row: Found, value: Value): Buffer {
    return seal(key, placeIn(keys.tenant, named(row)), form.write(value))
  }
  function unseal(tenant: string, key: DataKey, row: Found, sealed: Buffer): Value {
    try {
      return form.read(open(key, placeIn(tenant, named(row)), sealed))
    } catch (error) {
      if (formerly && error instanceof Unopenable) return unsealFormer(tenant, key, formerly(row), sealed)
      throw new Unreadable(`${table}.${column} cannot be read`, { cause: error })
    }
  }
  function unsealFormer(tenant: string, key: DataKey, name: string, sealed: Buffer): Value {
    try {
      return form.read(open(key, placeIn(tenant, name), sealed))
    } catch (error) {
      throw new Unreadable(`${table}.${column} cannot be read`, { cause: error })
    }
  }
  function read({ keys: { tenant, own } }: Sealer, keys: Keys, row: Found & Stored<C>): Value | null {
    const sealed: Buffer | null = row[column]
    if (sealed === null) return null
    const key = keyFor(own, keys, sealed)
    return key ? unseal(tenant, key, row, sealed) : null
  }
  /** For lists and readers: one unreadable value never fails the others. */
  function show(reader: Reader, keys: Keys, row: Found & Stored<C>): Shown<Value> {
    try {
      return { value: read(reader, keys, row), damaged: false }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const id = 'id' in row ? row.id : undefined
      reader.log.warn({ sealed: `${table}.${column}`, id, err: error }, 'a sealed value cannot be read')
      return { value: null, damaged: true }
    }
  }
  /** For operations that need the value, and may write it back. */
  function require(sealer: Sealer, keys: Keys, row: Found & Stored<C>): Value {
    const value = read(sealer, keys, row)
    if (value === null) throw new Unreadable(`${table}.${column} has no key`)
    return value
  }
  const rebuild = (sealer: Sealer, key: DataKey, row: AnyRow, told: readonly Told[]) => {
    const value = typeof mend === 'function' ? mend(row, told) : null
    return value === null ? null : write(sealer, key, row as Found, value) // A row of this table.
  }
  SEALED.push({
    table,
    column,
    by,
    mend: typeof mend === 'function' ? rebuild : mend,
    show: (reader, keys, row) => show(reader, keys, row as Found & Stored<C>), // A row of this table.
  })
  return { write, read, show, require, people: peopleIn(column) }
}

/** The ids of the customers whose keys open these values; the tenant's own key is at hand. */
const peopleIn =
  <C extends string>(column: C) =>
  ({ keys }: Sealer, rows: readonly Stored<C>[]): string[] =>
    rows.flatMap((row) => {
      const id = row[column] === null ? keys.tenant : sealerOf(row[column])
      return id === keys.tenant ? [] : [id]
    })

function keyFor(own: DataKey, keys: Keys, sealed: Buffer): DataKey | undefined {
  const id = keyIdOf(sealed, own.id.length)
  if (id.equals(own.id)) return own
  return keys && 'secret' in keys ? keys : keys?.get(bytesToUuid(id))
}

/** The id of the customer or tenant whose key sealed a value. */
export const sealerOf = (sealed: Buffer): string => bytesToUuid(keyIdOf(sealed, UUID_BYTES))
const UUID_BYTES = 16

/** A column about a person: sealed with their key, and unreadable once that is destroyed. */
export function sealedForPerson<
  T extends Table,
  C extends Bytes<T>,
  Value,
  By extends keyof Row<T> & string = 'id' & keyof Row<T>,
>(table: T, column: C, form: Form<Value>, options?: Partial<Options<Pick<Row<T>, By>, NoInfer<Value>>>) {
  const { write: seal, read: open, show, require, people } = declare<T, C, Value, By>(table, column, form, options)
  return { seal, open, show, require, people }
}

/** A column of the business itself: sealed with the tenant's own key. */
export function sealedForTenant<
  T extends Table,
  C extends Bytes<T>,
  Value,
  By extends keyof Row<T> & string = 'id' & keyof Row<T>,
>(table: T, column: C, form: Form<Value>, options?: Partial<Options<Pick<Row<T>, By>, NoInfer<Value>>>) {
  const { write, read, show, require } = declare<T, C, Value, By>(table, column, form, options)
  type Found = Pick<Row<T>, By>
  return {
    seal: (sealer: Sealer, row: Found, value: Value) => write(sealer, sealer.keys.own, row, value),
    open: (sealer: Sealer, row: Found & Stored<C>) => read(sealer, undefined, row),
    show: (reader: Reader, row: Found & Stored<C>) => show(reader, undefined, row),
    require: (sealer: Sealer, row: Found & Stored<C>) => require(sealer, undefined, row),
  }
}

/** A key wrapped by another key; its associated data is a table name and the identity of its row. */
export const wrapKey = (under: DataKey, place: string, secret: Buffer) => seal(under, place, secret)
export const unwrapKey = (under: DataKey, place: string, wrapped: Buffer) => open(under, place, wrapped)
export const wrapperOf = (wrapped: Buffer) => keyIdOf(wrapped, WRAPPER_ID_BYTES)
const WRAPPER_ID_BYTES = 4
