import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { proveEmail } from '../../claims/prove-email.ts'
import { type Account, auditAccount, findAccount, ownAccount } from '../../login/accounts.ts'
import { MAILS_BY_LOGIN, STEP_UP_BY_ACCOUNT, takeTurns, tryNow } from '../../login/attempts.ts'
import { openLogin, passwordOf } from '../../login/credentials.ts'
import { sendVerifyEmail } from '../../login/notify.ts'
import { comparePassword } from '../../login/passwords/hash.ts'
import { TokenUnusable, WrongProof } from '../../login/refusals.ts'
import { findByCode, findToken, issueToken, type LiveToken, useToken } from '../../login/single-use.ts'
import type * as api from './contract.ts'
import { SignInFirst } from './refusals.ts'

const VALID_MINUTES = 24 * 60

/**
 * Needs both the mailbox (link or code) and the account (its session or password). With the mailbox alone, its owner
 * would confirm an account that a stranger registered with this e-mail, and the stranger would have access.
 */
export async function verifyEmail(
  entrance: Entrance,
  { token, code, password }: Input<typeof api.verifyEmail>,
): Promise<Answered<{ done: true }>> {
  const { db, caller } = entrance
  const signedIn = caller.signedIn?.account
  if (code !== undefined && signedIn === undefined) throw SignInFirst()
  const found = await inTenant(db, caller, (ctx) =>
    code !== undefined ? findByCode(ctx, 'verify_email', signedIn!, code) : findToken(ctx, 'verify_email', token!),
  )
  if (!found) throw TokenUnusable()
  if (found.accountId !== signedIn) await requirePassword(entrance, found, password)
  await inTenant(db, caller, async (ctx) => {
    if (!(await useToken(ctx, found.id))) throw TokenUnusable()
    const account = (await findAccount(ctx, found.accountId))!
    const credential = await passwordOf(ctx, account.id)
    if (!credential) throw TokenUnusable()
    await proveEmail(ctx, account, credential)
  })
  return { body: { done: true } }
}

export async function resendVerification(ctx: Context): Promise<{ done: true }> {
  const account = await ownAccount(ctx)
  const credential = await passwordOf(ctx, account.id)
  if (credential && credential.proved_at === null) {
    await sendVerification(ctx, account, await openLogin(ctx, credential))
  }
  return { done: true }
}

/** Limited for the sake of the mailbox; the caller does not learn of it. */
export async function sendVerification(ctx: Context, account: Account, email: string): Promise<void> {
  if (!(await tryNow(ctx, { limit: MAILS_BY_LOGIN, subject: email }))) return
  const issued = await issueToken(ctx, {
    accountId: account.id,
    purpose: 'verify_email',
    validMinutes: VALID_MINUTES,
    withCode: true,
  })
  await sendVerifyEmail(ctx, account, email, { ...issued, minutes: VALID_MINUTES })
  auditAccount(ctx, account, 'account.verification_sent')
}

async function requirePassword({ db, caller }: Entrance, { accountId }: LiveToken, password: string | undefined) {
  if (password === undefined) throw SignInFirst()
  await takeTurns(db, caller, [{ limit: STEP_UP_BY_ACCOUNT, subject: accountId }])
  const stored = await inTenant(db, caller, (ctx) => passwordOf(ctx, accountId), { readOnly: true })
  if (!(await comparePassword(db, caller.tenant, password, stored))) throw WrongProof()
}
