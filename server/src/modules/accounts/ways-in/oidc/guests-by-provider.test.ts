import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as carts from '../../../carts/contract.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail, aPerson } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { aBrowser, aCrookedProvider, aRealProvider, type Person, PUBLIC } from './oidc.harness.ts'

let world: World
let shop: Shop
let rival: Shop
let real: Awaited<ReturnType<typeof aRealProvider>>
let crooked: Awaited<ReturnType<typeof aCrookedProvider>>
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_PUBLIC_URL: PUBLIC, KITH_DEV_INBOX: 'on' })
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
  crooked = await aCrookedProvider()
  real = await aRealProvider([`${PUBLIC}/api/v1/auth/oidc/${shop.id}/real/callback`])
  for (const at of [shop, rival]) {
    const providers = [
      { name: 'real', ...real.settings, trustsEmail: true },
      { name: 'crooked', ...crooked.settings, trustsEmail: true },
    ]
    expect((await at.call(api.changeOidcSettings, { providers })).status).toBe(200)
  }
})
afterEach(() => crooked.lie({}))
afterAll(async () => {
  await world.close()
  await real.close()
  await crooked.close()
})

type Browser = ReturnType<typeof aBrowser>
const aSubject = (more: Partial<Person> = {}): Person => ({ sub: randomUUID(), given_name: 'Salim', ...more })

async function aGuest(at = shop) {
  const { body } = await at.visitor().call(api.beginGuest, {})
  await at.call(carts.put, { customerId: body.customerId, lines: [{ sku: 'SHIRT', quantity: 2 }] })
  return body as { customerId: string; guestToken: string }
}
async function begin(browser: Browser, guestToken: string, { provider = 'crooked', at = shop } = {}) {
  const wish = { returnTo: '/account/orders', guestToken }
  const { status, body } = await browser.call(at, 'POST', `/api/v1/auth/oidc/${provider}/start`, wish)
  expect(status).toBe(200)
  return body.location as string
}
async function signIn(person: Person, guestToken: string, { browser = aBrowser(world), at = shop } = {}) {
  const { location } = await browser.go(crooked.callback(await begin(browser, guestToken, { at }), person).href)
  return { browser, location, customerId: await whoIs(browser, at) }
}
const whoIs = async (browser: Browser, at = shop): Promise<string> =>
  (await browser.call(at, 'GET', '/api/v1/auth/me')).body.customer?.id
const shirts = async (customerId: string, at = shop): Promise<number> =>
  (await at.call(carts.read, { customerId })).body.lines[0]?.quantity ?? 0

test('a guest who signs in at a provider brings cart and record along; no address on the way names the token', async () => {
  const { customerId: guest, guestToken } = await aGuest()
  const email = anEmail()
  real.signIn({ sub: 'aisha', email, email_verified: true, given_name: 'Aisha' })
  const browser = aBrowser(world)
  const location = await begin(browser, guestToken, { provider: 'real' })
  expect(decodeURIComponent(location)).not.toContain(guestToken)
  expect(new URL(location).searchParams.get('code_challenge_method')).toBe('S256')
  expect((await browser.follow(location)).href).toBe(`${PUBLIC}/account/orders`)
  const customerId = await whoIs(browser)
  expect(await shirts(customerId)).toBe(2)
  const gone = await shop.call(customers.get, { customerId: guest })
  expect([gone.status, gone.headers.get('location')]).toEqual([307, `/api/v1/customers/${customerId}`])

  const again = aBrowser(world)
  await again.follow(await begin(again, (await aGuest()).guestToken, { provider: 'real' }))
  expect([await whoIs(again), await shirts(customerId)]).toEqual([customerId, 4])
})

test('the token waits sealed, and is gone with the flow', async () => {
  const { guestToken } = await aGuest()
  const browser = aBrowser(world)
  const there = await begin(browser, guestToken)
  const kept = async () => {
    const { rows } = await world.owner.query(
      `select coalesce(string_agg(t::text, ' '), '') as all from sign_in_flows t where tenant_id = $1`,
      [shop.id],
    )
    return rows[0].all as string
  }
  expect(await kept()).not.toBe('')
  expect(await kept()).not.toContain(guestToken)
  expect(await kept()).not.toContain(Buffer.from(guestToken).toString('hex'))
  await browser.go(crooked.callback(there, aSubject()).href)
  expect(await kept()).toBe('')
})

test('a callback a second time, and the token a second time, take nothing more', async () => {
  const { guestToken } = await aGuest()
  const browser = aBrowser(world)
  const back = crooked.callback(await begin(browser, guestToken), aSubject()).href
  const flow = browser.jar.get('kith_flow')!
  await browser.go(back)
  const first = await whoIs(browser)
  browser.jar.set('kith_flow', flow)
  expect((await browser.go(back)).location).toContain('error=auth.flow_over')
  const other = await signIn(aSubject(), guestToken)
  expect(other.location).toBe('/account/orders')
  expect([await shirts(first), await shirts(other.customerId)]).toEqual([2, 0])
})

test('a flow that another person is sent into leaves the guest with the browser that began', async () => {
  const { customerId: guest, guestToken } = await aGuest()
  const browser = aBrowser(world)
  const back = crooked.callback(await begin(browser, guestToken), aSubject()).href
  const victim = await signIn(aSubject(), (await aGuest()).guestToken)
  expect((await victim.browser.go(back)).location).toContain('error=auth.flow_over')
  expect([await shirts(victim.customerId), await shirts(guest)]).toEqual([2, 2])
  await browser.go(back)
  expect(await shirts(await whoIs(browser))).toBe(2)
})

test('a guest of another business, a made-up one and one who was taken over already do nothing; the sign-in goes on', async () => {
  const foreign = await aGuest(rival)
  const taken = await aGuest()
  const holder = await aPerson(shop)
  await holder.self.call(api.adoptGuest, { guestToken: taken.guestToken })
  for (const guestToken of [foreign.guestToken, taken.guestToken, `kithg_${'A'.repeat(43)}`]) {
    const { location, customerId } = await signIn(aSubject(), guestToken)
    expect([location, await shirts(customerId)]).toEqual(['/account/orders', 0])
  }
  expect([await shirts(foreign.customerId, rival), await shirts(holder.customerId)]).toEqual([2, 2])
  const there = await signIn(aSubject(), foreign.guestToken, { at: rival })
  expect(await shirts(there.customerId, rival)).toBe(2)
})

test('a flow that is taken to another business is none, and the guest stays', async () => {
  const { customerId: guest, guestToken } = await aGuest()
  const browser = aBrowser(world)
  const back = crooked.callback(await begin(browser, guestToken), aSubject()).href
  expect((await browser.go(back.replace(shop.id, rival.id))).location).toContain('error=auth.flow_over')
  expect(await shirts(guest)).toBe(2)
})

test('a refusal at the provider and half a sign-in take nothing over; the second factor does', async () => {
  const { customerId: guest, guestToken } = await aGuest()
  crooked.lie({ claims: { nonce: 'another' } })
  expect((await signIn(aSubject(), guestToken)).location).toContain('error=auth.provider_refused')
  crooked.lie({})
  const person = await aPerson(shop)
  const { secret } = (await person.self.call(api.beginTotp, {})).body
  const { TOTP, Secret } = await import('otpauth')
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  await person.self.call(api.confirmTotp, { code: totp.generate() })
  const half = await signIn(aSubject({ email: person.email, email_verified: true }), guestToken)
  expect(await shirts(guest)).toBe(2)
  const challenge = new URLSearchParams(half.location!.split('#')[1]).get('challenge')
  const code = totp.generate({ timestamp: Date.now() + 30_000 })
  const done = await half.browser.call(shop, 'POST', '/api/v1/auth/mfa', { challenge, method: 'totp', code })
  expect(done.status).toBe(200)
  expect(await shirts(person.customerId)).toBe(2)
})

test('only our own pages begin it, and it ends at our own pages', async () => {
  const { guestToken } = await aGuest()
  const path = '/api/v1/auth/oidc/crooked/start'
  const foreign = await shop.visitor({ origin: 'https://evil.example' }).request('POST', path, { guestToken })
  expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_origin'])
  const away = await shop.visitor().request('POST', path, { guestToken, returnTo: 'https://evil.example' })
  expect(away.body.errors).toMatchObject([{ path: 'returnTo', code: 'own_page' }])
  expect((await shop.visitor().request('POST', '/api/v1/auth/oidc/nobody/start', {})).status).toBe(404)
})
