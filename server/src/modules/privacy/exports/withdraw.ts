import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { customerKey } from '../../customers/index.ts'
import { ExportNotFound, ExportNotReady } from '../refusals.ts'
import { sql } from '../tables.ts'
import { exportRows, toExport } from './ask.ts'
import type { Export, withdrawExport } from './contract.ts'

const GONE = { status: 'expired', archive: null, link: null } as const

/** Deletes the copy and revokes its links. Repeating it changes nothing. */
export async function withdraw(ctx: Context, { customerId, exportId }: Input<typeof withdrawExport>): Promise<Export> {
  const key = await customerKey(ctx, customerId, 'although restricted')
  const mine = () => exportRows(ctx).where('customer_id', '=', customerId).where('id', '=', exportId)
  const row = await mine().executeTakeFirst()
  if (!row) throw ExportNotFound()
  if (row.status === 'waiting') throw ExportNotReady({ exportStatus: row.status })
  const { numUpdatedRows } = await sql(ctx)
    .updateTable('privacy_exports')
    .set(GONE)
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', exportId)
    .where('status', '=', 'ready')
    .executeTakeFirst()
  if (numUpdatedRows > 0n)
    ctx.audit({ action: 'privacy.export_withdrawn', customer: { id: customerId, key }, fields: [] })
  return toExport(await mine().executeTakeFirstOrThrow())
}

/** Deletes expired exports; the row stays as a record. */
export async function expireExports(ctx: Context): Promise<void> {
  await sql(ctx)
    .updateTable('privacy_exports')
    .set(GONE)
    .where('tenant_id', '=', ctx.tenant)
    .where('status', '=', 'ready')
    .where('delete_at', '<=', ctx.now)
    .execute()
}
