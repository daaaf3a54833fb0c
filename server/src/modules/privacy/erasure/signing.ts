import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose'
import { z } from 'zod'
import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { document, sealedForTenant } from '../../../kit/sealed.ts'
import { At } from '../../../kit/text.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { sql } from '../tables.ts'
import { CertificateFile } from './contract.ts'

const ALGORITHM = 'ES256'
const TYPE = 'kith-erasure+jws'

/** The claims of a certificate. They do not identify the person; only the tenant can match the digest with an id. */
export const Claims = z.object({
  tenant: z.uuid(),
  erasure: z.uuid(),
  request: z.uuid().nullable(),
  customer: z.string(),
  /** Customers merged into the person, erased with them. */
  absorbed: z.array(z.string()).optional(),
  reason: z.string(),
  erasedAt: At,
  /** The time of the first erasure, if a backup had undone it. */
  repeats: z.string().optional(),
  certifiedAt: At,
  tables: z.array(z.object({ table: z.string(), rows: z.int(), fate: z.enum(['erased', 'kept']) })),
  audit: z.object({ entry: z.int(), position: z.int(), hash: z.string() }),
})
export type Claims = z.output<typeof Claims>

const PrivateJwk = z.custom<JWK>((value) => typeof value === 'object' && value !== null)
const privateJwks = sealedForTenant('certificate_keys', 'private_jwk', document(PrivateJwk))

export interface Signer {
  readonly id: string
  readonly privateJwk: JWK
}

/** The tenant's key, created with the first certificate. Concurrent calls may create two; both stay valid. */
export async function signerOf(db: Database, tenant: string): Promise<Signer> {
  const caller = itself(tenant, 'errand:certify-erasures')
  const held = await inTenant(db, caller, readSigner, { readOnly: true })
  if (held) return held
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const [publicJwk, privateJwk] = [await exportJWK(publicKey), await exportJWK(privateKey)]
  const id = await calculateJwkThumbprint(publicJwk)
  await inTenant(db, caller, (ctx) => addKey(ctx, id, publicJwk, privateJwk))
  return { id, privateJwk }
}

async function readSigner(ctx: Context): Promise<Signer | null> {
  const row = await sql(ctx)
    .selectFrom('certificate_keys')
    .select(['id', 'private_jwk'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return { id: row.id, privateJwk: privateJwks.require(ctx, row) }
}

async function addKey(ctx: Context, id: string, publicJwk: JWK, privateJwk: JWK): Promise<void> {
  await sql(ctx)
    .insertInto('certificate_keys')
    .values({
      tenant_id: ctx.tenant,
      id,
      public_jwk: JSON.stringify(publicJwk),
      private_jwk: privateJwks.seal(ctx, { id }, privateJwk),
      created_at: ctx.now,
    })
    .execute()
  ctx.audit({ action: 'privacy.certificate_key_made', customer: null, fields: [], after: { thumbprint: id } })
}

export async function sign({ id, privateJwk }: Signer, claims: Claims): Promise<string> {
  const key = await importJWK(privateJwk, ALGORITHM)
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: id })
    .sign(key)
}

/** Why a certificate is rejected. */
export class BadCertificate extends Error {}

/**
 * Checks a certificate with nothing but the file. The signature only proves that the holder of the file's key signed it;
 * that this is the tenant's key is known by its thumbprint, which came another way.
 */
export async function verifyCertificate(
  file: string,
  pinned?: string,
): Promise<{ claims: Claims; thumbprint: string }> {
  const { certificate, key } = readFile(file)
  const thumbprint = await calculateJwkThumbprint(key)
  if (pinned !== undefined && pinned !== thumbprint) throw new BadCertificate('It was signed with another key.')
  const checked = await importJWK(key, ALGORITHM)
    .then((imported) => compactVerify(certificate, imported, { algorithms: [ALGORITHM] }))
    .catch(() => null)
  if (!checked) throw new BadCertificate('The signature does not fit.')
  const { typ, kid } = checked.protectedHeader
  if (typ !== TYPE || kid !== thumbprint) throw new BadCertificate('This is no certificate of an erasure.')
  return { claims: Claims.parse(JSON.parse(Buffer.from(checked.payload).toString())), thumbprint }
}

function readFile(file: string) {
  try {
    return CertificateFile.parse(JSON.parse(file))
  } catch {
    throw new BadCertificate('This is no certificate of an erasure.')
  }
}
