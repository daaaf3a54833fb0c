import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { LRUCache } from 'lru-cache'
import { itself } from '../../../kit/caller.ts'
import { type Context, type Database, inTenant } from '../../../kit/context.ts'
import { open, seal } from '../../../kit/sealing.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { sql } from '../tables.ts'
import { ACCESS_VALID_MINUTES } from './validity.ts'

const SIGNS_DAYS = 30
/** Whoever checks tokens elsewhere fetches the keys now and then; a new one must be there before it signs. */
const PUBLISHED_AHEAD_HOURS = 24
/** After its last token has expired, for clocks that are slow. */
const KEPT_BEYOND_MINUTES = 5
const RSA_BITS = 2048
const HOUR_MS = 3_600_000

export interface Signer {
  readonly kid: string
  readonly key: KeyObject
}

export interface PublicJwk {
  readonly kty: string
  readonly n: string
  readonly e: string
}

// A key never changes, so that holding it says nothing about whether it is still good.
const privateKeys = new LRUCache<string, KeyObject>({ max: 5_000 })
const publicKeys = new LRUCache<string, KeyObject>({ max: 10_000 })

/** The key that signs now. The first one of a tenant is made with its first sign-in. */
export async function currentSigner(db: Database, tenant: string): Promise<Signer> {
  const caller = itself(tenant, 'sign-in')
  const held = await inTenant(db, caller, readSigner, { readOnly: true })
  if (held) return held
  const pair = await newPair()
  await inTenant(db, caller, (ctx) => addKey(ctx, 1, pair, ctx.now))
  return (await inTenant(db, caller, readSigner, { readOnly: true }))!
}

/** The keys that tokens may be signed with: those to come, the present one, and those whose last tokens still live. */
export async function publishedKeys(ctx: Context) {
  const rows = await sql(ctx)
    .selectFrom('signing_keys')
    .select(['id', 'public_jwk', 'signs_from'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('generation')
    .execute()
  const published = rows.filter((_, index) => isPublished(rows[index + 1]?.signs_from, ctx.now))
  return published.map(({ id, public_jwk }) => ({ kid: id, jwk: public_jwk as PublicJwk }))
}

/** The public half, while it is published. */
export async function verifyingKey(ctx: Context, kid: string): Promise<KeyObject | null> {
  const found = (await publishedKeys(ctx)).find((one) => one.kid === kid)
  if (!found) return null
  const held = publicKeys.get(kid)
  if (held) return held
  const key = createPublicKey({ key: { ...found.jwk }, format: 'jwk' })
  publicKeys.set(kid, key)
  return key
}

/** Publishes the next key a day before the present one has signed for a month, and drops those that nobody needs. */
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
  return false
}

async function readSigner(ctx: Context): Promise<Signer | null> {
  const row = await sql(ctx)
    .selectFrom('signing_keys')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('signs_from', '<=', ctx.now)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const held = privateKeys.get(row.id)
  if (held) return { kid: row.id, key: held }
  const der = open(ctx.keys.own, place(ctx, row.id), row.sealed)
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

/** When two processes make the same generation, the first one's is it. */
async function addKey(ctx: Context, generation: number, { publicKey, privateKey }: Pair, signsFrom: Date) {
  const id = uuidv7(ctx.now.getTime())
  const added = await sql(ctx)
    .insertInto('signing_keys')
    .values({
      tenant_id: ctx.tenant,
      id,
      generation,
      public_jwk: JSON.stringify(publicKey.export({ format: 'jwk' })),
      sealed: seal(ctx.keys.own, place(ctx, id), privateKey.export({ format: 'der', type: 'pkcs8' })),
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
  const kept = (ACCESS_VALID_MINUTES + KEPT_BEYOND_MINUTES) * 60_000
  return nextSignsFrom === undefined || nextSignsFrom.getTime() + kept > now.getTime()
}

const place = (ctx: Context, id: string) => `signing_keys.sealed|${ctx.tenant}|${id}`
