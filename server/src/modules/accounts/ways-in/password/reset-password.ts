import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { dropWhatAStrangerAdded } from '../../claims/drop-what-a-stranger-added.ts'
import { proveEmail } from '../../claims/prove-email.ts'
import { accountsOfPerson, auditAccount, findAccount, mayComeIn } from '../../login/accounts.ts'
import { byLogin, giveTurnsBack, SIGN_IN_EVERYWHERE } from '../../login/attempts.ts'
import { changePasswordHash, openLogin, passwordOf } from '../../login/credentials.ts'
import { notifyPasswordChanged } from '../../login/notify.ts'
import { hashPassword } from '../../login/passwords/hash.ts'
import { requireStrong } from '../../login/passwords/rules.ts'
import { AccountBlocked, TokenUnusable } from '../../login/refusals.ts'
import { endTokens, findToken, useToken } from '../../login/single-use.ts'
import { endSessions } from '../../session/sessions.ts'
import type * as api from './contract.ts'
import { knownAbout } from './known-about.ts'

/** The mailbox's owner chooses the password; all sessions of the person end, at all their logins. */
export async function resetPassword(
  { db, caller }: Entrance,
  { token, password }: Input<typeof api.resetPassword>,
): Promise<Answered<{ done: true }>> {
  const about = await inTenant(db, caller, (ctx) => lookAt(ctx, token), { readOnly: true })
  await requireStrong(password, about)
  const hashed = await hashPassword(db, caller.tenant, password)
  await inTenant(db, caller, async (ctx) => {
    const found = await findToken(ctx, 'reset_password', token, 'for update')
    if (!found || !(await useToken(ctx, found.id))) throw TokenUnusable()
    const account = await findAccount(ctx, found.accountId)
    if (account?.status !== 'active' || !(await mayComeIn(ctx, account))) throw AccountBlocked()
    const credential = await passwordOf(ctx, account.id)
    if (!credential || !(await changePasswordHash(ctx, credential, hashed))) throw TokenUnusable()
    if (credential.proved_at === null) await dropWhatAStrangerAdded(ctx, account, credential)
    await endSessions(ctx, await accountsOfPerson(ctx, account), 'password_reset')
    await endTokens(ctx, account.id, ['reset_password', 'verify_email', 'mfa'])
    await proveEmail(ctx, account, credential)
    const email = await openLogin(ctx, credential)
    giveTurnsBack(ctx, [byLogin(email, caller), { limit: SIGN_IN_EVERYWHERE, subject: email }], 'all')
    auditAccount(ctx, account, 'account.password_reset', { fields: ['password'] })
    await notifyPasswordChanged(ctx, account)
  })
  return { body: { done: true } }
}

async function lookAt(ctx: Context, token: string) {
  const found = await findToken(ctx, 'reset_password', token)
  const account = found && (await findAccount(ctx, found.accountId))
  if (!account) throw TokenUnusable()
  return knownAbout(ctx, account)
}
