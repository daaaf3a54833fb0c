import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { MOST_KEPT_BYTES, MOST_UPLOADS, MOST_WAITING_PARTS } from '../limits.ts'
import { TooManyFiles } from '../refusals.ts'
import { sql } from '../tables.ts'

/** A business keeps so many uploads that are not complete, and so many bytes of files until they are deleted. */
export async function refuseManyFiles(ctx: Context): Promise<void> {
  const { rows } = await raw<{ uploads: number; bytes: number }>`
    select count(*) filter (where state = 'uploading')::int as uploads, coalesce(sum(bytes), 0)::float8 as bytes
      from imports i
     where tenant_id = ${ctx.tenant} and (state = 'uploading'
        or exists (select from import_batches b where b.tenant_id = i.tenant_id and b.import_id = i.id)
        or exists (select from import_parts p where p.tenant_id = i.tenant_id and p.import_id = i.id))`.execute(
    sql(ctx),
  )
  const { uploads, bytes } = rows[0]!
  if (uploads >= MOST_UPLOADS || bytes >= MOST_KEPT_BYTES) throw TooManyFiles()
}

/** Parts of all uploads together, until their rows are read. */
export async function refuseManyParts(ctx: Context): Promise<void> {
  const { count } = await sql(ctx)
    .selectFrom('import_parts')
    .select((q) => q.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_WAITING_PARTS) throw TooManyFiles()
}
