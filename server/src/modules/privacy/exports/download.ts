import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output, TextStream } from '../../../kit/endpoint.ts'
import { publicUrl } from '../../../kit/public-url.ts'
import { sealerOf } from '../../../kit/sealed.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { customerKey, keysOf } from '../../customers/index.ts'
import { ExportNotFound, ExportNotReady, LinkInvalid } from '../refusals.ts'
import { sql } from '../tables.ts'
import { exportRows } from './ask.ts'
import { archives } from './build.ts'
import { downloadExport, type linkExport } from './contract.ts'
import { readLink, signLink } from './link.ts'

/** In phases, because a response stored for an Idempotency-Key would contain the token. */
export async function giveLink(
  { db, caller }: Entrance,
  input: Input<typeof linkExport>,
): Promise<Answered<Output<typeof linkExport>>> {
  return { body: await inTenant(db, caller, (ctx) => makeLink(ctx, downloadExport.path, input)) }
}

export async function makeLink(ctx: Context, path: string, { customerId, exportId }: Input<typeof linkExport>) {
  const key = await customerKey(ctx, customerId)
  const row = await exportRows(ctx).where('customer_id', '=', customerId).where('id', '=', exportId).executeTakeFirst()
  if (!row) throw ExportNotFound()
  const linkId = uuidv7(ctx.now.getTime())
  const { token, expiresAt } = await signLink(ctx, exportId, linkId)
  const { numUpdatedRows } = await sql(ctx)
    .updateTable('privacy_exports')
    .set({ link: linkId })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', exportId)
    .where('status', '=', 'ready')
    .where('delete_at', '>', ctx.now)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw ExportNotReady({ exportStatus: row.status })
  ctx.audit({ action: 'privacy.export_linked', customer: { id: customerId, key }, fields: [] })
  return { url: `${publicUrl(ctx.config)}${path.replace(':token', token)}`, expiresAt: expiresAt.toISOString() }
}

export function download(entrance: Entrance, { token }: Input<typeof downloadExport>): Promise<TextStream> {
  return fetchArchive(entrance, token, null)
}

export async function fetchArchive({ db, caller }: Entrance, token: string, of: string | null): Promise<TextStream> {
  const archive = await inTenant(db, caller, (ctx) => openArchive(ctx, token, of))
  async function* chunks() {
    yield archive
  }
  return { contentType: 'application/zip', fileName: 'personal-data.zip', chunks: chunks() }
}

async function openArchive(ctx: Context, token: string, of: string | null): Promise<Buffer> {
  const { exportId, linkId } = await readLink(ctx, token)
  const row = await sql(ctx)
    .selectFrom('privacy_exports')
    .select(['id', 'customer_id', 'archive'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', exportId)
    .where('link', '=', linkId)
    .where('status', '=', 'ready')
    .where('delete_at', '>', ctx.now)
    .executeTakeFirst()
  if (!row?.archive || (of !== null && row.customer_id !== of)) throw LinkInvalid()
  const holder = sealerOf(row.archive)
  const key = (await keysOf(ctx, [holder])).get(holder)
  if (!key) throw LinkInvalid()
  ctx.audit({ action: 'privacy.export_downloaded', customer: { id: row.customer_id, key }, fields: [] })
  return archives.require(ctx, key, row)
}
