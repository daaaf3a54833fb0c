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
/** Characters after which a batch ends: however long its rows are, a few of them take little memory. */
const BATCH_CHARACTERS = 1024 * 1024

/** Reads the file once, from its beginning to its end, into batches of rows; from then on they are the file. */
export async function stage(db: Database, caller: Caller, importId: string, plan: Plan): Promise<number> {
  const { names, rows } = await readTable(partsOf(db, caller, importId), plan)
  if (names.length !== plan.columns.length) throw ColumnsUnknown()
  await inTenant(db, caller, (ctx) => dropBatches(ctx, importId))
  let count = 0
  let waiting: Row[][] = []
  const write = () =>
    inTenant(db, caller, async (ctx) => {
      // An erasure may have ended the import, and deleted its file.
      await lockImport(ctx, importId, 'checking')
      let first = count
      for (const batch of waiting) {
        await writeBatch(ctx, importId, { first, rows: batch })
        first += batch.length
      }
      await countOn(ctx, importId, {})
    })
  async function wrote() {
    await write()
    count += waiting.reduce((sum, batch) => sum + batch.length, 0)
    waiting = []
  }
  for await (const batch of batched(rows)) {
    waiting.push(batch)
    if (waiting.length === AT_ONCE) await wrote()
  }
  await wrote()
  await inTenant(db, caller, async (ctx) => {
    await lockImport(ctx, importId, 'checking')
    await dropParts(ctx, importId)
    await changeImport(ctx, importId, { rows: count })
  })
  return count
}

async function* batched(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = []
  let characters = 0
  for await (const row of rows) {
    if (isEmpty(row)) continue
    batch.push(row)
    characters += row.cells.reduce((sum, cell) => sum + cell.length, 0)
    if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}
