import type { Context } from '../../kit/context.ts'
import { placed, readCursor } from '../../kit/cursor.ts'
import { everyoneIn, keysOf, namesOf, requireRow } from '../customers/index.ts'
import { MergeNotFound, type NamedMerge } from './contract.ts'
import { type MergeRow, mergeRows, toMerge } from './merge-row.ts'

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

export async function getMerge(ctx: Context, { mergeId }: { readonly mergeId: string }): Promise<NamedMerge> {
  const row = await mergeRows(ctx).where('id', '=', mergeId).executeTakeFirst()
  if (!row) throw MergeNotFound()
  const [merge] = await withNames(ctx, [row])
  return merge!
}

async function withNames(ctx: Context, rows: readonly MergeRow[]): Promise<NamedMerge[]> {
  const keys = await keysOf(
    ctx,
    rows.map(({ into_id }) => into_id),
  )
  const names = await namesOf(
    ctx,
    rows.flatMap(({ from_id, into_id }) => [from_id, into_id]),
  )
  return rows.map((row) => ({
    ...toMerge(ctx, row, keys.get(row.into_id)),
    people: { from: names.get(row.from_id) ?? null, into: names.get(row.into_id) ?? null },
  }))
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
  const places = shown.map(({ id }) => [id])
  return {
    items: await withNames(ctx, shown),
    ...placed(ctx, name, places, rows.length > PAGE),
  }
}
