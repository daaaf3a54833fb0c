import { createLocalJWKSet, jwtVerify } from 'jose'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import { sendOtp, verifyOtp } from '../verification/contract.ts'
import { anEmail, aPerson, BETTER, bearer, forgot, GOOD, logIn, mailTo, sentTo } from './accounts.harness.ts'
import * as api from './contract.ts'
import { prove } from './ways-in/code/phone.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

type Person = Awaited<ReturnType<typeof aPerson>>

/** The same e-mail, the same phone, the same password, in both. */
async function twins() {
  const [email, phone] = [anEmail(), aPhone()]
  const both: { here: Person; there: Person } = { here: null!, there: null! }
  for (const [at, which] of [
    [shop, 'here'],
    [rival, 'there'],
  ] as const) {
    both[which] = await aPerson(at, { email })
    const verificationToken = await prove(world, at, phone, 'change_contact')
    expect((await both[which].self.call(api.changeContact, { verificationToken })).status).toBe(200)
  }
  return { email, phone, ...both }
}

async function inBrowser(at: Shop, email: string) {
  const { headers, status } = await at
    .visitor({ origin: world.url })
    .call(api.login, { email, password: GOOD, session: 'cookie' })
  expect(status).toBe(200)
  const [access = '', refresh = ''] = headers.getSetCookie().map((one) => one.split(';')[0]!)
  const both = `${access}; ${refresh}`
  return { access, refresh, both, at: (door: Shop, cookie = both) => door.visitor({ cookie, origin: world.url }) }
}
const unusable = { status: 422 }
const out = { status: 401 }

test('one e-mail and one phone in two businesses are two people', async () => {
  const { email, phone, here, there } = await twins()
  expect(here.id).not.toBe(there.id)
  for (const [at, person, other] of [
    [shop, here, there],
    [rival, there, here],
  ] as const) {
    expect((await logIn(at, email)).body.account).toMatchObject({ id: person.id, customerId: person.customerId })
    const verificationToken = await prove(world, at, phone)
    expect((await at.visitor().call(api.phone, { verificationToken })).body.account.customerId).toBe(person.customerId)
    expect((await at.call(customers.get, { customerId: person.customerId })).body).toMatchObject({ phone, email })
    expect((await at.call(customers.get, { customerId: other.customerId })).status).toBe(404)
    expect((await at.call(api.accountsOfCustomer, { customerId: other.customerId })).status).toBe(404)
  }
  await here.self.call(api.changePassword, { password: BETTER })
  expect((await logIn(rival, email, BETTER)).status).toBe(401)
  expect((await logIn(rival, email)).status).toBe(200)
})

describe('of one business, at the door of the other,', () => {
  test('a session in cookies is invalid: what needs a login is refused, and the browser can sign in there', async () => {
    const { email, here, there } = await twins()
    const browser = await inBrowser(shop, email)
    const elsewhere = browser.at(rival)
    expect(await elsewhere.call(api.me, {})).toMatchObject({ ...out, body: { code: 'unauthenticated' } })
    expect(await elsewhere.call(api.sessions, {})).toMatchObject(out)
    expect(await elsewhere.call(api.logoutAll, {})).toMatchObject(out)
    expect(await elsewhere.call(api.changePassword, { password: BETTER })).toMatchObject(out)
    const signedIn = await elsewhere.call(api.login, { email, password: GOOD })
    expect(signedIn.body.account.id).toBe(there.id)
    expect(await elsewhere.call(api.logout, {})).toMatchObject({ status: 200 })
    expect((await browser.at(shop).call(api.me, {})).body.account.id).toBe(here.id)
    expect(
      (await rival.visitor({ cookie: browser.both }).request('GET', `/api/v1/auth/jwks/${rival.slug}`)).status,
    ).toBe(200)
    expect(await shop.visitor({ cookie: browser.both, 'x-kith-tenant': 'nobody' }).call(api.me, {})).toMatchObject(out)
  })

  test('a session of staff in cookies reads no customers', async () => {
    const email = anEmail()
    await shop.call(api.inviteStaff, { email, role: 'owner' })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    await shop.visitor().call(api.acceptInvitation, { token, password: GOOD })
    const browser = await inBrowser(shop, email)
    expect((await browser.at(shop).call(customers.list, {} as never)).status).toBe(200)
    expect(await browser.at(rival).call(customers.list, {} as never)).toMatchObject(out)
    expect(await browser.at(rival).call(api.inviteStaff, { email: anEmail(), role: 'owner' })).toMatchObject(out)
  })

  test('an access token names its business; the header has no effect', async () => {
    const { here } = await twins()
    const self = bearer(rival, here.body.accessToken)
    expect((await self.call(api.me, {})).body.account.id).toBe(here.id)
    const { keys } = (await rival.visitor().call(api.wellKnownJwks, {})).body
    await expect(jwtVerify(here.body.accessToken, createLocalJWKSet({ keys }))).rejects.toThrow('no applicable key')
    const ours = (await shop.visitor().call(api.wellKnownJwks, {})).body.keys
    expect((await jwtVerify(here.body.accessToken, createLocalJWKSet({ keys: ours }))).payload.sub).toBe(here.id)
    const audience = `urn:kith:tenant:${rival.id}`
    const elsewhere = jwtVerify(here.body.accessToken, createLocalJWKSet({ keys: ours }), { audience })
    await expect(elsewhere).rejects.toThrow('"aud"')
  })

  test('a refresh token is refused, in the body and in the cookie, and stays good at home', async () => {
    const { email, here } = await twins()
    const { refreshToken } = here.body
    expect(await rival.visitor().call(api.refresh, { refreshToken })).toMatchObject(out)
    expect(await rival.visitor().call(api.logout, { refreshToken })).toMatchObject({ status: 200 })
    const browser = await inBrowser(shop, email)
    expect(await browser.at(rival, browser.refresh).call(api.refresh, {})).toMatchObject(out)
    expect((await browser.at(shop, browser.refresh).call(api.refresh, {})).body.account.id).toBe(here.id)
    expect((await shop.visitor().call(api.refresh, { refreshToken })).status).toBe(200)
  })

  test('a code and the proof that it gives are refused, and stay good at home', async () => {
    const { phone, here } = await twins()
    await world.owner.query('delete from verification_counts')
    const purpose = 'sign_in' as const
    await shop.visitor().call(sendOtp, { phone, purpose })
    const code = /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]!
    expect(await rival.visitor().call(verifyOtp, { phone, purpose, code })).toMatchObject(unusable)
    const { verificationToken } = (await shop.visitor().call(verifyOtp, { phone, purpose, code })).body
    expect(await rival.visitor().call(api.phone, { verificationToken })).toMatchObject(unusable)
    expect((await shop.visitor().call(api.phone, { verificationToken })).body.account.customerId).toBe(here.customerId)
  })

  test('a link for a new password is refused, and stays good at home', async () => {
    const { email } = await twins()
    await forgot(world, shop, email)
    expect((await mailTo(rival, email)).filter(({ template }) => template === 'reset_password')).toEqual([])
    const { token } = await sentTo(shop, email, 'reset_password')
    const reset = (at: Shop) => at.visitor().call(api.resetPassword, { token, password: BETTER })
    expect(await reset(rival)).toMatchObject(unusable)
    expect((await logIn(rival, email)).status).toBe(200)
    expect((await reset(shop)).status).toBe(200)
    expect((await logIn(rival, email, BETTER)).status).toBe(401)
  })

  test('a link and a code that confirm an e-mail are refused, and so is an invitation', async () => {
    const email = anEmail()
    const [here, there] = [
      await aPerson(shop, { email, confirmed: false }),
      await aPerson(rival, { email, confirmed: false }),
    ]
    const { token, code } = await sentTo(shop, email, 'verify_email')
    expect(await rival.visitor().call(api.verifyEmail, { token, password: GOOD })).toMatchObject(unusable)
    expect(await there.self.call(api.verifyEmail, { token })).toMatchObject(unusable)
    const theirs = await sentTo(rival, email, 'verify_email')
    if (theirs.code !== code) expect(await there.self.call(api.verifyEmail, { code })).toMatchObject(unusable)
    expect((await here.self.call(api.verifyEmail, { token })).status).toBe(200)
    expect((await there.self.call(api.me, {})).body.emailVerified).toBe(false)

    const invited = anEmail()
    await shop.call(api.inviteStaff, { email: invited, role: 'cashier' })
    const invitation = await sentTo(shop, invited, 'staff_invitation')
    const accept = (at: Shop) => at.visitor().call(api.acceptInvitation, { token: invitation.token, password: GOOD })
    expect(await accept(rival)).toMatchObject(unusable)
    expect((await accept(shop)).status).toBe(200)
  })

  test('half a sign-in cannot be finished, nor a recovery code used', async () => {
    const { email, here, there } = await twins()
    const protect = async ({ self, id }: Person) => {
      const { secret } = (await self.call(api.beginTotp, {})).body
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
      const { recoveryCodes } = (await self.call(api.confirmTotp, { code })).body
      await world.owner.query('update account_factors set last_step = 0 where account_id = $1', [id])
      return { code, recoveryCodes }
    }
    const [mine] = [await protect(here), await protect(there)]
    const begun = async (at: Shop) => (await logIn(at, email)).body.mfa.challenge as string
    const finish = (at: Shop, challenge: string, method: 'totp' | 'recovery', code: string) =>
      at.visitor().call(api.finishSignIn, { challenge, method, code })
    expect(await finish(rival, await begun(shop), 'totp', mine.code)).toMatchObject({
      ...out,
      body: { code: 'auth.challenge_over' },
    })
    const challenge = await begun(rival)
    expect(await finish(rival, challenge, 'totp', mine.code)).toMatchObject({
      ...out,
      body: { code: 'auth.wrong_proof' },
    })
    expect(await finish(rival, challenge, 'recovery', mine.recoveryCodes[0])).toMatchObject(out)
    expect((await finish(shop, await begun(shop), 'recovery', mine.recoveryCodes[0])).status).toBe(200)
  })

  test('a till, its PIN and a guest’s token are unknown', async () => {
    const email = anEmail()
    const { body } = await shop.call(api.inviteStaff, { email, role: 'cashier' })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    const accepted = await shop.visitor().call(api.acceptInvitation, { token, password: GOOD })
    const { pairingCode } = (await shop.call(api.registerTill, { name: 'Counter' })).body
    const { tillToken } = (await shop.visitor().call(api.pairTill, { pairingCode })).body
    await bearer(shop, accepted.body.accessToken).call(api.setPin, { pin: '4071', tillToken })
    const byPin = (at: Shop) => at.visitor().call(api.signInByPin, { accountId: body.id, pin: '4071', tillToken })
    expect(await byPin(rival)).toMatchObject(out)
    expect((await byPin(shop)).status).toBe(200)

    const { guestToken, customerId } = (await shop.visitor().call(api.beginGuest, {})).body
    const person = await aPerson(rival)
    expect((await person.self.call(api.adoptGuest, { guestToken })).body).toEqual({ done: true })
    expect((await shop.call(customers.get, { customerId })).body.status).toBe('active')
  })
})
