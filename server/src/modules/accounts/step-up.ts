import { type Context, inTenant } from '../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../kit/endpoint.ts'
import { type Account, auditAccount, ownAccount } from './accounts.ts'
import { giveTurnsBack, STEP_UP_BY_ACCOUNT, takeTurns } from './attempts.ts'
import type * as api from './contract.ts'
import { passwordOf } from './credentials.ts'
import { comparePassword } from './passwords/hash.ts'
import { WrongProof } from './refusals.ts'
import { useTotp } from './second-factor/totp.ts'
import { useStepUpCode } from './step-up-by-phone.ts'
import { sql } from './tables.ts'

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

export async function noteProof(ctx: Context, session: string): Promise<void> {
  await sql(ctx)
    .updateTable('account_sessions')
    .set({ proved_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', session)
    .execute()
  ctx.nudge('sessions')
}
