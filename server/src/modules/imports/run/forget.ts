import type { Context } from '../../../kit/context.ts'
import { changeImport, importRows } from '../import-row.ts'
import { ImportExpired } from '../refusals.ts'
import { KEPT_DAYS, sql } from '../tables.ts'

const DAY_MS = 86_400_000
const OF_AN_IMPORT = ['import_parts', 'import_batches', 'import_refused', 'import_changes'] as const

/** The file, the rows put aside and the values of before. Counts and hash stay. */
export async function forgetImports(ctx: Context): Promise<void> {
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
