import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import type * as api from '../contract.ts'
import { importRows, requireImport, toImport } from '../import-row.ts'

const PAGE = 30
const LIST = 'imports'

export async function listImports(ctx: Context, { cursor }: Input<typeof api.list>) {
  let rows = importRows(ctx)
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (cursor !== undefined) rows = rows.where('id', '<', readCursor<[string]>(ctx.keys, LIST, ctx.now, cursor)[0])
  const found = await rows.execute()
  const shown = found.slice(0, PAGE)
  return {
    items: shown.map((row) => toImport(ctx, row)),
    nextCursor: found.length > PAGE ? writeCursor(ctx.keys, LIST, ctx.now, [shown.at(-1)!.id]) : null,
  }
}

export const getImport = async (ctx: Context, { importId }: { readonly importId: string }) =>
  toImport(ctx, await requireImport(ctx, importId))
