import type { Context } from '../../../kit/context.ts'
import { refuseTogether } from '../../../kit/together.ts'
import { hasUnconfirmedEmail, provesEmail, wantsConfirmedEmail } from '../../accounts/index.ts'
import { readContacts } from '../../customers/index.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { CodNeedsPhone, EmailUnconfirmed } from '../refusals.ts'
import type { Warning } from '../shapes.ts'
import type { Orderer } from './who.ts'

interface Asked {
  readonly payment?: string | undefined
  readonly emailToken?: string | undefined
}

/**
 * Cash on delivery needs a verified phone, and a business may require a confirmed e-mail before an order. Both bind visitors
 * and customer logins; a till, an API key or an event reports what has happened, and gets a warning.
 */
export async function passGates(ctx: Context, who: Orderer, { payment, emailToken }: Asked): Promise<Warning[]> {
  const codUnproved = payment === 'cod' && !who.phoneProved
  const emailUnconfirmed = await lacksConfirmedEmail(ctx, who, emailToken)
  if (who.by !== 'recorder') {
    refuseTogether(ctx.caller.language, [
      ['payment', codUnproved && CodNeedsPhone()],
      [who.contact?.email === undefined ? '' : 'contact.email', emailUnconfirmed && EmailUnconfirmed()],
    ])
  }
  return [
    ...(codUnproved ? ['cod_unproved' as const] : []),
    ...(emailUnconfirmed ? ['email_unconfirmed' as const] : []),
  ]
}

async function lacksConfirmedEmail(ctx: Context, who: Orderer, emailToken: string | undefined): Promise<boolean> {
  const email = who.contact?.email
  if (emailToken !== undefined) {
    if (email === undefined || !(await provesEmail(ctx, emailToken, email))) throw TokenInvalid()
    return false
  }
  if (!(await wantsConfirmedEmail(ctx))) return false
  if (who.by === 'login') return hasUnconfirmedEmail(ctx)
  // A guest is known by the phone: where no e-mail is given, there is none to confirm.
  if (who.by === 'visitor') return email !== undefined
  const shown = who.email ?? (await readContacts(ctx, who.customerId)).email
  return shown.value !== null && !shown.verified
}
