import { expect } from 'vitest'
import type { Shop, World } from '../../../test/harness.ts'
import * as api from './contract.ts'
import { sendNextLink } from './ways-in/password/ask-for-reset.ts'

export const GOOD = 'saffron kettle seventeen'
export const BETTER = 'lantern orchard umbrella'

let people = 0
export const anEmail = () => `person${people++}@example.com`

/** The messages to an address, newest first; read as an owner does in development. */
export async function mailTo(shop: Shop, to: string) {
  const { body } = await shop.request('GET', `/api/v1/dev/messages?to=${encodeURIComponent(to)}`)
  return body.items as { template: string; text: string; to: string }[]
}

/** The token and the code of the newest message of this kind. */
export async function sentTo(shop: Shop, to: string, template: string) {
  const text = (await mailTo(shop, to)).find((one) => one.template === template)?.text ?? ''
  return { token: /token=([\w-]+)/.exec(text)?.[1] ?? '', code: /\b(\d{6})\b/.exec(text)?.[1] ?? '' }
}

/** The device cookie, by which a browser is recognised at its next sign-in. */
export const deviceOf = ({ headers }: { headers: Headers }) =>
  headers
    .getSetCookie()
    .find((one) => one.startsWith('kith_device='))
    ?.split(';')[0] ?? ''

/** Requests a password reset, and runs the job that sends the link. */
export async function forgot(world: World, shop: Shop, email: string, headers: Record<string, string> = {}) {
  const answer = await shop.visitor(headers).call(api.forgotPassword, { email })
  while (await sendNextLink(world.kith.db, shop.id));
  return answer
}

export const bearer = (shop: Shop, accessToken: string) => shop.visitor({ authorization: `Bearer ${accessToken}` })

/** A customer with a login and, by default, a confirmed e-mail. */
export async function aPerson(shop: Shop, { confirmed = true, email = anEmail(), ...more }: Person = {}) {
  const { status, body } = await shop
    .visitor()
    .call(api.register, { email, password: GOOD, firstName: 'Aisha', ...more })
  expect(status).toBe(201)
  const self = bearer(shop, body.accessToken)
  if (confirmed) {
    const { code } = await sentTo(shop, email, 'verify_email')
    expect(await self.call(api.verifyEmail, { code })).toMatchObject({ status: 200 })
  }
  return { email, body, self, customerId: body.account.customerId as string, id: body.account.id as string }
}
interface Person {
  readonly confirmed?: boolean
  readonly email?: string
  readonly firstName?: string
  readonly phone?: string
}

export const logIn = (shop: Shop, email: string, password = GOOD, headers: Record<string, string> = {}) =>
  shop.visitor(headers).call(api.login, { email, password })
