import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { rememberColumns } from '../columns/remember.ts'
import type * as api from '../contract.ts'
import { dropBatches } from '../file/batches.ts'
import { dropParts } from '../file/parts.ts'
import {
  changeImport,
  FROM_THE_START,
  keptUntil,
  lockImport,
  lockUnrun,
  planOf,
  requireImport,
  resumableIn,
  toImport,
} from '../import-row.ts'
import { Discarded, ImportExpired, NothingToMatch, WrongState } from '../refusals.ts'
import type { Import, State } from '../shapes.ts'
import { dropAside } from './aside.ts'

interface Named {
  readonly importId: string
}

const BEGUN = { failure: null, failed_in: null, finished_at: null, worker: null } as const

/** Asks for a step. It is done in the background, and can be watched in the import itself. */
async function moveTo(ctx: Context, importId: string, state: State, more: Parameters<typeof changeImport>[2] = {}) {
  await changeImport(ctx, importId, { state, ...BEGUN, ...more })
  ctx.nudge('imports')
  return toImport(ctx, await requireImport(ctx, importId))
}

/** A dry run over all rows: nothing is written but what it found. */
export async function checkImport(ctx: Context, { importId }: Named): Promise<Import> {
  const row = await lockUnrun(ctx, importId)
  if (planOf(ctx, row).columns.every(({ target }) => target === null)) throw NothingToMatch()
  return moveTo(ctx, importId, 'checking', FROM_THE_START)
}

/** Only what was checked is run. */
export async function runImport(ctx: Context, { importId }: Named): Promise<Import> {
  const row = await lockImport(ctx, importId, 'checked')
  await rememberColumns(ctx, planOf(ctx, row).columns)
  await dropAside(ctx, importId)
  const started = { started_by: ctx.caller.actor, started_at: ctx.now }
  return moveTo(ctx, importId, 'running', { ...FROM_THE_START, ...started })
}

export async function pauseImport(ctx: Context, { importId }: Named): Promise<Import> {
  await lockImport(ctx, importId, 'running')
  return moveTo(ctx, importId, 'paused')
}

/** Goes on with what was paused or failed; a run, with the row after the last that was handled. */
export async function resumeImport(ctx: Context, { importId }: Named): Promise<Import> {
  const row = await lockImport(ctx, importId, 'paused', 'failed')
  const step = resumableIn(row)
  if (step === null) throw WrongState({ state: row.state })
  // An undo erases the customers that the import created.
  if (step === 'undoing' && !ctx.caller.may.has('privacy:manage')) throw Forbidden({ needs: 'privacy:manage' })
  // From here on the history names this caller.
  return moveTo(ctx, importId, step, step === 'checking' ? FROM_THE_START : { started_by: ctx.caller.actor })
}

/** Takes back the whole import: customers that it created, values that it replaced, consents that it recorded. */
export async function undoImport(ctx: Context, { importId }: Input<typeof api.undo>): Promise<Import> {
  const row = await lockImport(ctx, importId, 'done', 'paused', 'failed')
  if (row.started_at === null) throw WrongState({ state: row.state })
  if (keptUntil(row) < ctx.now) throw ImportExpired()
  const counts = row.failed_in === 'undoing' ? {} : { undone: 0, kept: 0 }
  return moveTo(ctx, importId, 'undoing', { ...counts, started_by: ctx.caller.actor })
}

/** An import that was not run is forgotten with its file. */
export async function discardImport(ctx: Context, { importId }: Named): Promise<Import> {
  await lockImport(ctx, importId, 'uploading', 'ready', 'checking', 'checked', 'failed')
  for (const drop of [dropParts, dropBatches, dropAside]) await drop(ctx, importId)
  return moveTo(ctx, importId, 'failed', { failure: Discarded.code, finished_at: ctx.now })
}
