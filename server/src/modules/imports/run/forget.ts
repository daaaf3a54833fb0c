import type { Context } from '../../../kit/context.ts'
import { changeImport, importRows } from '../import-row.ts'
import { ImportExpired } from '../refusals.ts'
import { KEPT_DAYS, sql } from '../tables.ts'
import { discardImport } from './steps.ts'

const DAY_MS = 86_400_000
const OF_AN_IMPORT = ['import_parts', 'import_batches', 'import_refused', 'import_changes'] as const

/** The client of an upload that does not go on has gone. */
const UPLOAD_WAITS_DAYS = 1

/** The file, the rows put aside and the values of before. Counts and hash stay. */
export async function forgetImports(ctx: Context): Promise<void> {
  await discardAbandoned(ctx)
  const old = await importRows(ctx)
    .where('created_at', '<', new Date(ctx.now.getTime() - KEPT_DAYS * DAY_MS))
    .where('sealed', 'is not', null)
    .execute()
  for (const { id, state } of old) {
    for (const table of OF_AN_IMPORT)
      await sql(ctx).deleteFrom(table).where('tenant_id', '=', ctx.tenant).where('import_id', '=', id).execute()
    const isOver = state === 'done' || state === 'undone'
    await changeImport(ctx, id, {
      sealed: null,
      ...(!isOver && { state: 'failed', failure: ImportExpired.code, failed_in: null }),
    })
  }
}

/** Locked, so that one that goes on at this moment stays. */
async function discardAbandoned(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - UPLOAD_WAITS_DAYS * DAY_MS)
  const abandoned = await importRows(ctx)
    .where('state', '=', 'uploading')
    .where((q) => q(q.fn.coalesce('worker_at', 'created_at'), '<', before))
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of abandoned) await discardImport(ctx, { importId: id })
}
