import type { Caller } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { BYTES, sealedForTenant } from '../../../kit/sealed.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { sql } from '../tables.ts'

const parts = sealedForTenant('import_parts', 'sealed', BYTES, { by: ['import_id', 'part'], mend: 'drop' })

export async function readPart(ctx: Context, importId: string, part: number): Promise<Buffer | null> {
  const row = await sql(ctx)
    .selectFrom('import_parts')
    .select(['import_id', 'part', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .where('part', '=', part)
    .executeTakeFirst()
  return row ? parts.require(ctx, row) : null
}

/** The file from its beginning, a part at a time, each in a transaction of its own: as much memory as one part. */
export async function* partsOf(db: Database, caller: Caller, importId: string): AsyncGenerator<Buffer> {
  for (let part = 1; ; part++) {
    const bytes = await inTenant(db, caller, (ctx) => readPart(ctx, importId, part), { readOnly: true })
    if (bytes === null) return
    yield bytes
  }
}

export async function writePart(ctx: Context, importId: string, part: number, bytes: Buffer): Promise<void> {
  const place = { import_id: importId, part }
  const sealed = parts.seal(ctx, place, bytes)
  await sql(ctx)
    .insertInto('import_parts')
    .values({ tenant_id: ctx.tenant, ...place, sealed })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'import_id', 'part']).doUpdateSet({ sealed }))
    .execute()
}

/** Returns how many there were. */
export async function dropParts(ctx: Context, importId: string): Promise<number> {
  const gone = await sql(ctx)
    .deleteFrom('import_parts')
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .returning('part')
    .execute()
  return gone.length
}
