import type { Context } from '../../kit/context.ts'
import type { Answered, Cookie, Entrance } from '../../kit/endpoint.ts'
import { outsideId } from '../customers/contract.ts'
import { type Standing, standingOf, welcomeCustomer } from '../customers/index.ts'
import { type Account, accountRow, auditAccount, toAccount } from './accounts.ts'
import { afterMerges } from './after-merges.ts'
import { CustomerLoggedIn } from './events.ts'
import { adoptGuest } from './guests/adopt.ts'
import { AccountBlocked } from './refusals.ts'
import { askForSecondFactor, type Challenge } from './second-factor/challenge.ts'
import { type FactorKind, kindsOfFactors } from './second-factor/factors.ts'
import { type Granted, isNewDevice, startSession, type Wish } from './sessions.ts'
import type { FirstFactor, SignedInAnswer, SignInAnswer } from './shapes.ts'
import { sql } from './tables.ts'
import { lockTillRow } from './tills/sessions.ts'
import { signAccessToken } from './tokens/access-token.ts'
import { currentSigner } from './tokens/signing-keys.ts'

export const ACCESS_COOKIE = 'kith_access'
export const REFRESH_COOKIE = 'kith_refresh'
const REFRESH_PATH = '/api/v1/auth'

export type Outcome =
  | { readonly granted: Granted; readonly challenge?: never }
  | { readonly challenge: Challenge; readonly granted?: never }

interface Proved {
  readonly accountId: string
  /** The account's customer as just read; null for staff. If omitted, it is looked up. */
  readonly customerId?: string | null
  readonly factor: FirstFactor
  /**
   * Whether the second factor is verified too. Set only by second-factor/finish.ts, passkeys/sign-in.ts, and a PIN whose
   * full sign-in had one.
   */
  readonly secondFactor?: boolean
  readonly wish: Wish
}

interface Admitted {
  readonly account: Account
  /** Null for staff. */
  readonly standing: Standing | null
  readonly factors: readonly FactorKind[]
  readonly newDevice: boolean
}

/**
 * The one gate: after any first factor, decides whether the account may sign in and whether a second
 * factor is needed. Only this creates sessions.
 */
export async function completeSignIn(
  ctx: Context,
  { accountId, customerId, factor, secondFactor = false, wish }: Proved,
): Promise<Outcome> {
  const { account, standing, factors, newDevice } = await afterMerges((again) =>
    admit(ctx, accountId, wish, again ? undefined : customerId),
  )
  if (!secondFactor) {
    const challenge = await askForSecondFactor(ctx, account, { factors, factor, wish })
    if (challenge) return { challenge }
  }
  const granted = await startSession(ctx, account, { factor, secondFactor, newDevice, wish })
  const signedIn = sql(ctx)
    .updateTable('accounts')
    .set({ signed_in_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', account.id)
  sql.send(ctx, signedIn)
  auditAccount(ctx, account, 'account.signed_in', { after: { factor, secondFactor, session: granted.id } })
  if (account.customerId !== null && standing) {
    await welcomeCustomer(ctx, account.customerId, standing)
    await adoptGuest(ctx, account.customerId, wish.guestToken)
    ctx.emit(CustomerLoggedIn({ customerId: account.customerId, accountId: account.id, factor, secondFactor }))
  }
  return { granted }
}

/**
 * Locks, so that a concurrent suspension, disabling or revocation finds the session and ends it. In one order: the till
 * before the account, like a PIN sign-in; the customer before the account, like a merge.
 */
async function admit(ctx: Context, accountId: string, wish: Wish, known?: string | null): Promise<Admitted> {
  const customerId = known === undefined ? ((await accountRow(ctx, accountId))?.customer_id ?? null) : known
  // Sent together, executed in this order: the statements after the locks see what committed before.
  const [, standing, row, { factors, newDevice }] = await Promise.all([
    wish.till && lockTillRow(ctx, wish.till.id),
    customerId === null ? null : standingOf(ctx, customerId, 'although restricted'),
    accountRow(ctx, accountId, 'for update'),
    lookAround(ctx, accountId, customerId),
  ])
  if (standing?.mayReturn === false || row?.status !== 'active') throw AccountBlocked()
  // A concurrent merge has moved the account to the survivor.
  if (row.customer_id !== customerId) return admit(ctx, accountId, wish)
  return { account: toAccount(row, standing?.key ?? ctx.keys.own), standing, factors, newDevice }
}

async function lookAround(ctx: Context, id: string, customerId: string | null) {
  const { kinds, newDevice } = await sql(ctx)
    .selectNoFrom([kindsOfFactors(ctx, { id, customerId }).as('kinds'), isNewDevice(ctx, id).as('newDevice')])
    .executeTakeFirstOrThrow()
  return { factors: [...new Set(kinds)], newDevice }
}

/** After the commit: signs the access token, and answers the session as tokens or cookies. */
export async function answerSignIn(entrance: Entrance, outcome: Outcome): Promise<Answered<SignInAnswer>> {
  if (outcome.granted) return answerSession(entrance, outcome.granted)
  const { token, expiresAt, methods } = outcome.challenge
  return { body: { mfa: { challenge: token, expiresAt: expiresAt.toISOString(), methods: [...methods] } } }
}

export async function answerSession({ db, caller }: Entrance, granted: Granted): Promise<Answered<SignedInAnswer>> {
  const { id, account, provedAt, expiresAt, refreshToken } = granted
  const { tenant } = caller
  const customer = account.customerId === null ? null : outsideId(account.customerId)
  const { accessToken, expiresIn } = signAccessToken(
    db.config,
    await currentSigner(db, tenant),
    { tenant, account: account.id, session: id, customer, role: account.role, provedAt },
    expiresAt,
  )
  const body = {
    account: {
      id: account.id,
      kind: account.role === null ? ('customer' as const) : ('staff' as const),
      customerId: customer,
      role: account.role,
    },
    session: { id, expiresAt: expiresAt.toISOString() },
    expiresIn,
  }
  if (granted.transport === 'token') return { body: { ...body, tokenType: 'Bearer', accessToken, refreshToken } }
  const refreshFor = Math.floor((expiresAt.getTime() - Date.now()) / 1000)
  return {
    body,
    cookies: [
      { name: ACCESS_COOKIE, value: accessToken, path: '/', maxAgeSeconds: expiresIn },
      { name: REFRESH_COOKIE, value: refreshToken, path: REFRESH_PATH, maxAgeSeconds: refreshFor },
    ],
  }
}

export const noCookies: readonly Cookie[] = [
  { name: ACCESS_COOKIE, value: null, path: '/', maxAgeSeconds: 0 },
  { name: REFRESH_COOKIE, value: null, path: REFRESH_PATH, maxAgeSeconds: 0 },
]
