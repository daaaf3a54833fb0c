import type { Context } from '../../kit/context.ts'
import { keysOf } from '../customers/index.ts'
import { memories, mergeRows } from './merge-row.ts'

/** The merges into these customers that were not undone, with what the module of customers remembers of each. */
export async function standingMerges(ctx: Context, survivors: readonly string[]) {
  if (survivors.length === 0) return []
  const rows = await mergeRows(ctx)
    .where('into_id', 'in', survivors)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const keys = await keysOf(
    ctx,
    rows.map(({ into_id }) => into_id),
  )
  return rows.flatMap((row) => {
    const { value } = memories.show(ctx, keys.get(row.into_id), row)
    return value ? [{ id: row.id, from: row.from_id, into: row.into_id, moved: value.moved['customers'] }] : []
  })
}
