import type { Caller } from '../../../kit/caller.ts'
import type { Database } from '../../../kit/database.ts'
import { inTenant } from '../../../kit/transaction.ts'
import type { Plan } from '../columns/plan.ts'
import { changeImport, countOn, lockImport } from '../import-row.ts'
import { isEmpty, type Row } from '../read/row.ts'
import { readTable } from '../read/table.ts'
import { ColumnsUnknown } from '../refusals.ts'
import { BATCH_ROWS, dropBatches, writeBatch } from './batches.ts'
import { dropParts, partsOf } from './parts.ts'

/** Batches of one transaction. */
const AT_ONCE = 8

/** Reads the file once, from its beginning to its end, into batches of rows; from then on they are the file. */
export async function stage(db: Database, caller: Caller, importId: string, plan: Plan): Promise<number> {
  const { names, rows } = await readTable(partsOf(db, caller, importId), plan)
  if (names.length !== plan.columns.length) throw ColumnsUnknown()
  await inTenant(db, caller, (ctx) => dropBatches(ctx, importId))
  let first = 0
  let waiting: Row[] = []
  const write = () =>
    inTenant(db, caller, async (ctx) => {
      // An erasure may have ended the import, and deleted its file.
      await lockImport(ctx, importId, 'checking')
      for (let at = 0; at < waiting.length; at += BATCH_ROWS)
        await writeBatch(ctx, importId, { first: first + at, rows: waiting.slice(at, at + BATCH_ROWS) })
      await countOn(ctx, importId, {})
    })
  for await (const row of rows) {
    if (!isEmpty(row)) waiting.push(row)
    if (waiting.length < BATCH_ROWS * AT_ONCE) continue
    await write()
    first += waiting.length
    waiting = []
  }
  await write()
  const count = first + waiting.length
  await inTenant(db, caller, async (ctx) => {
    await lockImport(ctx, importId, 'checking')
    await dropParts(ctx, importId)
    await changeImport(ctx, importId, { rows: count })
  })
  return count
}
