import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { document, sealedForTenant } from '../../../kit/sealed.ts'
import type { Row } from '../read/row.ts'
import { sql } from '../tables.ts'

const Stored = z.array(
  z.object({
    row: z.int(),
    cells: z.array(z.string()),
    broken: z.literal(true).optional(),
    gone: z.literal(true).optional(),
  }),
)
export const batches = sealedForTenant('import_batches', 'sealed', document(Stored), {
  by: ['import_id', 'first'],
  mend: 'drop',
})

/** Few enough that a till that creates a customer meanwhile hardly waits for the number. */
export const BATCH_ROWS = 250

/** A row as it is kept. `gone`: its person was erased. */
export type StoredRow = z.output<typeof Stored>[0]

interface Batch {
  readonly first: number
  readonly rows: readonly StoredRow[]
}

const batchRows = (ctx: Context, importId: string) =>
  sql(ctx)
    .selectFrom('import_batches')
    .select(['import_id', 'first', 'rows', 'keys', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)

/** The batch with this row, counted from 0. */
export async function readBatch(ctx: Context, importId: string, at: number): Promise<Batch | null> {
  const row = await batchRows(ctx, importId)
    .where('first', '<=', at)
    .orderBy('first', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && at < row.first + row.rows ? { first: row.first, rows: batches.require(ctx, row) } : null
}

export async function writeBatch(
  ctx: Context,
  importId: string,
  { first, rows }: { readonly first: number; readonly rows: readonly Row[] },
  keys: Buffer = Buffer.alloc(0),
): Promise<void> {
  const place = { import_id: importId, first }
  const sealed = batches.seal(
    ctx,
    place,
    rows.map((row) => ({ ...row, cells: [...row.cells] })),
  )
  await sql(ctx)
    .insertInto('import_batches')
    .values({ tenant_id: ctx.tenant, ...place, rows: rows.length, keys, sealed })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'import_id', 'first']).doUpdateSet({ keys, sealed }))
    .execute()
}

/** By what an erasure finds the rows of a person. */
export async function noteKeys(
  ctx: Context,
  importId: string,
  first: number,
  digests: readonly Buffer[],
): Promise<void> {
  await sql(ctx)
    .updateTable('import_batches')
    .set({ keys: Buffer.concat(digests) })
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .where('first', '=', first)
    .execute()
}

/** Returns how many there were. */
export async function dropBatches(ctx: Context, importId: string): Promise<number> {
  const gone = await sql(ctx)
    .deleteFrom('import_batches')
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .returning('first')
    .execute()
  return gone.length
}
