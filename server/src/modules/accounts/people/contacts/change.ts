import type { Context } from '../../../../kit/context.ts'
import type { Input } from '../../../../kit/endpoint.ts'
import { changePrimaryContact, readContacts } from '../../../customers/index.ts'
import { sendMessage } from '../../../messages/index.ts'
import { TAKEN } from '../../claims/proofs.ts'
import { useProof } from '../../claims/use-proof.ts'
import { type Account, auditAccount } from '../../login/accounts.ts'
import type { changeContact as endpoint } from './contract.ts'
import { moveEmailLogin, movePhoneLogin, requireFreeEmail } from './logins.ts'
import { type Contact, lockBoth, meetHolder } from './meet-holder.ts'

/** Makes a verified phone or e-mail the signed-in customer's, merging the customer who has it. */
export async function changeContact(ctx: Context, input: Input<typeof endpoint>): Promise<{ done: true }> {
  const proved = await useProof(ctx, input, TAKEN.changingOwnContact)
  const { account, own, holder } = await lockBoth(ctx, proved)
  if (proved.type === 'email') await requireFreeEmail(ctx, account, proved.value)
  const { value: former, verified } = (await readContacts(ctx, own))[proved.type]

  const customerId = holder ? await meetHolder(ctx, { own, holder, proved }) : own
  const person = { ...account, customerId }
  if (proved.type === 'phone') await movePhoneLogin(ctx, person, former, proved.value)
  else await moveEmailLogin(ctx, person, proved.value)
  await changePrimaryContact(ctx, { customerId, ...proved, former })
  auditAccount(ctx, person, 'account.contact_changed', { fields: [proved.type] })
  // An address that was never verified may be a stranger's.
  if (former !== null && verified && former !== proved.value)
    await notifyFormerContact(ctx, person, { ...proved, value: former })
  return { done: true }
}

async function notifyFormerContact(
  ctx: Context,
  { customerId, language }: Account,
  { type, value }: Contact,
): Promise<void> {
  const channel = type === 'phone' ? 'sms' : 'email'
  await sendMessage(ctx, { channel, to: value, template: 'contact_changed', values: {}, language, customerId })
}
