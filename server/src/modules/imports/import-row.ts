import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { document, sealedForTenant } from '../../kit/sealed.ts'
import { Plan } from './columns/plan.ts'
import { FORMATS } from './read/layout.ts'
import * as no from './refusals.ts'
import { type Import, STATES, STEPS, type State, type Step } from './shapes.ts'
import { KEPT_DAYS, sql } from './tables.ts'

const plans = sealedForTenant('imports', 'sealed', document(Plan), { mend: 'clear' })

export type ImportRow = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[0]

export const importRows = (ctx: Context) =>
  sql(ctx).selectFrom('imports').selectAll().where('tenant_id', '=', ctx.tenant)

export async function requireImport(ctx: Context, importId: string): Promise<ImportRow> {
  const row = await importRows(ctx).where('id', '=', importId).executeTakeFirst()
  if (!row) throw no.ImportNotFound()
  return row
}

/** Locked, so that two steps of one import wait for each other. */
export async function lockImport(ctx: Context, importId: string, ...states: readonly State[]): Promise<ImportRow> {
  const row = await importRows(ctx).where('id', '=', importId).forUpdate().executeTakeFirst()
  if (!row) throw no.ImportNotFound()
  if (states.length > 0 && !states.includes(stateOf(row))) throw no.WrongState({ state: row.state })
  return row
}

/** An import whose columns can still be decided about: a failed check is done again, with other rules too. */
export async function lockUnrun(ctx: Context, importId: string): Promise<ImportRow> {
  const row = await lockImport(ctx, importId, 'ready', 'checked', 'failed')
  if (row.state === 'failed' && row.failed_in !== 'checking') throw no.WrongState({ state: row.state })
  return row
}

/** With which step it can go on; null where there is nothing to go on with, or no file. */
export const resumableIn = ({ state, failed_in }: Pick<ImportRow, 'state' | 'failed_in'>): Step | null =>
  state === 'paused' ? 'running' : failed_in === null ? null : known(STEPS, failed_in)

export const stateOf = (row: Pick<ImportRow, 'state'>): State => known(STATES, row.state)
export const planOf = (ctx: Context, row: ImportRow): Plan => plans.require(ctx, row)
export const sealPlan = (ctx: Context, id: string, plan: Plan): Buffer => plans.seal(ctx, { id }, plan)

type Changed = Partial<Omit<ImportRow, 'tenant_id' | 'id'>>

export async function changeImport(ctx: Context, importId: string, changed: Changed): Promise<void> {
  await sql(ctx)
    .updateTable('imports')
    .set(changed)
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', importId)
    .execute()
}

type Counts = Partial<
  Record<'created' | 'updated' | 'unchanged' | 'duplicates' | 'refused' | 'undone' | 'kept' | 'done', number>
>

/** Adds to the counts, and says that the work goes on. */
export async function countOn(ctx: Context, importId: string, more: Counts): Promise<void> {
  await sql(ctx)
    .updateTable('imports')
    .set((q) => {
      const plus = (column: keyof Counts) => q(column, '+', more[column] ?? 0)
      return {
        created: plus('created'),
        updated: plus('updated'),
        unchanged: plus('unchanged'),
        duplicates: plus('duplicates'),
        refused: plus('refused'),
        undone: plus('undone'),
        kept: plus('kept'),
        done: plus('done'),
        worker_at: raw<Date>`statement_timestamp()`,
      }
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', importId)
    .execute()
}

export const FROM_THE_START = { done: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, refused: 0 } as const

const EMPTY = Plan.parse({ fileName: '', format: 'csv' })

export function toImport(ctx: Context, row: ImportRow): Import {
  const plan = plans.show(ctx, row).value
  const { columns, matchBy, likely, dates, system, consentOrigin, tells } = plan ?? EMPTY
  const { id, created, updated, unchanged, duplicates, refused, undone, kept } = row
  const state = stateOf(row)
  const isUndoable = state === 'done' || state === 'undoing'
  return {
    id,
    state,
    failure: row.failure === null ? null : sentence(row.failure, ctx),
    resumable: resumableIn(row) !== null,
    fileName: plan?.fileName ?? null,
    bytes: row.bytes,
    sha256: row.sha256,
    format: row.format === null ? null : known(FORMATS, row.format),
    encoding: row.format === null ? null : (plan?.encoding ?? null),
    separator: row.format === 'csv' ? (plan?.separator ?? null) : null,
    ...{ columns, matchBy, likely, dates, system, consentOrigin, tells },
    rows: row.rows,
    done: row.done,
    counts: { created, updated, unchanged, duplicates, refused, undone, kept },
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    startedBy: row.started_by,
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    undoUntil: isUndoable ? keptUntil(row).toISOString() : null,
  }
}

const DAY_MS = 86_400_000
export const keptUntil = ({ created_at }: Pick<ImportRow, 'created_at'>): Date =>
  new Date(created_at.getTime() + KEPT_DAYS * DAY_MS)

const sentence = (code: string, { caller }: Context): string =>
  (Object.values(no).find((kind) => kind.code === code) ?? no.ImportFailed).text[caller.language]
