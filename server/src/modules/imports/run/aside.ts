import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import type { Aside, Verdict } from '../judge/judge.ts'
import type { Row } from '../read/row.ts'
import { sql } from '../tables.ts'

export const StoredReasons = z.array(
  z.object({ column: z.int().nullable(), code: z.string(), text: z.object({ en: z.string(), ar: z.string() }) }),
)

const isAside = (verdict: Verdict): verdict is Aside => verdict.outcome === 'refused' || verdict.outcome === 'duplicate'

interface Judged {
  /** Where the first of these rows is in the file, counted from 0. */
  readonly at: number
  readonly rows: readonly Row[]
  readonly verdicts: readonly Verdict[]
}

/** Where each of these rows is in the file. */
export const placesOf = (rows: readonly Row[], at: number): ReadonlyMap<Row, number> =>
  new Map(rows.map((row, index) => [row, at + index]))

/** Keeps which rows were not taken over, and why. */
export function noteAside(ctx: Context, importId: string, { at, rows, verdicts }: Judged): void {
  const places = placesOf(rows, at)
  const aside = verdicts.flatMap((verdict) =>
    isAside(verdict)
      ? {
          tenant_id: ctx.tenant,
          import_id: importId,
          at: places.get(verdict.row)!,
          row: verdict.row.row,
          outcome: verdict.outcome,
          reasons: JSON.stringify(verdict.reasons),
          customer_id: verdict.customerId ?? null,
          other_row: verdict.otherRow ?? null,
        }
      : [],
  )
  sql.insert(ctx, 'import_refused', aside)
}

export async function dropAside(ctx: Context, importId: string): Promise<void> {
  await sql(ctx)
    .deleteFrom('import_refused')
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .execute()
}

/** Of these rows, how many were judged how. */
export function countsOf(verdicts: readonly Verdict[]) {
  const of = (outcome: Verdict['outcome']) => verdicts.filter((one) => one.outcome === outcome).length
  return {
    created: of('created'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    duplicates: of('duplicate'),
    refused: of('refused'),
    done: verdicts.length,
  }
}
