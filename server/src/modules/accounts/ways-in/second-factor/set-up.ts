import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { isRequired } from '../../gate/challenge.ts'
import { type FactorKind, factorsOfPerson, removeFactor } from '../../gate/factors.ts'
import { type Account, accountsOfPerson, auditAccount, lockPerson, ownAccount } from '../../login/accounts.ts'
import { giveTurnsBack, SECOND_FACTOR_BY_ACCOUNT, takeTurns } from '../../login/attempts.ts'
import { WrongProof } from '../../login/refusals.ts'
import { endSessions } from '../../session/sessions.ts'
import { forgetRecoveryCodes, renewRecoveryCodes } from './recovery.ts'
import { MfaRequired, NotEnrolled } from './refusals.ts'
import { beginSms, confirmSms } from './sms.ts'
import { beginTotp, confirmTotp } from './totp.ts'

export const beginOwnTotp = async (ctx: Context) => beginTotp(ctx, await ownAccount(ctx))
export const beginOwnSms = async (ctx: Context, { phone }: { phone: string }) =>
  beginSms(ctx, await ownAccount(ctx), phone)

export const confirmOwnTotp = confirming('totp', confirmTotp)
export const confirmOwnSms = confirming('sms', confirmSms)

export const removeOwnTotp = (ctx: Context) => removeOwn(ctx, 'totp')
export const removeOwnSms = (ctx: Context) => removeOwn(ctx, 'sms')

export async function renewOwnRecoveryCodes(ctx: Context): Promise<{ recoveryCodes: string[] }> {
  const account = await ownAccount(ctx)
  if ((await factorsOfPerson(ctx, account)).length === 0) throw NotEnrolled()
  auditAccount(ctx, account, 'account.recovery_codes_renewed')
  return { recoveryCodes: await renewRecoveryCodes(ctx, account) }
}

type Confirm = (ctx: Context, account: Account, code: string) => Promise<'confirmed' | 'wrong' | 'none'>

/** The gate then requires it, also for the person's other logins. A wrong code is counted, so this does not throw inside. */
function confirming(kind: FactorKind, confirm: Confirm) {
  return async (
    { db, caller }: Entrance,
    { code }: { code: string },
  ): Promise<Answered<{ recoveryCodes: string[] }>> => {
    const { account: accountId, session } = caller.signedIn!
    const turn = { limit: SECOND_FACTOR_BY_ACCOUNT, subject: accountId }
    await takeTurns(db, caller, [turn])
    const result = await inTenant(db, caller, async (ctx) => {
      const account = await ownAccount(ctx)
      // A concurrent sign-in with any login either comes first and is ended, or comes later and needs the factor.
      await lockPerson(ctx, account)
      const confirmed = await confirm(ctx, account, code)
      if (confirmed !== 'confirmed') return confirmed
      giveTurnsBack(ctx, [turn], 'all')
      auditAccount(ctx, account, 'account.second_factor_added', { fields: [kind] })
      const everyLogin = await accountsOfPerson(ctx, account)
      await endSessions(ctx, everyLogin, 'second_factor_changed', { except: session, withoutSecondFactor: true })
      return { recoveryCodes: await renewRecoveryCodes(ctx, account) }
    })
    if (result === 'none') throw NotEnrolled()
    if (result === 'wrong') throw WrongProof()
    return { body: result }
  }
}

async function removeOwn(ctx: Context, kind: FactorKind): Promise<{ done: true }> {
  const account = await ownAccount(ctx)
  const left = (await factorsOfPerson(ctx, account)).filter((one) => one.accountId !== account.id || one.kind !== kind)
  if (left.length === 0 && (await isRequired(ctx, account))) throw MfaRequired()
  if (!(await removeFactor(ctx, account, kind))) throw NotEnrolled()
  if (left.length === 0) await forgetRecoveryCodes(ctx, account)
  auditAccount(ctx, account, 'account.second_factor_removed', { fields: [kind] })
  return { done: true }
}
