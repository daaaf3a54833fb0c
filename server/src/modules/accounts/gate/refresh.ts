import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../../../kit/context.ts'
import { type Database, OF_ONE_WE_KNOW } from '../../../kit/database.ts'
import type { Answered, Entrance } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { sealedForTenant, TEXT } from '../../../kit/sealed.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { admissionOf } from '../../customers/index.ts'
import { afterMerges } from '../claims/after-merges.ts'
import { type Account, accountRow, auditAccount, findAccount, toAccount } from '../login/accounts.ts'
import { RefreshTokenReused } from '../login/events.ts'
import type { SignedInAnswer } from '../login/shapes.ts'
import { sql } from '../login/tables.ts'
import { answerSession, noCookies, REFRESH_COOKIE } from '../session/answer.ts'
import { SessionOver } from '../session/refusals.ts'
import { endSessions, type Granted, logOut, TRANSPORTS, type Wish } from '../session/sessions.ts'
import { TillLocked } from '../session/till/refusals.ts'
import {
  isOurs,
  parseRefreshToken,
  type RefreshToken,
  refreshDigest,
  writeRefreshToken,
} from '../session/tokens/refresh-token.ts'
import { RETRY_GRACE_SECONDS, SESSION_SPAN } from '../session/tokens/validity.ts'
import { forgetAtTill, wasAtTill } from './till-sessions.ts'

const successors = sealedForTenant('account_sessions', 'successor', TEXT, { mend: 'clear' })

/** Issues the next refresh token and an access token. A reused old one ends the session, because a copy exists. */
export async function refreshSession(
  entrance: Entrance,
  input: { refreshToken?: string | undefined },
): Promise<Answered<SignedInAnswer>> {
  const { db, caller } = entrance
  const { presented, transport } = presentedTo(entrance, input)
  if (!presented) throw SessionOver()
  const granted = await inTenant(db, caller, (ctx) => rotate(ctx, presented, transport), turnOf(db, presented))
  if (!granted) {
    forgetAtTill(presented.session)
    throw SessionOver()
  }
  return answerSession(entrance, granted)
}

/** A till goes before others here too, by a token that no other could have made. */
function turnOf({ keyring }: Database, presented: RefreshToken) {
  const keys = keyring.held(presented.tenant)
  const isTill = keys !== undefined && wasAtTill(presented.session) && isOurs(keys, presented)
  return isTill ? { turn: OF_ONE_WE_KNOW } : {}
}

/** Ends the caller's session, even with an expired access token. */
export async function logout(
  entrance: Entrance,
  input: { refreshToken?: string | undefined },
): Promise<Answered<{ done: true }>> {
  const { db, caller } = entrance
  const { presented } = presentedTo(entrance, input)
  await inTenant(db, caller, async (ctx) => {
    const byToken = presented && (await findSession(ctx, presented))
    const session = caller.signedIn ?? (byToken && { account: byToken.account_id, session: byToken.id })
    const account = session && (await findAccount(ctx, session.account))
    if (account) await logOut(ctx, account, session.session)
  })
  return { body: { done: true }, cookies: noCookies }
}

function presentedTo({ caller, cookies }: Entrance, { refreshToken }: { refreshToken?: string | undefined }) {
  const transport: Wish['session'] = refreshToken === undefined ? 'cookie' : 'token'
  const parsed = parseRefreshToken(refreshToken ?? cookies[REFRESH_COOKIE] ?? '')
  return { transport, presented: parsed?.tenant === caller.tenant ? parsed : null }
}

/** Its decision is always committed, so it returns null instead of throwing a refusal. */
async function rotate(ctx: Context, presented: RefreshToken, transport: Wish['session']): Promise<Granted | null> {
  const session = await findSession(ctx, presented)
  if (!session || session.transport !== transport) return null
  if (session.awake_until && session.awake_until <= ctx.now) throw TillLocked()
  const { account, active } = await afterMerges(() => holderOf(ctx, session))
  if (!account) return null
  if (!active) {
    await endSessions(ctx, [account.id], 'blocked')
    return null
  }
  const digest = refreshDigest(ctx.keys, presented.whole)
  if (timingSafeEqual(digest, session.refresh_digest)) return succeed(ctx, session, account)

  const retried = session.previous_digest !== null && timingSafeEqual(digest, session.previous_digest)
  const since = ctx.now.getTime() - (session.rotated_at?.getTime() ?? 0)
  if (retried && session.successor && since <= RETRY_GRACE_SECONDS * 1000) {
    const token = successors.require(ctx, session)
    return grant(session, account, session.expires_at, token)
  }
  await endForReuse(ctx, account, session.id)
  return null
}

async function holderOf(ctx: Context, { account_id }: Pick<Session, 'account_id'>) {
  const row = await accountRow(ctx, account_id)
  if (!row) return { account: null, active: false }
  const admission = row.customer_id === null ? null : await admissionOf(ctx, row.customer_id)
  const account = toAccount(row, admission?.key ?? ctx.keys.own)
  return { account, active: account.status === 'active' && admission?.isActive !== false }
}

async function findSession(ctx: Context, presented: RefreshToken) {
  if (!isOurs(ctx.keys, presented)) return undefined
  return sql(ctx)
    .selectFrom('account_sessions')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', presented.session)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .forUpdate()
    .executeTakeFirst()
}
type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>

async function succeed(ctx: Context, session: Session, account: Account): Promise<Granted> {
  const { token, digest } = writeRefreshToken(ctx.keys, session.id, session.generation + 1)
  const { idleMs } = SESSION_SPAN[session.till_id ? 'till' : account.role === null ? 'customer' : 'staff']
  const expiresAt = new Date(Math.min(ctx.now.getTime() + idleMs, session.ends_at.getTime()))
  await sql(ctx)
    .updateTable('account_sessions')
    .set({
      generation: session.generation + 1,
      refresh_digest: digest,
      previous_digest: session.refresh_digest,
      // Kept for retries within some seconds; tidy.ts deletes it.
      successor: successors.seal(ctx, session, token),
      rotated_at: ctx.now,
      used_at: ctx.now,
      expires_at: expiresAt,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', session.id)
    .execute()
  return grant(session, account, expiresAt, token)
}

async function endForReuse(ctx: Context, account: Account, sessionId: string): Promise<void> {
  await endSessions(ctx, [account.id], 'reuse', { only: sessionId })
  ctx.emit(RefreshTokenReused({ customerId: account.customerId, accountId: account.id, sessionId }))
  auditAccount(ctx, account, 'account.refresh_token_reused', { after: { session: sessionId } })
}

const grant = (session: Session, account: Account, expiresAt: Date, refreshToken: string): Granted => ({
  id: session.id,
  account,
  transport: known(TRANSPORTS, session.transport),
  provedAt: session.proved_at,
  expiresAt,
  refreshToken,
})
