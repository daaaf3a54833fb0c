import type { Caller } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import type { Plan } from '../columns/plan.ts'
import { CustomersImported } from '../events.ts'
import { readBatch, type StoredRow } from '../file/batches.ts'
import { changeImport, countOn, type ImportRow, lockImport, planOf } from '../import-row.ts'
import { judge, reasonsOf, type Verdict } from '../judge/judge.ts'
import { SeenKeys } from '../judge/seen.ts'
import { countsOf, noteAside, placesOf } from './aside.ts'
import { changedRows } from './changes.ts'
import { takeOver } from './take-over.ts'
import { quietly } from './worker.ts'

/**
 * The next rows of a run, in one transaction with the place that it has come to: after a crash it goes on at exactly the next
 * row. A refusal that the judgement did not foresee, as of a phone that was taken this very moment, takes all of
 * them back; then fewer are tried, down to the one that it is about.
 */
export async function applyOn(db: Database, caller: Caller, { id, done }: ImportRow): Promise<void> {
  let most = Number.MAX_SAFE_INTEGER
  for (;;) {
    try {
      await inTenant(db, caller, (ctx) => applyRows(ctx, id, done, most))
      return
    } catch (error) {
      if (!(error instanceof Tried)) throw error
      if (error.rows === 1) {
        await inTenant(db, caller, (ctx) => refuseRow(ctx, id, done, error.refusal))
        return
      }
      most = Math.floor(error.rows / 2)
    }
  }
}

class Tried extends Error {
  readonly rows: number
  readonly refusal: Refusal

  constructor(rows: number, refusal: Refusal) {
    super(refusal.kind.code)
    this.rows = rows
    this.refusal = refusal
  }
}

async function applyRows(ctx: Context, importId: string, at: number, most: number): Promise<void> {
  const row = await lockImport(ctx, importId)
  // Paused, or another process was faster.
  if (row.state !== 'running' || row.done !== at) return
  const rows = await rowsFrom(ctx, importId, at)
  if (!rows) return finish(ctx, row)
  const tried = rows.slice(0, most)
  const plan = planOf(ctx, row)
  const verdicts = await judge(
    ctx,
    tried.filter(({ gone }) => !gone),
    plan,
    { seen: new SeenKeys(), rowsOf: (_, customerIds) => changedRows(ctx, importId, customerIds) },
  )
  try {
    await takeOver(plan.tells ? ctx : quietly(ctx), { importId, plan, places: placesOf(tried, at), verdicts })
  } catch (error) {
    throw error instanceof Refusal ? new Tried(tried.length, error) : error
  }
  await note(ctx, importId, at, tried, verdicts)
}

/** The rest of the batch with this row; null after the last. */
async function rowsFrom(ctx: Context, importId: string, at: number): Promise<readonly StoredRow[] | null> {
  const batch = await readBatch(ctx, importId, at)
  return batch?.rows.slice(at - batch.first) ?? null
}

async function note(
  ctx: Context,
  importId: string,
  at: number,
  rows: readonly StoredRow[],
  verdicts: readonly Verdict[],
): Promise<void> {
  noteAside(ctx, importId, { at, rows, verdicts })
  await countOn(ctx, importId, { ...countsOf(verdicts), done: rows.length })
}

async function refuseRow(ctx: Context, importId: string, at: number, refusal: Refusal): Promise<void> {
  const row = await lockImport(ctx, importId)
  if (row.state !== 'running' || row.done !== at) return
  const [first] = (await rowsFrom(ctx, importId, at))!
  const refused: Verdict = { outcome: 'refused', row: first!, keys: [], reasons: reasonsOf(refusal, planOf(ctx, row)) }
  await note(ctx, importId, at, [first!], [refused])
}

/** The certificate: who imported what, in the chain of the audit. */
async function finish(ctx: Context, row: ImportRow): Promise<void> {
  const { id, sha256, bytes, rows, created, updated, unchanged, duplicates, refused } = row
  const plan: Plan = planOf(ctx, row)
  await changeImport(ctx, id, { state: 'done', finished_at: ctx.now })
  ctx.emit(CustomersImported({ importId: id, created, updated }))
  ctx.audit({
    action: 'customers.imported',
    customer: null,
    fields: [...new Set(plan.columns.flatMap(({ target }) => target ?? []))],
    after: { import: id, sha256, bytes, rows, created, updated, unchanged, duplicates, refused },
  })
}
