import type { Compilable, CompiledQuery } from 'kysely'

/** Stands in a statement for a value that each call brings. */
class Given {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
const GIVEN = new Proxy({}, { get: (_, name) => new Given(String(name)) })

/**
 * Compiles a statement at its first use and fills in values from then on: for what every other request does, because
 * building and compiling it costs more than the rest of such a read. Only values may differ, never the text.
 */
export function heldStatement<Db, Values extends object, Row>(build: (db: Db, given: Values) => Compilable<Row>) {
  let held: CompiledQuery<Row> | undefined
  return (db: Db, values: Values): CompiledQuery<Row> => {
    // Each name that the statement asks for is a place to be filled.
    held ??= build(db, GIVEN as Values).compile()
    const fill = (one: unknown) => (one instanceof Given ? Reflect.get(values, one.name) : one)
    return { ...held, parameters: held.parameters.map(fill) }
  }
}
