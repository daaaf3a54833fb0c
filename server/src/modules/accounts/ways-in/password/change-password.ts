import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { auditAccount, ownAccount } from '../../login/accounts.ts'
import { changePasswordHash, passwordOf } from '../../login/credentials.ts'
import { notifyPasswordChanged } from '../../login/notify.ts'
import { hashPassword } from '../../login/passwords/hash.ts'
import { requireStrong } from '../../login/passwords/rules.ts'
import { endTokens } from '../../login/single-use.ts'
import { endSessions } from '../../session/sessions.ts'
import type * as api from './contract.ts'
import { knownAbout } from './known-about.ts'
import { NoPassword } from './refusals.ts'

export async function changePassword(
  { db, caller }: Entrance,
  { password }: Input<typeof api.changePassword>,
): Promise<Answered<{ done: true }>> {
  const { account: accountId, session } = caller.signedIn!
  const about = await inTenant(db, caller, async (ctx) => knownAbout(ctx, await ownAccount(ctx)), { readOnly: true })
  await requireStrong(password, about)
  const hashed = await hashPassword(db, caller.tenant, password)
  await inTenant(db, caller, async (ctx) => {
    const account = await ownAccount(ctx)
    const credential = await passwordOf(ctx, accountId)
    if (!credential || !(await changePasswordHash(ctx, credential, hashed))) throw NoPassword()
    await endSessions(ctx, [accountId], 'password_changed', { except: session })
    await endTokens(ctx, accountId, ['reset_password', 'mfa'])
    auditAccount(ctx, account, 'account.password_changed', { fields: ['password'] })
    await notifyPasswordChanged(ctx, account)
  })
  return { body: { done: true } }
}
