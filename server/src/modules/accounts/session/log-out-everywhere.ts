import type { Answered, Entrance } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { auditAccount, ownAccount } from '../login/accounts.ts'
import { noCookies } from './answer.ts'
import { endSessions } from './sessions.ts'

export async function logOutEverywhere({ db, caller }: Entrance): Promise<Answered<{ done: true }>> {
  await inTenant(db, caller, async (ctx) => {
    const account = await ownAccount(ctx)
    const ended = await endSessions(ctx, [account.id], 'logout')
    auditAccount(ctx, account, 'account.signed_out_everywhere', { after: { sessions: ended } })
  })
  return { body: { done: true }, cookies: noCookies }
}
