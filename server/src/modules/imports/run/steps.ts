import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { rememberColumns } from '../columns/remember.ts'
import type * as api from '../contract.ts'
import { dropBatches } from '../file/batches.ts'
import { dropParts } from '../file/parts.ts'
import { changeImport, FROM_THE_START, keptUntil, lockImport, planOf, requireImport, toImport } from '../import-row.ts'
import { Discarded, ImportExpired, ImportFailed, NothingToMatch, WrongState } from '../refusals.ts'
import type { Import, State } from '../shapes.ts'
import { dropAside } from './aside.ts'

interface Named {
  readonly importId: string
}

/** Asks for a step. It is done in the background, and can be watched in the import itself. */
async function moveTo(ctx: Context, importId: string, state: State, more: Parameters<typeof changeImport>[2] = {}) {
  await changeImport(ctx, importId, { state, failure: null, finished_at: null, worker: null, ...more })
  ctx.nudge('imports')
  return toImport(ctx, await requireImport(ctx, importId))
}

/** A dry run over all rows: nothing is written but what it found. */
export async function checkImport(ctx: Context, { importId }: Named): Promise<Import> {
  const row = await lockImport(ctx, importId, 'ready', 'checked')
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

/** Goes on with the row after the last that was handled. */
export async function resumeImport(ctx: Context, { importId }: Named): Promise<Import> {
  const row = await lockImport(ctx, importId, 'paused', 'failed')
  const isPaused = row.state === 'paused'
  // Without its file there is nothing to go on with.
  if (!isPaused && (row.failure !== ImportFailed.code || row.started_at === null))
    throw WrongState({ state: row.state })
  return moveTo(ctx, importId, 'running')
}

/** Takes back the whole import: customers that it created, values that it replaced, consents that it recorded. */
export async function undoImport(ctx: Context, { importId }: Input<typeof api.undo>): Promise<Import> {
  const row = await lockImport(ctx, importId, 'done', 'paused', 'failed')
  if (row.started_at === null) throw WrongState({ state: row.state })
  if (keptUntil(row) < ctx.now) throw ImportExpired()
  return moveTo(ctx, importId, 'undoing', { undone: 0, kept: 0, started_by: ctx.caller.actor })
}

/** An import that was not run is forgotten with its file. */
export async function discardImport(ctx: Context, { importId }: Named): Promise<Import> {
  await lockImport(ctx, importId, 'uploading', 'ready', 'checking', 'checked', 'failed')
  for (const drop of [dropParts, dropBatches, dropAside]) await drop(ctx, importId)
  return moveTo(ctx, importId, 'failed', { failure: Discarded.code, finished_at: ctx.now })
}
