import type { Context } from '../../../../kit/context.ts'
import { maskPhone } from '../../../customers/index.ts'
import { checkCode, sendCode, useVerification } from '../../../verification/index.ts'
import { type Account, ownAccount } from '../../login/accounts.ts'
import { credentialsOf, openLogins } from '../../login/credentials.ts'
import { NoPhone } from './refusals.ts'

/** Sends a code to the phone of this account. Visitors cannot request codes for this purpose. */
export async function sendStepUpCode(ctx: Context): Promise<{ sentTo: string }> {
  const account = await ownAccount(ctx)
  const phone = await provedPhone(ctx, account)
  if (phone === null) throw NoPhone()
  const { language, customerId } = account
  await sendCode(ctx, { type: 'phone', value: phone, purpose: 'step_up', language, customerId })
  return { sentTo: maskPhone(phone) }
}

/** The attempt is counted in the caller's transaction, which must be committed in any case. */
export async function useStepUpCode(ctx: Context, account: Account, code: string): Promise<boolean> {
  const phone = await provedPhone(ctx, account)
  if (phone === null) return false
  const checked = await checkCode(ctx, { type: 'phone', value: phone, purpose: 'step_up', code })
  if ('refusal' in checked) return false
  await useVerification(ctx, checked.token, { purpose: 'step_up' })
  return true
}

async function provedPhone(ctx: Context, { id }: Account): Promise<string | null> {
  const proved = (await credentialsOf(ctx, [id])).filter(
    ({ kind, proved_at }) => kind === 'phone' && proved_at !== null,
  )
  return [...(await openLogins(ctx, proved)).values()][0] ?? null
}
