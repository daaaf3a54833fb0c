import { type Context, inTenant } from '../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../kit/endpoint.ts'
import { type Account, accountsOfPerson, auditAccount, findAccount } from './accounts.ts'
import { mayComeIn } from './ask-for-reset.ts'
import { byLogin, giveTurnsBack, SIGN_IN_EVERYWHERE } from './attempts.ts'
import type * as api from './contract.ts'
import { type Credential, changePasswordHash, openLogin, passwordOf } from './credentials.ts'
import { knownAbout } from './known-about.ts'
import { hashPassword } from './passwords/hash.ts'
import { requireStrong } from './passwords/rules.ts'
import { proveEmail } from './prove-email.ts'
import { AccountBlocked, TokenUnusable } from './refusals.ts'
import { endSessions } from './sessions.ts'
import { endTokens, findToken, useToken } from './single-use.ts'
import { sql } from './tables.ts'
import { tellPasswordChanged } from './tell.ts'

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
    await tellPasswordChanged(ctx, account)
  })
  return { body: { done: true } }
}

async function lookAt(ctx: Context, token: string) {
  const found = await findToken(ctx, 'reset_password', token)
  const account = found && (await findAccount(ctx, found.accountId))
  if (!account) throw TokenUnusable()
  return knownAbout(ctx, account)
}

/** Before this the account may have been a stranger's. Only what the mailbox proves is kept. */
export async function dropWhatAStrangerAdded(ctx: Context, { id }: Account, { id: kept }: Credential): Promise<void> {
  const of = { tenant_id: ctx.tenant, account_id: id }
  await sql(ctx)
    .deleteFrom('account_credentials')
    .where((q) => q.and(of))
    .where('id', '!=', kept)
    .execute()
  for (const table of ['account_factors', 'account_recovery_codes'] as const) {
    await sql(ctx)
      .deleteFrom(table)
      .where((q) => q.and(of))
      .execute()
  }
}
