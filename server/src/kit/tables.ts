import type { Compilable, Insertable, Kysely } from 'kysely'
import type { DB } from '../db/schema.ts'
import type { Context } from './context.ts'
import type { Growth } from './growth.ts'
import { INSERT, READ, SEND, TRX } from './handles.ts'
import { heldStatement } from './held.ts'

export { OF_A_TENANT, PLANNED_ANEW } from '../db/pool.ts'

/**
 * What a column may hold, so that nothing personal is ever stored in the clear:
 * `id` keys and references · `fact` what does not identify or describe a person · `sealed` ciphertext ·
 * `digest` keyed hashes · `key` wrapped keys.
 */
export type ColumnClass = 'id' | 'fact' | 'sealed' | 'digest' | 'key'
type Classified<Names extends keyof DB> = { readonly [T in Names]: { readonly [C in keyof DB[T]]: ColumnClass } }

/** Names the tables a module may touch, with the class of every column, and what bounds each. TypeScript refuses every other table or column. */
export function tables<const Owned extends Partial<Classified<keyof DB>>>(
  classes: Owned & Classified<keyof Owned & keyof DB>,
) {
  // The same connection, with the tables of this module alone.
  const open = (ctx: Context) => ctx[TRX] as unknown as Kysely<Pick<DB, keyof Owned & keyof DB>>
  /** Adds rows of the same columns without waiting: what fails, fails the commit. Send earlier statements before it. */
  const insert = <T extends keyof Owned & keyof DB & string>(
    ctx: Context,
    table: T,
    rows: readonly Insertable<DB[T]>[],
  ) => ctx[INSERT](table, rows)
  /** The same for any other statement whose answer is not needed. */
  const send = (ctx: Context, statement: Compilable) => ctx[SEND](statement.compile())
  /** A statement that is compiled once. It is built with the places of its values, and called with the values. */
  const held = <Values extends object, Row>(build: (db: ReturnType<typeof open>, given: Values) => Compilable<Row>) => {
    const statement = heldStatement(build)
    return (ctx: Context, values: Values): Promise<Row[]> => ctx[READ](statement(open(ctx), values))
  }
  const opened = Object.assign(open, {
    insert,
    send,
    held,
    classes: classes as Readonly<Record<string, Readonly<Record<string, ColumnClass>>>>, // For readers of all tables.
  })
  return {
    grows: (growth: { readonly [T in keyof Owned & keyof DB]: Growth<keyof DB[T] & string> }) =>
      Object.assign(opened, { growth: growth as Readonly<Record<string, Growth>> }), // For readers of all tables.
  }
}
