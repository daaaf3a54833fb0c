import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Scope } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { TenantKeys } from '../../kit/keyring.ts'
import { bytesToUuid, uuidToBytes } from '../../kit/uuid.ts'
import { ApiKeyNotFound } from './contract.ts'
import { sql } from './tables.ts'

// kith_ and then, in base64url: tenant 16 bytes | id 8 bytes | secret 24 bytes. It names its tenant, so that even
// checking it runs inside that tenant.
const FORM = /^kith_[A-Za-z0-9_-]{64}$/
const DEFAULT_PER_MINUTE = 6_000

export interface PresentedKey {
  readonly tenant: string
  readonly id: Buffer
  readonly secret: Buffer
}

/** Returns the key itself, which is stored nowhere: it can be shown this once. */
export async function createApiKey(
  ctx: Context,
  { name, scopes, perMinute = DEFAULT_PER_MINUTE }: { name: string; scopes: readonly Scope[]; perMinute?: number },
): Promise<{ id: string; apiKey: string }> {
  const id = randomBytes(8)
  const secret = randomBytes(24)
  await sql(ctx)
    .insertInto('api_keys')
    .values({
      tenant_id: ctx.tenant,
      id,
      name,
      digest: digestOf(ctx.keys, secret),
      scopes: [...scopes],
      per_minute: perMinute,
      created_by: ctx.caller.actor,
    })
    .execute()
  ctx.audit({
    action: 'api_key.created',
    customer: null,
    fields: ['scopes'],
    after: { id: id.toString('hex'), scopes },
  })
  return {
    id: id.toString('hex'),
    apiKey: `kith_${Buffer.concat([uuidToBytes(ctx.tenant), id, secret]).toString('base64url')}`,
  }
}

export async function listApiKeys(ctx: Context) {
  const rows = await sql(ctx)
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes', 'per_minute', 'created_at', 'created_by', 'expires_at', 'revoked_at'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id.toString('hex'),
    name: row.name,
    scopes: row.scopes,
    perMinute: row.per_minute,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }))
}

export async function revokeApiKey(ctx: Context, { id }: { id: string }): Promise<void> {
  const revoked = await sql(ctx)
    .updateTable('api_keys')
    .set({ revoked_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', Buffer.from(id, 'hex'))
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!revoked) throw ApiKeyNotFound({ id })
  ctx.audit({ action: 'api_key.revoked', customer: null, fields: ['revoked_at'], after: { id } })
}

export function parseApiKey(presented: string): PresentedKey | null {
  if (!FORM.test(presented)) return null
  const bytes = Buffer.from(presented.slice(5), 'base64url')
  return { tenant: bytesToUuid(bytes.subarray(0, 16)), id: bytes.subarray(16, 24), secret: bytes.subarray(24) }
}

/** What the key may do, or null: unknown, revoked, expired and wrong all look the same. */
export async function checkApiKey(ctx: Context, { id, secret }: PresentedKey) {
  const row = await sql(ctx)
    .selectFrom('api_keys')
    .select(['digest', 'scopes', 'per_minute'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where((q) => q.or([q('expires_at', 'is', null), q('expires_at', '>', ctx.now)]))
    .executeTakeFirst()
  if (!row || !timingSafeEqual(row.digest, digestOf(ctx.keys, secret))) return null
  return { actor: `key:${id.toString('hex')}`, may: new Set(row.scopes), perMinute: row.per_minute }
}

const digestOf = (keys: TenantKeys, secret: Buffer) => keys.digest('api key', secret)
