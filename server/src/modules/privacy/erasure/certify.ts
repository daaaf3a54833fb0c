import { type Head, linkEntries, readHead } from '../../../kit/audit-chain.ts'
import { listEntries, positionsOf } from '../../../kit/audit-entries.ts'
import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import type { Errand } from '../../../kit/module.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { CertificatePending } from '../refusals.ts'
import { sql } from '../tables.ts'
import { CertificateFile, Erasure } from './contract.ts'
import { type ErasureRow, erasureRows, requireErasure } from './erasure-row.ts'
import { addToLedger } from './ledger.ts'
import { type Claims, type Signer, sign, signerOf } from './signing.ts'

const BATCH = 20

/** Signs after the erasure's entry is in the audit chain, so that the certificate can name its position. */
export const certifyErasures: Errand = {
  name: 'certify-erasures',
  nudge: 'privacy',
  everyMs: 2_000,
  find: 'select distinct tenant_id from erasures where certificate is null',
  run: certify,
}

async function certify(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, 'errand:certify-erasures')
  const waiting = await inTenant(db, caller, (ctx) => uncertified(ctx).limit(1).execute(), { readOnly: true })
  if (waiting.length === 0) return false
  while (await inTenant(db, caller, linkEntries));
  const signer = await signerOf(db, tenant)
  const ready = await inTenant(db, caller, claimsOfNext, { readOnly: true })
  const signed = await Promise.all(ready.map(async (claims) => ({ claims, jws: await sign(signer, claims) })))
  // The ledger first: a certificate missing there would not be repeated after a restore.
  await addToLedger(db.config.KITH_ERASURE_LEDGER, signer, signed)
  await inTenant(db, caller, async (ctx) => {
    for (const { claims, jws } of signed) await keep(ctx, claims.erasure, signer, jws)
  })
  return ready.length === BATCH
}

const uncertified = (ctx: Context) => erasureRows(ctx).where('certificate', 'is', null).orderBy('id')

async function claimsOfNext(ctx: Context): Promise<Claims[]> {
  const rows = await uncertified(ctx).limit(BATCH).execute()
  const head = await readHead(ctx)
  const claims = await Promise.all(rows.map((row) => claimsOf(ctx, row, head)))
  return claims.filter((one) => one !== null)
}

/** Null while another process is still linking its entry. */
async function claimsOf(ctx: Context, row: ErasureRow, head: Head): Promise<Claims | null> {
  const [entry] = await listEntries(ctx, { customerId: row.customer_id, action: 'customer.erased' }, null, 1)
  const position = entry && (await positionsOf(ctx, [entry])).get(entry.id)
  if (position === undefined || position > head.position) return null
  return {
    tenant: ctx.tenant,
    erasure: row.id,
    request: row.request_id,
    customer: digestOf(ctx, row.customer_id),
    ...(row.absorbed.length > 0 && { absorbed: row.absorbed.map((id) => digestOf(ctx, id)) }),
    reason: row.reason,
    erasedAt: row.erased_at.toISOString(),
    ...(row.repeats && { repeats: row.repeats.toISOString() }),
    certifiedAt: ctx.now.toISOString(),
    tables: Erasure.shape.counts.parse(row.counts),
    audit: { entry: position, position: head.position, hash: head.hash.toString('hex') },
  }
}

/** Reveals nothing except to the business, which can compute the digest of an id. */
export const digestOf = (ctx: Context, customerId: string) =>
  ctx.keys.digest('erased customer', customerId).toString('hex')

async function keep(ctx: Context, erasureId: string, signer: Signer, certificate: string): Promise<void> {
  await sql(ctx)
    .updateTable('erasures')
    .set({ certificate, key_id: signer.id })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', erasureId)
    .where('certificate', 'is', null)
    .execute()
}

export async function readCertificate(ctx: Context, { erasureId }: { erasureId: string }) {
  const { certificate, key_id } = await requireErasure(ctx, erasureId)
  if (certificate === null || key_id === null) throw CertificatePending({}, { 'retry-after': '2' })
  const { public_jwk } = await sql(ctx)
    .selectFrom('certificate_keys')
    .select('public_jwk')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', key_id)
    .executeTakeFirstOrThrow()
  return { certificate, key: CertificateFile.shape.key.parse(public_jwk), thumbprint: key_id }
}
