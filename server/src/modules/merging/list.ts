import type { Context } from '../../kit/context.ts'
import { readCursor, writeCursor } from '../../kit/cursor.ts'
import { everyoneIn, keysOf, requireRow } from '../customers/index.ts'
import { type Merge, MergeNotFound } from './contract.ts'
import { mergeRows, toMerge } from './merge-row.ts'

const PAGE = 50

interface Page {
  readonly cursor?: string | undefined
}

export const listAllMerges = (ctx: Context, { cursor }: Page) => page(ctx, 'merges', mergeRows(ctx), cursor)

export async function listMerges(ctx: Context, { customerId, cursor }: Page & { readonly customerId: string }) {
  await requireRow(ctx, customerId)
  const people = await everyoneIn(ctx, customerId)
  const theirs = mergeRows(ctx).where((q) => q.or([q('from_id', 'in', people), q('into_id', 'in', people)]))
  return page(ctx, `merges ${customerId}`, theirs, cursor)
}

export async function getMerge(ctx: Context, { mergeId }: { readonly mergeId: string }): Promise<Merge> {
  const row = await mergeRows(ctx).where('id', '=', mergeId).executeTakeFirst()
  if (!row) throw MergeNotFound()
  return toMerge(ctx, row, (await keysOf(ctx, [row.into_id])).get(row.into_id))
}

/** Newest first: their ids grow with time. */
async function page(ctx: Context, name: string, merges: ReturnType<typeof mergeRows>, cursor: string | undefined) {
  const after = cursor === undefined ? null : readCursor<[string]>(ctx.keys, name, ctx.now, cursor)[0]
  const rows = await merges
    .$if(after !== null, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute()
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
