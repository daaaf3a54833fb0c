import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { type Account, auditAccount, ownAccount } from '../../login/accounts.ts'
import { giveTurnsBack, STEP_UP_BY_ACCOUNT, takeTurns } from '../../login/attempts.ts'
import { passwordOf } from '../../login/credentials.ts'
import { comparePassword } from '../../login/passwords/hash.ts'
import { WrongProof } from '../../login/refusals.ts'
import { noteProof } from '../../session/note-proof.ts'
import { useTotp } from '../second-factor/totp.ts'
import type * as api from './contract.ts'
import { useStepUpCode } from './step-up-by-phone.ts'

/** Authenticates again by any login of this account; sensitive operations are then allowed for some minutes, in this session only. */
export async function stepUp(
  { db, caller }: Entrance,
  { password, code, smsCode }: Input<typeof api.stepUp>,
): Promise<Answered<{ provedAt: string }>> {
  const { account: accountId, session } = caller.signedIn!
  const turn = { limit: STEP_UP_BY_ACCOUNT, subject: accountId }
  await takeTurns(db, caller, [turn])
  const byPassword =
    password !== undefined &&
    (await comparePassword(
      db,
      caller.tenant,
      password,
      await inTenant(db, caller, (ctx) => passwordOf(ctx, accountId), { readOnly: true }),
    ))
  const provedAt = await inTenant(db, caller, async (ctx) => {
    const account = await ownAccount(ctx)
    const by = byPassword ? 'password' : await provedBy(ctx, account, { code, smsCode })
    if (by === null) return null
    await noteProof(ctx, session)
    giveTurnsBack(ctx, [turn], 'all')
    auditAccount(ctx, account, 'account.proved_again', { after: { by } })
    return ctx.now
  })
  if (!provedAt) throw WrongProof()
  return { body: { provedAt: provedAt.toISOString() } }
}

async function provedBy(
  ctx: Context,
  account: Account,
  { code, smsCode }: Pick<Input<typeof api.stepUp>, 'code' | 'smsCode'>,
): Promise<'totp' | 'sms' | null> {
  if (code !== undefined) return (await useTotp(ctx, account, code)) ? 'totp' : null
  return smsCode !== undefined && (await useStepUpCode(ctx, account, smsCode)) ? 'sms' : null
}
