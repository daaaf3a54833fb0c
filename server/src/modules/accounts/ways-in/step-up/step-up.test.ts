import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import { sendOtp } from '../../../verification/contract.ts'
import { anEmail, aPerson, type bearer, GOOD, mailTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { prove, signInWith } from '../code/phone.harness.ts'
import { aBrowser, aCrookedProvider, aRealProvider, type Person, PUBLIC } from '../oidc/oidc.harness.ts'

let world: World
let shop: Shop
let provider: Awaited<ReturnType<typeof aCrookedProvider>>
let real: Awaited<ReturnType<typeof aRealProvider>>
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_PUBLIC_URL: PUBLIC, KITH_DEV_INBOX: 'on' })
  shop = await aTenant(world)
  provider = await aCrookedProvider()
  real = await aRealProvider([`${PUBLIC}/api/v1/auth/oidc/${shop.id}/real/callback`])
  const names = [{ name: 'one' }, { name: 'silent', provesWithoutTime: true }]
  const crooked = names.map((one) => ({ ...one, ...provider.settings, trustsEmail: true }))
  const providers = [...crooked, { name: 'real', ...real.settings, trustsEmail: true }]
  expect((await shop.call(api.changeOidcSettings, { providers })).status).toBe(200)
})
afterEach(() => provider.lie({}))
afterAll(async () => {
  await world.close()
  await provider.close()
  await real.close()
})

/** So long ago that sensitive operations require authentication again. */
async function makeStale(accountId: string): Promise<void> {
  await world.owner.query(
    `update account_sessions set proved_at = now() - interval '11 minutes' where account_id = $1`,
    [accountId],
  )
  world.kith.nudges.send('sessions', shop.id)
}
const wrong = { status: 401, body: { code: 'auth.wrong_proof' } }
const stale = { status: 403, body: { code: 'proof_needed' } }

describe('an account that has only a phone', () => {
  const codeFor = async (self: ReturnType<typeof bearer>, phone: string) => {
    await world.owner.query('delete from verification_counts where tenant_id = $1', [shop.id])
    const { status, body } = await self.call(api.sendStepUpCode, {})
    expect(status).toBe(200)
    expect(body.sentTo).not.toContain(phone)
    return /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]!
  }
  async function somebody() {
    const phone = aPhone()
    const person = await signInWith(world, shop, phone, { firstName: 'Noor' })
    await makeStale(person.id)
    return { phone, ...person, try: () => person.self.call(api.beginTotp, {}) }
  }

  test('authenticates again by a single-use code to that phone', async () => {
    const { phone, self, id, try: attempt } = await somebody()
    expect(await attempt()).toMatchObject(stale)
    const smsCode = await codeFor(self, phone)
    expect((await self.call(api.stepUp, { smsCode })).status).toBe(200)
    expect((await attempt()).status).toBe(200)
    await makeStale(id)
    expect(await self.call(api.stepUp, { smsCode })).toMatchObject(wrong)
    expect(await attempt()).toMatchObject(stale)
  })

  test('not by three guesses, by a code for something else, or by one that another person was sent', async () => {
    const { phone, self, try: attempt } = await somebody()
    const smsCode = await codeFor(self, phone)
    const other = await somebody()
    expect(await other.self.call(api.stepUp, { smsCode })).toMatchObject(wrong)
    const guess = smsCode === '000000' ? '000001' : '000000'
    for (let n = 0; n < 3; n++) expect(await self.call(api.stepUp, { smsCode: guess })).toMatchObject(wrong)
    expect(await self.call(api.stepUp, { smsCode })).toMatchObject(wrong)
    await world.owner.query('delete from verification_counts where tenant_id = $1', [shop.id])
    await shop.visitor().call(sendOtp, { phone, purpose: 'sign_in' })
    const signIn = /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]!
    expect(await self.call(api.stepUp, { smsCode: signIn })).toMatchObject(wrong)
    expect(await attempt()).toMatchObject(stale)
  })

  test('a visitor cannot request such a code, nor an account whose phone was never verified', async () => {
    const { phone } = await somebody()
    expect((await shop.visitor().call(api.sendStepUpCode, {})).status).toBe(401)
    const asked = await shop.visitor().call(sendOtp, { phone, purpose: 'step_up' } as never)
    expect(asked.status).toBe(422)
    const claimer = await aPerson(shop, { phone: aPhone() })
    expect(await claimer.self.call(api.sendStepUpCode, {})).toMatchObject({
      status: 409,
      body: { code: 'auth.no_phone' },
    })
  })

  test('one proof at a time', async () => {
    const { self } = await somebody()
    const two = await self.call(api.stepUp, { password: GOOD, smsCode: '000000' })
    expect(two).toMatchObject({ status: 422, body: { errors: [{ code: 'password_or_code' }] } })
    expect((await self.call(api.stepUp, {})).status).toBe(422)
  })
})

describe('an account that has only a provider', () => {
  async function somebody(person: Person = { sub: randomUUID(), given_name: 'Salim' }, name = 'one') {
    const browser = aBrowser(world)
    const start = `/api/v1/auth/oidc/${shop.slug}/${name}/start`
    if (name === 'real') real.signIn(person)
    if (name === 'real') await browser.follow(start)
    else await browser.go(provider.callback((await browser.go(start)).location!, person).href)
    const { account } = (await browser.call(shop, 'GET', '/api/v1/auth/me')).body
    await makeStale(account.id)
    const begin = async () => {
      const wish = { provider: name, returnTo: '/account/security' }
      const { status, body } = await browser.call(shop, 'POST', '/api/v1/auth/step-up/provider', wish)
      expect(status).toBe(200)
      return body.location as string
    }
    const attempt = () => browser.call(shop, 'POST', '/api/v1/auth/mfa/totp', {})
    return { person, browser, id: account.id as string, begin, attempt }
  }

  test('proves again who is there by signing in there anew, and the provider is told to ask', async () => {
    const { person, browser, begin, attempt } = await somebody()
    expect(await attempt()).toMatchObject(stale)
    const there = await begin()
    expect(new URL(there).searchParams.get('prompt')).toBe('login')
    expect(new URL(there).searchParams.get('max_age')).toBe('0')
    const back = provider.callback(there, person).href
    expect((await browser.go(back)).location).toBe('/account/security')
    expect((await attempt()).status).toBe(200)
    expect((await browser.go(back)).location).toMatch(/error=auth.flow_over/)
  })

  test('not as another user there, nor when the provider says that it was long ago', async () => {
    const { person, browser, begin, attempt } = await somebody()
    const other = await somebody()
    for (const sub of [other.person.sub, randomUUID()]) {
      const answer = await browser.go(provider.callback(await begin(), { sub }).href)
      expect(answer.location).toBe('/account/security#error=auth.wrong_proof')
    }
    const there = await begin()
    provider.lie({ claims: { auth_time: Math.floor(Date.now() / 1000) - 3_600 } })
    expect((await browser.go(provider.callback(there, person).href)).location).toMatch(/error=auth.provider_refused/)
    expect(await attempt()).toMatchObject(stale)
  })

  test('not when the provider does not say when it was, unless the business takes its word', async () => {
    const { person, browser, begin, attempt } = await somebody()
    const there = await begin()
    provider.lie({ claims: { auth_time: undefined } })
    const answer = await browser.go(provider.callback(there, person).href)
    expect(answer.location).toBe('/account/security#error=auth.provider_says_no_time')
    expect(await attempt()).toMatchObject(stale)

    const silent = await somebody({ sub: person.sub }, 'silent')
    const again = provider.callback(await silent.begin(), person).href
    expect((await silent.browser.go(again)).location).toBe('/account/security')
    expect((await silent.attempt()).status).toBe(200)
  })

  test('a real provider says when; who takes our wish out of the address on the way gets nothing by it', async () => {
    const { browser, begin, attempt } = await somebody({ sub: 'real-one', given_name: 'Salim' }, 'real')
    const without = async (...names: string[]) => {
      const address = new URL(await begin())
      for (const name of names) address.searchParams.delete(name)
      return (await browser.follow(address.href)).hash
    }
    // The browser is still signed in there: the user is not asked.
    expect(await without('prompt', 'max_age')).toBe('#error=auth.provider_says_no_time')
    expect(await attempt()).toMatchObject(stale)
    expect(await without()).toBe('')
    expect((await attempt()).status).toBe(200)
  })

  test('not in another browser, nor for a session that has ended, nor as a way to sign in', async () => {
    const { person, browser, begin, id } = await somebody()
    const elsewhere = aBrowser(world)
    const sent = provider.callback(await begin(), person).href
    expect((await elsewhere.go(sent)).location).toMatch(/error=auth.flow_over/)
    expect([...elsewhere.jar.keys()]).toEqual([])
    const late = provider.callback(await begin(), person).href
    await browser.call(shop, 'POST', '/api/v1/auth/logout-all', {})
    expect((await browser.go(late)).location).toMatch(/error=auth.flow_over/)
    expect((await browser.call(shop, 'GET', '/api/v1/auth/me')).status).toBe(401)
    const { rows } = await world.owner.query(
      'select count(*)::int as n from account_sessions where account_id = $1 and ended_at is null',
      [id],
    )
    expect(rows).toEqual([{ n: 0 }])
  })
})

test('a step-up opens this session only', async () => {
  const phone = aPhone()
  const [one, other] = [
    await signInWith(world, shop, phone, { firstName: 'Noor' }),
    await signInWith(world, shop, phone),
  ]
  await makeStale(one.id)
  await world.owner.query('delete from verification_counts where tenant_id = $1', [shop.id])
  await one.self.call(api.sendStepUpCode, {})
  const smsCode = /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]!
  expect((await one.self.call(api.stepUp, { smsCode })).status).toBe(200)
  expect((await one.self.call(api.beginTotp, {})).status).toBe(200)
  expect(await other.self.call(api.beginTotp, {})).toMatchObject(stale)
  const verificationToken = await prove(world, shop, anEmail(), 'change_contact')
  expect(await other.self.call(api.changeContact, { verificationToken })).toMatchObject(stale)
})
