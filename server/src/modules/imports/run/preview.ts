import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { type CustomerChange, outsideId } from '../../customers/contract.ts'
import type { Reason } from '../columns/draft.ts'
import type { Column } from '../columns/plan.ts'
import type * as api from '../contract.ts'
import { firstRows } from '../file/change-plan.ts'
import { planOf, requireImport } from '../import-row.ts'
import { judge, type Verdict } from '../judge/judge.ts'
import { SeenKeys } from '../judge/seen.ts'
import type { PreviewRow } from '../shapes.ts'

const SHOWN_ROWS = 10

/** The first rows as they are, and as they will become. */
export async function previewImport(ctx: Context, { importId }: Input<typeof api.preview>) {
  const row = await requireImport(ctx, importId)
  const plan = planOf(ctx, row)
  const rows = (await firstRows(ctx, importId, plan)).slice(0, SHOWN_ROWS)
  const verdicts = await judge(ctx, rows, plan, { seen: new SeenKeys(), rowsOf: async () => new Map() })
  return {
    cells: rows.map(({ cells }) => plan.columns.map((_, column) => cells[column] ?? '')),
    rows: verdicts.map((verdict) => toRow(ctx, plan.columns, verdict)),
  }
}

function toRow(ctx: Context, columns: readonly Column[], verdict: Verdict): PreviewRow {
  const customerId = 'customerId' in verdict ? (verdict.customerId ?? null) : null
  return {
    row: verdict.row.row,
    outcome: verdict.outcome,
    customerId: customerId && outsideId(customerId),
    fields: fieldsOf(verdict),
    reasons: 'reasons' in verdict ? toReasons(ctx, columns, verdict.reasons) : [],
  }
}

function fieldsOf(verdict: Verdict): Record<string, string> {
  const { type: _, ...input } = verdict.outcome === 'created' ? verdict.input : { type: undefined }
  const { ownFields, ...others }: CustomerChange = verdict.outcome === 'updated' ? verdict.change : input
  const consents = 'consents' in verdict ? verdict.consents : []
  return Object.fromEntries([
    ...Object.entries(others).flatMap(([field, value]) => (value === undefined ? [] : [[field, written(value)]])),
    ...Object.entries(ownFields ?? {}).map(([key, value]) => [`own.${key}`, written(value)]),
    ...consents.map(({ purpose, decision }) => [`consent.${purpose}`, decision]),
  ])
}

const written = (value: unknown) =>
  value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value)

export const toReasons = ({ caller }: Context, columns: readonly Column[], reasons: readonly Reason[]) =>
  reasons.map(({ column, code, text }) => ({
    column: column === null ? null : (columns[column]?.name ?? null),
    code,
    message: text[caller.language],
  }))
