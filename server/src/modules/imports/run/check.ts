import type { Caller } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { noteKeys, readBatch } from '../file/batches.ts'
import { stage } from '../file/stage.ts'
import { changeImport, countOn, FROM_THE_START, type ImportRow, lockImport, planOf } from '../import-row.ts'
import { judge } from '../judge/judge.ts'
import { SeenKeys } from '../judge/seen.ts'
import { countsOf, dropAside, noteAside } from './aside.ts'

/** People met in the file by each check that is under way in this process. */
const underWay = new Map<string, { readonly seen: SeenKeys; readonly done: number; readonly at: number }>()
/** Nothing more was heard of a check that is discarded meanwhile. */
const IDLE_MS = 10 * 60_000

/** Nothing has been imported yet. */
const NONE_BEFORE = async () => new Map<string, number>()

/** The next rows of a dry run. One that another process began is begun again: what it met is not known here. */
export async function checkOn(db: Database, caller: Caller, row: ImportRow): Promise<void> {
  const { id } = row
  if (row.rows === null) {
    const plan = await inTenant(db, caller, async (ctx) => planOf(ctx, row), { readOnly: true })
    await stage(db, caller, id, plan)
    return
  }
  const before = underWay.get(id)
  if (before?.done !== row.done) await inTenant(db, caller, (ctx) => begin(ctx, id))
  const current = underWay.get(id)!
  // After a failure the rows of this batch are met again.
  underWay.delete(id)
  const done = await inTenant(db, caller, (ctx) => checkBatch(ctx, id, current.seen, current.done))
  if (done > 0) underWay.set(id, { seen: current.seen, done: current.done + done, at: Date.now() })
}

async function begin(ctx: Context, importId: string): Promise<void> {
  await lockImport(ctx, importId, 'checking')
  await dropAside(ctx, importId)
  await changeImport(ctx, importId, FROM_THE_START)
  for (const [id, { at }] of underWay) if (at < Date.now() - IDLE_MS) underWay.delete(id)
  underWay.set(importId, { seen: new SeenKeys(), done: 0, at: Date.now() })
}

async function checkBatch(ctx: Context, importId: string, seen: SeenKeys, at: number): Promise<number> {
  const row = await lockImport(ctx, importId, 'checking')
  const batch = await readBatch(ctx, importId, at)
  if (!batch) {
    await changeImport(ctx, importId, { state: 'checked', finished_at: ctx.now })
    return 0
  }
  const rows = batch.rows.filter(({ gone }) => !gone)
  const verdicts = await judge(ctx, rows, planOf(ctx, row), { seen, rowsOf: NONE_BEFORE })
  await noteKeys(
    ctx,
    importId,
    batch.first,
    verdicts.flatMap(({ keys }) => keys.map(({ digest }) => digest)),
  )
  noteAside(ctx, importId, { at: batch.first, rows: batch.rows, verdicts })
  await countOn(ctx, importId, { ...countsOf(verdicts), done: batch.rows.length })
  return batch.rows.length
}
