import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance } from '../../../kit/endpoint.ts'
import { type Admission, admissionOf, welcomeCustomer } from '../../customers/index.ts'
import { afterMerges } from '../claims/after-merges.ts'
import { type Account, accountRow, auditAccount, toAccount } from '../login/accounts.ts'
import { CustomerLoggedIn } from '../login/events.ts'
import { AccountBlocked } from '../login/refusals.ts'
import type { FirstFactor, SignInAnswer } from '../login/shapes.ts'
import { sql } from '../login/tables.ts'
import { answerSession } from '../session/answer.ts'
import { type Granted, isNewDevice, startSession, type Wish } from '../session/sessions.ts'
import { lockTillRow } from '../session/till/sessions.ts'
import { askForSecondFactor, type Challenge } from './challenge.ts'
import { type FactorKind, kindsOfFactors } from './factors.ts'
import { adoptGuest } from './guests/adopt.ts'

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
  readonly admission: Admission | null
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
  const { account, admission, factors, newDevice } = await afterMerges((again) =>
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
  if (account.customerId !== null && admission) {
    await welcomeCustomer(ctx, account.customerId, admission)
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
  const [, admission, row, { factors, newDevice }] = await Promise.all([
    wish.till && lockTillRow(ctx, wish.till.id),
    customerId === null ? null : admissionOf(ctx, customerId, 'although restricted'),
    accountRow(ctx, accountId, 'for update'),
    lookAround(ctx, accountId, customerId),
  ])
  if (admission?.mayReturn === false || row?.status !== 'active') throw AccountBlocked()
  // A concurrent merge has moved the account to the survivor.
  if (row.customer_id !== customerId) return admit(ctx, accountId, wish)
  return { account: toAccount(row, admission?.key ?? ctx.keys.own), admission, factors, newDevice }
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
