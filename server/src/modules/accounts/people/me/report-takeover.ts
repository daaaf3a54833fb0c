import type { Context } from '../../../../kit/context.ts'
import { accountsOfPerson, auditAccount, lockPerson, ownAccount } from '../../login/accounts.ts'
import { AccountTakeoverReported } from '../../login/events.ts'
import { endTokens } from '../../login/single-use.ts'
import { endSessions } from '../../session/sessions.ts'
import { StaffHaveNone } from '../contacts/refusals.ts'

/** At all logins of the person: a sign-in that waits for its second factor, and links for a new password, end too. */
export async function reportTakeover(ctx: Context): Promise<{ ended: number }> {
  const account = await ownAccount(ctx)
  const { customerId } = account
  if (customerId === null) throw StaffHaveNone()
  await lockPerson(ctx, account)
  const everyLogin = await accountsOfPerson(ctx, account)
  const ended = await endSessions(ctx, everyLogin, 'by_holder', { except: ctx.caller.signedIn!.session })
  for (const one of everyLogin) await endTokens(ctx, one, ['reset_password', 'mfa'])
  ctx.emit(AccountTakeoverReported({ customerId }))
  auditAccount(ctx, account, 'account.takeover_reported', { after: { sessions: ended } })
  return { ended }
}
