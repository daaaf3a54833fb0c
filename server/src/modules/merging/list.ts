import type { Context } from '../../kit/context.ts'
import { readCursor, writeCursor } from '../../kit/cursor.ts'
import { everyoneIn, keysOf, requireRow } from '../customers/index.ts'
import { mergeRows, toMerge } from './merge-row.ts'

const PAGE = 50

export async function listMerges(
  ctx: Context,
  { customerId, cursor }: { customerId: string; cursor?: string | undefined },
) {
  await requireRow(ctx, customerId)
  const people = await everyoneIn(ctx, customerId)
  const name = `merges ${customerId}`
  let query = mergeRows(ctx)
    .where((q) => q.or([q('from_id', 'in', people), q('into_id', 'in', people)]))
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (cursor !== undefined) query = query.where('id', '<', readCursor<[string]>(ctx.keys, name, ctx.now, cursor)[0])
  const rows = await query.execute()
  const shown = rows.slice(0, PAGE)
  const keys = await keysOf(
    ctx,
    shown.map(({ into_id }) => into_id),
  )
  return {
    items: shown.map((row) => toMerge(ctx, row, keys.get(row.into_id))),
    nextCursor: rows.length > PAGE ? writeCursor(ctx.keys, name, ctx.now, [shown.at(-1)!.id]) : null,
  }
}
