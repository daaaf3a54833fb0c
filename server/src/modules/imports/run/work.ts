import { randomUUID } from 'node:crypto'
import { sql as raw } from 'kysely'
import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { refusalOf } from '../../../kit/database-faults.ts'
import { known } from '../../../kit/known.ts'
import type { Errand } from '../../../kit/module.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { changeImport, countOn, type ImportRow, importRows, lockImport, requireImport } from '../import-row.ts'
import { ImportFailed, StarterGone } from '../refusals.ts'
import { STEPS } from '../shapes.ts'
import { applyOn } from './apply.ts'
import { checkOn } from './check.ts'
import { undoOn } from './undo.ts'
import { callerOf, mayStill } from './worker.ts'

const ME = randomUUID()
/** A process that has given no sign for so long has died, and another goes on. */
const LOST_AFTER_SECONDS = 10
/** After that the process looks whether it shall stop. */
const SLICE_MS = 1_000

export const runImports: Errand = {
  name: 'run-imports',
  nudge: 'imports',
  everyMs: 2_000,
  find: "select distinct tenant_id from imports where state in ('checking', 'running', 'undoing')",
  run: workOn,
}

/** Goes on with the oldest import of the tenant. Returns whether there may be more to do. */
export async function workOn(db: Database, tenant: string): Promise<boolean> {
  const me = itself(tenant, `errand:${runImports.name}`)
  const row = await inTenant(db, me, take)
  if (!row) return false
  const caller = callerOf(tenant, row)
  const until = Date.now() + SLICE_MS
  for (let current = row; current.state === row.state && Date.now() < until; ) {
    try {
      if (!(await inTenant(db, me, (ctx) => mayStill(ctx, row), { readOnly: true }))) throw StarterGone()
      await DOES[known(STEPS, row.state)](db, caller, current)
    } catch (error) {
      // A database that is away is there again the next time; anything else would be no different.
      if (refusalOf(error)) throw error
      db.log.error({ import: row.id, err: error }, 'an import cannot go on')
      await inTenant(db, me, (ctx) => fail(ctx, row.id, error))
    }
    current = await inTenant(db, me, (ctx) => requireImport(ctx, row.id), { readOnly: true })
  }
  return true
}

const DOES = { checking: checkOn, running: applyOn, undoing: undoOn }

async function fail(ctx: Context, importId: string, error: unknown): Promise<void> {
  const { state } = await lockImport(ctx, importId)
  // An erasure or a caller ended it meanwhile.
  if (!STEPS.some((step) => step === state)) return
  const failure = error instanceof Refusal ? error.kind.code : ImportFailed.code
  await changeImport(ctx, importId, { state: 'failed', failure, failed_in: state, finished_at: ctx.now })
}

async function take(ctx: Context): Promise<ImportRow | null> {
  const row = await importRows(ctx)
    .where('state', 'in', STEPS)
    .where((q) =>
      q.or([
        q('worker', 'is', null),
        q('worker', '=', ME),
        q('worker_at', '<', raw<Date>`clock_timestamp() - make_interval(secs => ${LOST_AFTER_SECONDS})`),
      ]),
    )
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return null
  await changeImport(ctx, row.id, { worker: ME })
  await countOn(ctx, row.id, {})
  return row
}
