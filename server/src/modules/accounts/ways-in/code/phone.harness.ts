import { expect } from 'vitest'
import type { Shop, World } from '../../../../../test/harness.ts'
import { sendOtp, verifyOtp } from '../../../verification/contract.ts'
import { bearer, mailTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'

type Asked = 'sign_in' | 'register' | 'verify' | 'upgrade' | 'change_contact' | 'cod'

/** The verification token of a phone or e-mail, as its holder gets it; without the minute between two codes. */
export async function prove(world: World, shop: Shop, contact: string, purpose: Asked = 'sign_in') {
  await world.owner.query('delete from verification_counts where tenant_id = $1', [shop.id])
  const which = contact.includes('@') ? { email: contact } : { phone: contact }
  expect((await shop.visitor().call(sendOtp, { ...which, purpose })).status).toBe(200)
  const text = (await mailTo(shop, contact)).find(({ template }) => template === 'otp_code')?.text ?? ''
  const code = /\b(\d{6})\b/.exec(text)?.[1] ?? ''
  const { status, body } = await shop.visitor().call(verifyOtp, { ...which, purpose, code })
  expect(status).toBe(200)
  return body.verificationToken as string
}

interface Named {
  readonly firstName?: string
  readonly lastName?: string
  readonly name2?: string
  readonly guestToken?: string
}

/** Signs in with this phone. */
export async function signInWith(world: World, shop: Shop, phone: string, named: Named = {}) {
  const verificationToken = await prove(world, shop, phone)
  const { status, body } = await shop.visitor().call(api.phone, { verificationToken, ...named })
  return {
    status,
    body,
    id: body.account?.id as string,
    customerId: body.account?.customerId as string,
    self: bearer(shop, body.accessToken),
  }
}

/** Sets the activity in the database to long ago. */
export async function silentFor(world: World, customerId: string, months: number) {
  await world.owner.query(
    `update customer_activity set last_seen_at = now() - make_interval(months => $2) - interval '1 day'
     where replace(customer_id::text, '-', '') = $1`,
    [customerId.slice(5), months],
  )
}
