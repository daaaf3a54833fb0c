import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { document, sealedForTenant } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { type Account, auditAccount } from '../login/accounts.ts'
import { notifyNewSignIn } from '../login/notify.ts'
import { FIRST_FACTORS, type FirstFactor } from '../login/shapes.ts'
import { sql } from '../login/tables.ts'
import { SessionNotFound } from './refusals.ts'
import { TillWish, takeTill } from './till/sessions.ts'
import { writeRefreshToken } from './tokens/refresh-token.ts'
import { SESSION_SPAN } from './tokens/validity.ts'

export const TRANSPORTS = ['cookie', 'token'] as const
export const Wish = z.object({
  session: z.enum(TRANSPORTS),
  deviceName: z.string().optional(),
  guestToken: z.string().optional(),
  till: TillWish.optional(),
})
export type Wish = Readonly<z.output<typeof Wish>>

/** A new session with its one-time secrets, for the response. */
export interface Granted {
  readonly id: string
  readonly account: Account
  readonly transport: 'cookie' | 'token'
  readonly provedAt: Date
  readonly expiresAt: Date
  readonly refreshToken: string
}

const Origin = z.object({ ip: z.string(), userAgent: z.string(), deviceName: z.string() }).partial()
const origins = sealedForTenant('account_sessions', 'origin', document(Origin), { mend: () => ({}) })

interface Beginning {
  readonly factor: FirstFactor
  readonly secondFactor: boolean
  /** See isNewDevice(). */
  readonly newDevice: boolean
  readonly wish: Wish
}

/** Called only by the gate after the factors; see complete-sign-in.ts. */
export async function startSession(
  ctx: Context,
  account: Account,
  { factor, secondFactor, newDevice, wish }: Beginning,
): Promise<Granted> {
  const id = uuidv7(ctx.now.getTime())
  const till = await takeTill(ctx, wish.till)
  const { idleMs, mostMs } = SESSION_SPAN[till ? 'till' : account.role === null ? 'customer' : 'staff']
  // A PIN is no recent authentication: it stands for the full sign-in before it.
  const provedAt = till?.provedAt ?? ctx.now
  const endsAt = new Date(provedAt.getTime() + mostMs)
  const expiresAt = new Date(Math.min(ctx.now.getTime() + idleMs, endsAt.getTime()))
  const { token, digest } = writeRefreshToken(ctx.keys, id, 1)
  if (newDevice) await notifyNewSignIn(ctx, account)
  const origin = { ...ctx.caller.origin, ...(wish.deviceName !== undefined && { deviceName: wish.deviceName }) }
  sql.insert(ctx, 'account_sessions', [
    {
      tenant_id: ctx.tenant,
      id,
      account_id: account.id,
      transport: wish.session,
      factor,
      second_factor: secondFactor,
      proved_at: provedAt,
      till_id: till?.id ?? null,
      awake_until: till?.awakeUntil ?? null,
      created_at: ctx.now,
      used_at: ctx.now,
      expires_at: expiresAt,
      ends_at: endsAt,
      generation: 1,
      refresh_digest: digest,
      device: deviceOf(ctx),
      origin: origins.seal(ctx, { id }, origin),
    },
  ])
  return { id, account, transport: wish.session, provedAt, expiresAt, refreshToken: token }
}

export async function listSessions(ctx: Context) {
  const { account, session } = ctx.caller.signedIn!
  const items = await openSessions(ctx, [account], { live: true })
  return { items: items.map((one) => ({ ...one, current: one.id === session })) }
}

/** The sessions of these accounts, newest first; `live` leaves out ended ones. */
export async function openSessions(ctx: Context, accounts: readonly string[], { live }: { live: boolean }) {
  if (accounts.length === 0) return []
  let query = sql(ctx)
    .selectFrom('account_sessions')
    .select([
      'id',
      'account_id',
      'transport',
      'factor',
      'second_factor',
      'created_at',
      'used_at',
      'expires_at',
      'origin',
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', 'in', accounts)
  if (live) query = query.where('ended_at', 'is', null).where('expires_at', '>', ctx.now)
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map((row) => {
    const { value, damaged } = origins.show(ctx, row)
    return {
      id: row.id,
      accountId: row.account_id,
      carriedBy: known(TRANSPORTS, row.transport),
      signedInWith: known(FIRST_FACTORS, row.factor),
      secondFactor: row.second_factor,
      createdAt: row.created_at.toISOString(),
      usedAt: row.used_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      ip: value?.ip ?? null,
      userAgent: value?.userAgent ?? null,
      deviceName: value?.deviceName ?? null,
      damaged,
    }
  })
}

/** A session of the caller; another account's is not found. */
export async function endOwnSession(ctx: Context, { sessionId }: { sessionId: string }) {
  const { account } = ctx.caller.signedIn!
  const ended = await endSessions(ctx, [account], 'by_holder', { only: sessionId })
  if (ended === 0) throw SessionNotFound()
  return { done: true as const }
}

export type EndedBy =
  | 'logout'
  | 'by_holder'
  | 'by_staff'
  | 'reuse'
  | 'password_changed'
  | 'password_reset'
  | 'second_factor_changed'
  | 'login_lost'
  | 'blocked'
  | 'disabled'

/** Ends sessions for good; every process is notified, so that their access tokens stop too. Returns their number. */
export async function endSessions(
  ctx: Context,
  accounts: readonly string[],
  why: EndedBy,
  { except, only, withoutSecondFactor }: { except?: string; only?: string; withoutSecondFactor?: boolean } = {},
): Promise<number> {
  if (accounts.length === 0) return 0
  let update = sql(ctx)
    .updateTable('account_sessions')
    .set({ ended_at: ctx.now, ended_by: why, successor: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', 'in', accounts)
    .where('ended_at', 'is', null)
  if (except !== undefined) update = update.where('id', '!=', except)
  if (only !== undefined) update = update.where('id', '=', only)
  if (withoutSecondFactor) update = update.where('second_factor', '=', false)
  const ended = await update.returning('id').execute()
  if (ended.length > 0) ctx.nudge('sessions')
  return ended.length
}

export async function logOut(ctx: Context, account: Account, sessionId: string): Promise<void> {
  const ended = await endSessions(ctx, [account.id], 'logout', { only: sessionId })
  if (ended > 0) auditAccount(ctx, account, 'account.signed_out', { after: { session: sessionId } })
}

/** SQL expression: true when the account has signed in before, but never from this device. */
export function isNewDevice(ctx: Context, accountId: string) {
  const before = sql(ctx)
    .selectFrom('account_sessions')
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', accountId)
  return raw<boolean>`exists (${before}) and not exists (${before.where('device', '=', deviceOf(ctx))})`
}

const deviceOf = (ctx: Context) => ctx.keys.digest('device', ctx.caller.origin.userAgent ?? '')
