import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance } from '../../../kit/endpoint.ts'
import { type Standing, standingOf, welcomeCustomer } from '../../customers/index.ts'
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
  /** Whose account it was a moment ago; null for staff. Without it, it is looked up. */
  readonly customerId?: string | null
  readonly factor: FirstFactor
  /**
   * Whether the second factor was proved too. Only second-factor/finish.ts and passkeys/sign-in.ts say so, and a PIN whose
   * full sign-in had one.
   */
  readonly secondFactor?: boolean
  readonly wish: Wish
}

interface Admitted {
  readonly account: Account
  /** Staff have none. */
  readonly standing: Standing | null
  readonly factors: readonly FactorKind[]
  readonly newDevice: boolean
}

/**
 * The one gate: whatever the first factor was, here it is decided whether the account may come in and whether a second
 * factor is needed. Nothing else makes a session.
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
 * So that whoever suspends, disables or revokes at this moment finds the session and ends it. In one order: the till
 * before the account, as the PIN locks them; the customer before the account, as a merge does.
 */
async function admit(ctx: Context, accountId: string, wish: Wish, known?: string | null): Promise<Admitted> {
  const customerId = known === undefined ? ((await accountRow(ctx, accountId))?.customer_id ?? null) : known
  // Sent together, done in this order: what follows the locks sees what they have waited for.
  const [, standing, row, { factors, newDevice }] = await Promise.all([
    wish.till && lockTillRow(ctx, wish.till.id),
    customerId === null ? null : standingOf(ctx, customerId, 'although restricted'),
    accountRow(ctx, accountId, 'for update'),
    lookAround(ctx, accountId, customerId),
  ])
  if (standing?.mayReturn === false || row?.status !== 'active') throw AccountBlocked()
  // A merge that was quicker has moved the account to the survivor.
  if (row.customer_id !== customerId) return admit(ctx, accountId, wish)
  return { account: toAccount(row, standing?.key ?? ctx.keys.own), standing, factors, newDevice }
}

async function lookAround(ctx: Context, id: string, customerId: string | null) {
  const { kinds, newDevice } = await sql(ctx)
    .selectNoFrom([kindsOfFactors(ctx, { id, customerId }).as('kinds'), isNewDevice(ctx, id).as('newDevice')])
    .executeTakeFirstOrThrow()
  return { factors: [...new Set(kinds)], newDevice }
}

/** After the commit: the access token is signed, and the session leaves the way it was asked for. */
export async function answerSignIn(entrance: Entrance, outcome: Outcome): Promise<Answered<SignInAnswer>> {
  if (outcome.granted) return answerSession(entrance, outcome.granted)
  const { token, expiresAt, methods } = outcome.challenge
  return { body: { mfa: { challenge: token, expiresAt: expiresAt.toISOString(), methods: [...methods] } } }
}
