import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sql as raw } from 'kysely'
import { mayGive, type Scope } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { TenantKeys } from '../../../kit/keyring.ts'
import { bytesToUuid, uuidToBytes } from '../../../kit/uuid.ts'
import { type ApiKey, ApiKeyNotFound, KeyBeyondYours } from '../contract.ts'
import { sql } from '../tables.ts'

// kith_ and then, in base64url: tenant 16 bytes | id 8 bytes | secret 24 bytes. It names its tenant, so that even
// checking it runs inside that tenant.
const FORM = /^kith_[A-Za-z0-9_-]{64}$/
const DEFAULT_PER_MINUTE = 6_000
const DAY_MS = 86_400_000

export interface PresentedKey {
  readonly tenant: string
  readonly id: Buffer
  readonly secret: Buffer
}

interface NewKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly perMinute?: number | undefined
  readonly expiresInDays?: number | undefined
}

/** Returns the key itself, which is not stored: it can be shown only once. */
export async function createApiKey(
  ctx: Context,
  { name, scopes, perMinute = DEFAULT_PER_MINUTE, expiresInDays }: NewKey,
): Promise<ApiKey & { apiKey: string }> {
  requireWithinOwn(ctx, scopes)
  const id = randomBytes(8)
  const secret = randomBytes(24)
  const expires = expiresInDays === undefined ? null : new Date(ctx.now.getTime() + expiresInDays * DAY_MS)
  const row = {
    id,
    name,
    scopes: [...new Set(scopes)],
    per_minute: perMinute,
    created_at: ctx.now,
    created_by: ctx.caller.actor,
    expires_at: expires,
  }
  await sql(ctx)
    .insertInto('api_keys')
    .values({ tenant_id: ctx.tenant, ...row, digest: digestOf(ctx.keys, secret) })
    .execute()
  ctx.audit({
    action: 'api_key.created',
    customer: null,
    fields: ['scopes'],
    after: { id: id.toString('hex'), scopes: row.scopes },
  })
  return {
    ...toApiKey(ctx, { ...row, revoked_at: null }),
    apiKey: `kith_${Buffer.concat([uuidToBytes(ctx.tenant), id, secret]).toString('base64url')}`,
  }
}

export async function listApiKeys(ctx: Context): Promise<ApiKey[]> {
  return (await keys(ctx).orderBy('created_at', 'desc').orderBy('id').execute()).map((row) => toApiKey(ctx, row))
}

/** The names of these keys, also of revoked ones. */
export async function namesOfKeys(ctx: Context, keyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keyIds.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('api_keys')
    .select(['id', 'name'])
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      keyIds.map((id) => Buffer.from(id, 'hex')),
    )
    .execute()
  return new Map(rows.map(({ id, name }) => [id.toString('hex'), name]))
}

export async function revokeApiKey(ctx: Context, { keyId }: { keyId: string }): Promise<ApiKey> {
  const row = await keys(ctx).where('id', '=', Buffer.from(keyId, 'hex')).forUpdate().executeTakeFirst()
  if (!row || row.revoked_at !== null) throw ApiKeyNotFound()
  requireWithinOwn(ctx, row.scopes)
  await sql(ctx)
    .updateTable('api_keys')
    .set({ revoked_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', row.id)
    .execute()
  ctx.audit({ action: 'api_key.revoked', customer: null, fields: ['revoked_at'], after: { id: keyId } })
  ctx.nudge('api-keys')
  return toApiKey(ctx, { ...row, revoked_at: ctx.now })
}

const keys = (ctx: Context) =>
  sql(ctx)
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes', 'per_minute', 'created_at', 'created_by', 'expires_at', 'revoked_at'])
    .where('tenant_id', '=', ctx.tenant)
type KeyRow = Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[0]

const toApiKey = (ctx: Context, row: KeyRow): ApiKey => ({
  id: row.id.toString('hex'),
  name: row.name,
  scopes: row.scopes,
  perMinute: row.per_minute,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  expiresAt: row.expires_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
  withinYours: mayGive(ctx.caller, row.scopes),
})

function requireWithinOwn(ctx: Context, scopes: readonly string[]): void {
  if (!mayGive(ctx.caller, scopes)) throw KeyBeyondYours()
}

export function parseApiKey(presented: string): PresentedKey | null {
  if (!FORM.test(presented)) return null
  const bytes = Buffer.from(presented.slice(5), 'base64url')
  return { tenant: bytesToUuid(bytes.subarray(0, 16)), id: bytes.subarray(16, 24), secret: bytes.subarray(24) }
}

/** The permissions of the key, or null: unknown, revoked, expired and wrong keys look the same. */
export async function checkApiKey(ctx: Context, { id, secret }: PresentedKey) {
  const row = await sql(ctx)
    .selectFrom('api_keys')
    .select(['digest', 'scopes', 'per_minute'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where(valid(ctx.now))
    .executeTakeFirst()
  if (!row || !timingSafeEqual(row.digest, digestOf(ctx.keys, secret))) return null
  return { actor: `key:${id.toString('hex')}`, may: new Set(row.scopes), perMinute: row.per_minute }
}

/** Of the caller, later than the start of the request. */
export async function isKeyValid(ctx: Context, actor = ctx.caller.actor): Promise<boolean> {
  const row = await sql(ctx)
    .selectFrom('api_keys')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', Buffer.from(actor.slice('key:'.length), 'hex'))
    .where(valid(ctx.now))
    .executeTakeFirst()
  return row !== undefined
}

const valid = (now: Date) => raw<boolean>`(revoked_at is null and (expires_at is null or expires_at > ${now}))`

const digestOf = (keys: TenantKeys, secret: Buffer) => keys.digest('api key', secret)
