import type { Context } from '../../../kit/context.ts'
import { inTenant } from '../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../kit/endpoint.ts'
import { accountsOfPerson, auditAccount, ownAccount } from '../accounts.ts'
import { giveTurnsBack, SECOND_FACTOR_BY_ACCOUNT, takeTurns } from '../attempts.ts'
import type * as api from '../contract.ts'
import { MfaRequired, NotEnrolled, WrongProof } from '../refusals.ts'
import { endSessions } from '../sessions.ts'
import { isRequired } from './challenge.ts'
import { factorsOfPerson } from './factors.ts'
import { forgetRecoveryCodes, renewRecoveryCodes } from './recovery.ts'
import { beginTotp, confirmTotp, removeTotp } from './totp.ts'

export const beginOwnTotp = async (ctx: Context) => beginTotp(ctx, await ownAccount(ctx))

/** From now on the gate asks for it, also of the person's other logins. */
export async function confirmOwnTotp(
  { db, caller }: Entrance,
  { code }: Input<typeof api.confirmTotp>,
): Promise<Answered<{ recoveryCodes: string[] }>> {
  const { account: accountId, session } = caller.signedIn!
  const turn = { limit: SECOND_FACTOR_BY_ACCOUNT, subject: accountId }
  await takeTurns(db, caller, [turn])
  const recoveryCodes = await inTenant(db, caller, async (ctx) => {
    const account = await ownAccount(ctx)
    const result = await confirmTotp(ctx, account, code)
    if (result === 'none') throw NotEnrolled()
    if (result === 'wrong') throw WrongProof()
    await giveTurnsBack(ctx, [turn], 'all')
    auditAccount(ctx, account, 'account.second_factor_added', { fields: ['totp'] })
    const everyLogin = await accountsOfPerson(ctx, account)
    await endSessions(ctx, everyLogin, 'second_factor_changed', { except: session, withoutSecondFactor: true })
    return renewRecoveryCodes(ctx, account)
  })
  return { body: { recoveryCodes } }
}

export async function removeOwnTotp(ctx: Context): Promise<{ done: true }> {
  const account = await ownAccount(ctx)
  const others = (await factorsOfPerson(ctx, account)).filter(
    (one) => one.account_id !== account.id || one.kind !== 'totp',
  )
  if (others.length === 0 && (await isRequired(ctx, account))) throw MfaRequired()
  if (!(await removeTotp(ctx, account))) throw NotEnrolled()
  if (others.length === 0) await forgetRecoveryCodes(ctx, account)
  auditAccount(ctx, account, 'account.second_factor_removed', { fields: ['totp'] })
  return { done: true }
}

export async function renewOwnRecoveryCodes(ctx: Context): Promise<{ recoveryCodes: string[] }> {
  const account = await ownAccount(ctx)
  if ((await factorsOfPerson(ctx, account)).length === 0) throw NotEnrolled()
  auditAccount(ctx, account, 'account.recovery_codes_renewed')
  return { recoveryCodes: await renewRecoveryCodes(ctx, account) }
}
