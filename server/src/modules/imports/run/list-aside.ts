import { stringify } from 'csv-stringify/sync'
import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Entrance, Input, TextStream } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { refusalText } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { outsideId } from '../../customers/contract.ts'
import { type Reason, reason } from '../columns/draft.ts'
import { REASON_COLUMN } from '../columns/names.ts'
import type * as api from '../contract.ts'
import { readBatch } from '../file/batches.ts'
import { planOf, requireImport } from '../import-row.ts'
import { ASIDE, type AsideRow } from '../shapes.ts'
import { sql } from '../tables.ts'
import { StoredReasons } from './aside.ts'
import { toReasons } from './preview.ts'

const PAGE = 100

/** The rows that were not taken over, or the customers that an undo kept, in the order of the file. */
export async function listAside(ctx: Context, { importId, outcome, cursor }: Input<typeof api.listRows>) {
  const row = await requireImport(ctx, importId)
  const list = `import rows ${importId} ${outcome}`
  const after = cursor === undefined ? -1 : readCursor<[number]>(ctx.keys, list, ctx.now, cursor)[0]
  const found =
    outcome === 'kept' ? await keptAfter(ctx, importId, after) : await refusedAfter(ctx, importId, outcome, after)
  const shown = found.slice(0, PAGE)
  const plan = planOf(ctx, row)
  const cells = await cellsAt(ctx, importId, outcome === 'kept' ? [] : shown.map(({ at }) => at))
  const items = shown.map(
    (one): AsideRow => ({
      row: one.row,
      outcome: known(ASIDE, one.outcome),
      cells: shownCells(plan.columns.length, cells.get(one.at)),
      reasons: toReasons(ctx, plan.columns, one.reasons),
      customerId: one.customerId && outsideId(one.customerId),
      otherRow: one.otherRow,
    }),
  )
  const next = found.length > PAGE ? writeCursor(ctx.keys, list, ctx.now, [shown.at(-1)!.at]) : null
  return { items, nextCursor: next }
}

const shownCells = (columns: number, cells: readonly string[] | undefined) =>
  cells === undefined ? [] : Array.from({ length: columns }, (_, column) => cells[column] ?? '')

interface Found {
  readonly at: number
  readonly row: number
  readonly outcome: string
  readonly reasons: readonly Reason[]
  readonly customerId: string | null
  readonly otherRow: number | null
}

async function refusedAfter(ctx: Context, importId: string, outcome: string | null, after: number): Promise<Found[]> {
  let rows = sql(ctx)
    .selectFrom('import_refused')
    .select(['at', 'row', 'outcome', 'reasons', 'customer_id', 'other_row'])
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .where('at', '>', after)
    .orderBy('at')
    .limit(PAGE + 1)
  if (outcome !== null) rows = rows.where('outcome', '=', outcome)
  return (await rows.execute()).map(({ reasons, customer_id, other_row, ...one }) => ({
    ...one,
    reasons: StoredReasons.parse(reasons),
    customerId: customer_id,
    otherRow: other_row,
  }))
}

async function keptAfter(ctx: Context, importId: string, after: number): Promise<Found[]> {
  const rows = await sql(ctx)
    .selectFrom('import_changes')
    .select(['at', 'row', 'customer_id', 'kept', 'kept_fields'])
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .where('kept', 'is not', null)
    .where('at', '>', after)
    .orderBy('at')
    .limit(PAGE + 1)
    .execute()
  return rows.map(({ customer_id, kept, kept_fields, ...one }) => ({
    ...one,
    outcome: 'kept',
    reasons: reasonsKept(kept!, kept_fields ?? []),
    customerId: customer_id,
    otherRow: null,
  }))
}

/** One reason for each field that stays; a field is named as the API names it. */
function reasonsKept(code: string, fields: readonly string[]): Reason[] {
  const text = refusalText(code) ?? reason(code).text
  if (fields.length === 0) return [{ column: null, code, text }]
  return fields.map((field) => ({
    column: null,
    code,
    text: { en: `${text.en}: ${field}`, ar: `${text.ar}: ${field}` },
  }))
}

/** Read batch by batch: rows that were not taken over are often neighbours. */
async function cellsAt(
  ctx: Context,
  importId: string,
  places: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const cells = new Map<number, readonly string[]>()
  let batch: Awaited<ReturnType<typeof readBatch>> = null
  for (const at of places) {
    if (!batch || at < batch.first || at >= batch.first + batch.rows.length) batch = await readBatch(ctx, importId, at)
    const row = batch?.rows[at - batch.first]
    if (row && !row.gone) cells.set(at, row.cells)
  }
  return cells
}

/** The same columns, and why: corrected, the file can be uploaded again. */
export async function refusedFile(
  { db, caller }: Entrance,
  { importId }: Input<typeof api.refusedFile>,
): Promise<TextStream> {
  const plan = await inTenant(db, caller, async (ctx) => planOf(ctx, await requireImport(ctx, importId)), {
    readOnly: true,
  })
  const names = [...plan.columns.map(({ name }) => name), REASON_COLUMN]
  const page = (after: number) =>
    inTenant(
      db,
      caller,
      async (ctx) => {
        const found = await refusedAfter(ctx, importId, null, after)
        const cells = await cellsAt(
          ctx,
          importId,
          found.map(({ at }) => at),
        )
        return found.flatMap((one) => {
          const row = cells.get(one.at)
          if (!row) return []
          const why = toReasons(ctx, plan.columns, one.reasons).map(
            ({ column, message }) => (column === null ? '' : `${column}: `) + message,
          )
          return { at: one.at, line: [...shownCells(plan.columns.length, row), why.join('; ')] }
        })
      },
      { readOnly: true },
    )
  async function* chunks() {
    yield stringify([names], { ...CSV, bom: true })
    for (let rows = await page(-1); rows.length > 0; rows = await page(rows.at(-1)!.at))
      yield stringify(
        rows.map(({ line }) => line),
        CSV,
      )
  }
  return { contentType: 'text/csv; charset=utf-8', fileName: 'refused.csv', chunks: chunks() }
}

const CSV = { escape_formulas: true, record_delimiter: 'windows' } as const
