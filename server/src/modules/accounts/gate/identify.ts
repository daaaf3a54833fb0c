import type { KeyObject } from 'node:crypto'
import { sql as raw } from 'kysely'
import { cache } from '../../../kit/caches.ts'
import { type Asked, type Caller, type Identify, itself, type Presented } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import { type Database, findTenantKeys, OF_A_STRANGER, OF_ONE_WE_KNOW, type Turn } from '../../../kit/database.ts'
import type { Nudges } from '../../../kit/nudges.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { ROLES } from '../../../permissions.ts'
import { sql } from '../login/tables.ts'
import { ACCESS_COOKIE, REFRESH_COOKIE } from '../session/answer.ts'
import { keepAwake } from '../session/till/sessions.ts'
import { peekAccessToken, type VerifiedClaims, verifyAccessToken } from '../session/tokens/access-token.ts'
import { isOurs, parseRefreshToken } from '../session/tokens/refresh-token.ts'
import { openedKey, verifyingKey } from '../session/tokens/signing-keys.ts'
import { noteAtTill } from './till-sessions.ts'

const TOKENS_HELD = 20_000
/** Processes are notified of an ended session at once; this limit is for a missed notification. */
const TOKEN_HELD_MS = 5_000
/** As long as a token may be good by its signature alone. */
const TOKEN_SPENT_MS = 3_600_000
const PER_MINUTE = 600

interface Held {
  readonly caller: Omit<Caller, keyof Asked>
  readonly expires: number
  readonly epoch: number
  readonly onTill: boolean
}

const scopesOf = new Map<string, ReadonlySet<string>>(
  Object.entries(ROLES).map(([role, scopes]) => [role, new Set<string>(scopes)]),
)

/** The caller of an access token, from the header or the cookie. Only the tenant named in the token is queried. */
export function sessionAuthenticator(db: Database, nudges: Nudges): Identify {
  const held = cache<string, Held>('access_tokens', { max: TOKENS_HELD, ttl: TOKEN_HELD_MS })
  const epochs = new Map<string, number>()
  const epochOf = (tenant: string) => epochs.get(tenant) ?? 0
  nudges.on('sessions', (tenant) => epochs.set(tenant, epochOf(tenant) + 1))
  const findHolder = together(db)
  const spent = cache<string, true>('spent_tokens', { max: TOKENS_HELD, ttl: TOKEN_SPENT_MS })

  return async ({ authorization, cookies }, asked, beforeAsking = async () => {}) => {
    const token = authorization === '' ? cookies[ACCESS_COOKIE] : /^Bearer (\S+)$/i.exec(authorization)?.[1]
    if (!token) return null
    const before = held.get(token)
    if (before && before.epoch === epochOf(before.caller.tenant) && before.expires > Date.now()) {
      return { ...before.caller, ...asked }
    }
    const claims = await verified(db, token, beforeAsking)
    if (!claims) return null
    const { tenant } = claims
    if (spent.has(token)) await beforeAsking()
    // Read first: a session that ends during the lookup invalidates its result at once.
    const epoch = epochOf(tenant)
    const found = await findHolder(tenant, claims, spent.has(token) ? OF_A_STRANGER : turnOf(claims))
    if (!found) {
      spent.set(token, true)
      return null
    }
    spent.delete(token)
    if (found.onTill) {
      noteAtTill(claims.session)
      await keepAwake(db, tenant, claims.session)
    }
    held.set(token, { ...found, epoch })
    return { ...found.caller, ...asked }
  }
}

/** The till is among the staff; customers have the place that their requests have. */
const turnOf = ({ isStaff }: VerifiedClaims): Turn => (isStaff ? OF_ONE_WE_KNOW : OF_A_STRANGER)

/** The key in memory decides first, so that nothing is read for a signature that was made up. */
async function verified(
  db: Database,
  token: string,
  beforeAsking: () => Promise<void>,
): Promise<(VerifiedClaims & { readonly tenant: string }) | null> {
  const peeked = peekAccessToken(token)
  if (!peeked) return null
  const { tenant } = peeked
  const verify = (key: KeyObject) => verifyAccessToken(db.config, token, tenant, key)
  const opened = openedKey(peeked.kid)
  const known = opened && (await verify(opened))
  if (known === null) return null
  const turn = known ? turnOf(known) : OF_A_STRANGER
  if (!known && !db.keyring.held(tenant)) await beforeAsking()
  if (!(await findTenantKeys(db, tenant, turn))) return null
  const key = await verifyingKey(db, peeked, turn, beforeAsking)
  const claims = key && (known ?? (await verify(key)))
  return claims && { ...claims, tenant }
}

/** The tenant of the refresh cookie, for a browser with an expired access cookie. */
export function tenantOfCookies(db: Database) {
  return async ({ cookies }: Presented): Promise<string | null> => {
    const token = parseRefreshToken(cookies[REFRESH_COOKIE] ?? '')
    const keys = token && (await findTenantKeys(db, token.tenant, OF_A_STRANGER))
    return keys && isOurs(keys, token) ? token.tenant : null
  }
}

/** Requests of the same turn of the loop, and of one rank, share one statement, which costs each a fraction. */
function together(db: Database) {
  const waiting = new Map<string, { readonly sessions: Set<string>; readonly holders: Promise<Holders> }>()
  const gather = (tenant: string, turn: Turn) => {
    const sessions = new Set<string>()
    const turnEnds = new Promise((resolve) => setImmediate(resolve))
    const holders = turnEnds.then(() => {
      waiting.delete(tenant + turn.rank)
      return inTenant(db, itself(tenant, 'sign-in'), (ctx) => findHolders(ctx, [...sessions]), { readOnly: true, turn })
    })
    const crowd = { sessions, holders }
    waiting.set(tenant + turn.rank, crowd)
    return crowd
  }
  return async (tenant: string, claims: VerifiedClaims, turn: Turn): Promise<Omit<Held, 'epoch'> | null> => {
    const { sessions, holders } = waiting.get(tenant + turn.rank) ?? gather(tenant, turn)
    sessions.add(claims.session)
    const holder = (await holders).get(claims.session)
    return holder?.account === claims.account ? toHeld(tenant, claims, holder) : null
  }
}

type Holder = Awaited<ReturnType<typeof readHolders>>[0]
type Holders = ReadonlyMap<string, Holder>

async function findHolders(ctx: Context, sessions: readonly string[]): Promise<Holders> {
  return new Map((await readHolders(ctx, sessions)).map((holder) => [holder.session, holder]))
}

const readHolders = (ctx: Context, sessions: readonly string[]) =>
  sql(ctx)
    .selectFrom('account_sessions as session')
    .innerJoin('accounts as account', (join) =>
      join.onRef('account.tenant_id', '=', 'session.tenant_id').onRef('account.id', '=', 'session.account_id'),
    )
    .select(['session.id as session', 'account.id as account', 'account.customer_id', 'account.role'])
    .select(['session.proved_at', 'session.awake_until'])
    .where('session.tenant_id', '=', ctx.tenant)
    .where('session.id', '=', raw<string>`any(${sessions}::uuid[])`)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', ctx.now)
    .where('account.status', '=', 'active')
    .where((q) => q.or([q('awake_until', 'is', null), q('awake_until', '>', ctx.now)]))
    .execute()

function toHeld(tenant: string, { account, session, expires }: VerifiedClaims, holder: Holder): Omit<Held, 'epoch'> {
  const onTill = holder.awake_until !== null
  return {
    expires,
    onTill,
    caller: {
      tenant,
      actor: `account:${account}`,
      may: scopesOf.get(holder.role ?? '') ?? new Set(),
      perMinute: PER_MINUTE,
      signedIn: { account, session, customer: holder.customer_id, atTill: onTill, provedAt: holder.proved_at },
    },
  }
}
