import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { cache } from '../../../../kit/caches.ts'
import { itself } from '../../../../kit/caller.ts'
import type { Context } from '../../../../kit/context.ts'
import { type Database, findTenantKeys, OWN, type Turn } from '../../../../kit/database.ts'
import { BYTES, sealedForTenant } from '../../../../kit/sealed.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { uuidv7 } from '../../../../kit/uuid.ts'
import { sql } from '../../login/tables.ts'
import { MOST_STATEMENT_HOURS } from './validity.ts'

const SIGNS_DAYS = 30
/** Token verifiers refetch the keys now and then; a new one must be published before it signs. */
const PUBLISHED_AHEAD_HOURS = 24
/** Kept after the last that it signed has expired, for slow clocks. */
const KEPT_BEYOND_MINUTES = 5
const RSA_BITS = 2048
const HOUR_MS = 3_600_000

/** If no key is readable, the next sign-in creates one. */
const privateHalves = sealedForTenant('signing_keys', 'sealed', BYTES, { mend: 'drop' })

export interface Signer {
  readonly kid: string
  readonly key: KeyObject
}

const PublicJwk = z.object({ kty: z.string(), n: z.string(), e: z.string() })
export type PublicJwk = z.output<typeof PublicJwk>

/**
 * Interval for reading the list of keys. A new key is published long before it signs, so the delay matters only for
 * other processes after `rotateSigningKeys` with `now`.
 */
const HELD_MS = 5_000
const held = cache<string, readonly KeyRow[]>('signing_keys', { max: 5_000, ttl: HELD_MS })

// A key never changes, so a cached one says nothing about its validity.
const privateKeys = cache<string, KeyObject>('private_keys', { max: 5_000 })
const publicKeys = cache<string, KeyObject>('public_keys', { max: 10_000 })

/** The current signing key. A tenant's first key is created with its first sign-in. */
export async function currentSigner(db: Database, tenant: string): Promise<Signer> {
  const signer = await openSigner(db, tenant, await keysOf(db, tenant))
  if (signer) return signer
  const pair = await newPair()
  await inTenant(db, itself(tenant, 'sign-in'), (ctx) => addKey(ctx, 1, pair, ctx.now))
  return (await openSigner(db, tenant, await keysOf(db, tenant, { anew: true })))!
}

/** The keys of valid tokens: the next ones, the current one, and former ones with unexpired tokens. */
export const publishedKeys = async (ctx: Context) => published(await readKeys(ctx), ctx.now)

/** The public half as far as it is in memory, which does not say that it is published still. */
export const openedKey = (kid: string): KeyObject | undefined => publicKeys.get(kid)

/** The public half, while it is published. `beforeAnew`: see `Identify`. */
export async function verifyingKey(
  db: Database,
  { tenant, kid }: { readonly tenant: string; readonly kid: string },
  turn: Turn,
  beforeAnew: () => Promise<void>,
): Promise<KeyObject | null> {
  const among = (rows: readonly KeyRow[]) => published(rows, new Date()).find((one) => one.kid === kid)
  let found = among(await keysOf(db, tenant, { turn }))
  if (!found) {
    await beforeAnew()
    found = among(await keysOf(db, tenant, { turn, anew: true }))
  }
  if (!found) return null
  const opened = publicKeys.get(kid)
  if (opened) return opened
  const key = createPublicKey({ key: { ...found.jwk }, format: 'jwk' })
  publicKeys.set(kid, key)
  return key
}

/** Publishes the next key a day before the current one is a month old, and drops unused ones. */
export async function rotateSigningKeys(db: Database, tenant: string, { now = false } = {}): Promise<boolean> {
  const caller = itself(tenant, 'job:rotate-signing-keys')
  const newest = await inTenant(db, caller, readNewest, { readOnly: true })
  if (newest) {
    const due = newest.signs_from.getTime() + SIGNS_DAYS * 24 * HOUR_MS
    const ahead = PUBLISHED_AHEAD_HOURS * HOUR_MS
    if (now || Date.now() >= due - ahead) {
      const pair = await newPair()
      const signsFrom = new Date(now ? Date.now() : Math.max(due, Date.now() + ahead))
      await inTenant(db, caller, (ctx) => addKey(ctx, newest.generation + 1, pair, signsFrom))
    }
  }
  await inTenant(db, caller, dropUnpublished)
  held.delete(tenant)
  return false
}

async function keysOf(db: Database, tenant: string, { turn = OWN, anew = false } = {}): Promise<readonly KeyRow[]> {
  const before = anew ? undefined : held.get(tenant)
  if (before) return before
  const rows = await inTenant(db, itself(tenant, 'sign-in'), readKeys, { readOnly: true, turn })
  if (rows.length > 0) held.set(tenant, rows)
  return rows
}

async function readKeys(ctx: Context) {
  const rows = await sql(ctx)
    .selectFrom('signing_keys')
    .select(['id', 'public_jwk', 'sealed', 'signs_from'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('generation')
    .execute()
  return rows.map(({ public_jwk, ...row }) => ({ ...row, jwk: PublicJwk.parse(public_jwk) }))
}
type KeyRow = Awaited<ReturnType<typeof readKeys>>[0]

function published(rows: readonly KeyRow[], now: Date) {
  const kept = rows.filter((_, index) => isPublished(rows[index + 1]?.signs_from, now))
  return kept.map(({ id, jwk }) => ({ kid: id, jwk }))
}

async function openSigner(db: Database, tenant: string, rows: readonly KeyRow[]): Promise<Signer | null> {
  const row = rows.findLast(({ signs_from }) => signs_from.getTime() <= Date.now())
  if (!row) return null
  const opened = privateKeys.get(row.id)
  if (opened) return { kid: row.id, key: opened }
  const keys = (await findTenantKeys(db, tenant))!
  const der = privateHalves.require({ keys }, row)
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  privateKeys.set(row.id, key)
  return { kid: row.id, key }
}

const readNewest = (ctx: Context) =>
  sql(ctx)
    .selectFrom('signing_keys')
    .select(['generation', 'signs_from'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst()

type Pair = Awaited<ReturnType<typeof newPair>>
const newPair = () => promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS })

/** If two processes create the same generation, the first one's counts. */
async function addKey(ctx: Context, generation: number, { publicKey, privateKey }: Pair, signsFrom: Date) {
  const id = uuidv7(ctx.now.getTime())
  const added = await sql(ctx)
    .insertInto('signing_keys')
    .values({
      tenant_id: ctx.tenant,
      id,
      generation,
      public_jwk: JSON.stringify(publicKey.export({ format: 'jwk' })),
      sealed: privateHalves.seal(ctx, { id }, privateKey.export({ format: 'der', type: 'pkcs8' })),
      created_at: ctx.now,
      signs_from: signsFrom,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'generation']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) ctx.audit({ action: 'signing_key.added', customer: null, fields: [], after: { id, signsFrom } })
}

async function dropUnpublished(ctx: Context): Promise<void> {
  const published = (await publishedKeys(ctx)).map(({ kid }) => kid)
  if (published.length === 0) return
  await sql(ctx)
    .deleteFrom('signing_keys')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'not in', published)
    .execute()
}

function isPublished(nextSignsFrom: Date | undefined, now: Date): boolean {
  const kept = MOST_STATEMENT_HOURS * HOUR_MS + KEPT_BEYOND_MINUTES * 60_000
  return nextSignsFrom === undefined || nextSignsFrom.getTime() + kept > now.getTime()
}
