import type { Context } from './context.ts'

/** One by one, or many at once: then a function that finds what was read for each id. */
type Many<Found> = (ctx: Context, ids: readonly string[]) => Promise<(id: string) => Found>

interface Waiting {
  readonly ids: Set<string>
  readonly read: Promise<(id: string) => unknown>
}
const gathering = new WeakMap<Context, Map<object, Waiting>>()

/** From here on, reads that come in one turn of this transaction are done together. It must be one that only reads. */
export const gatherReads = (ctx: Context): void => void gathering.set(ctx, new Map())

/** A read by id that is one statement for all who come to it in the same turn, where reads are gathered; elsewhere it is done at once. */
export function gathered<Found>(many: Many<Found>, one?: (ctx: Context, id: string) => Promise<Found>) {
  const kind = {}
  const alone = one ?? (async (ctx: Context, id: string) => (await many(ctx, [id]))(id))
  return async (ctx: Context, id: string): Promise<Found> => {
    const kinds = gathering.get(ctx)
    if (!kinds) return alone(ctx, id)
    const waiting = kinds.get(kind) ?? begin(ctx, kinds, kind, many)
    waiting.ids.add(id)
    // Of the same kind, so what this read finds.
    return (await waiting.read)(id) as Found
  }
}

function begin<Found>(ctx: Context, kinds: Map<object, Waiting>, kind: object, many: Many<Found>): Waiting {
  const ids = new Set<string>()
  // Behind everything that comes to it in this turn.
  const turn = Promise.resolve().then(() => new Promise<void>((end) => process.nextTick(end)))
  const read = turn.then(() => {
    kinds.delete(kind)
    return many(ctx, [...ids])
  })
  const waiting = { ids, read }
  kinds.set(kind, waiting)
  return waiting
}

/** Rows by the id in one of their columns. */
export function grouped<Row, Column extends keyof Row>(rows: readonly Row[], column: Column) {
  const groups = new Map<Row[Column], Row[]>()
  for (const row of rows) {
    const group = groups.get(row[column])
    if (group) group.push(row)
    else groups.set(row[column], [row])
  }
  return (id: Row[Column]): readonly Row[] => groups.get(id) ?? []
}
