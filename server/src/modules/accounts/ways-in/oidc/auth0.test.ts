import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { AUTH0, aBrowser, aRealProvider, type Person, PUBLIC } from './oidc.harness.ts'

/** As an owner copies it from the dashboard (a host), and as Auth0 itself writes it. */
const NAMES = ['bare', 'slashed'] as const

let world: World
let shop: Shop
let auth0: Awaited<ReturnType<typeof aRealProvider>>
const put = (...providers: object[]) => shop.call(api.changeOidcSettings, { providers: providers as never })
const wish = (name: (typeof NAMES)[number], more: object = auth0.settings) => ({
  ...{ name, kind: 'auth0', label: 'Auth0', trustsEmail: true, ...more },
  issuer: `${auth0.settings.issuer}${name === 'slashed' ? '/' : ''}`,
})
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_PUBLIC_URL: PUBLIC })
  shop = await aTenant(world)
  const back = NAMES.map((name) => `${PUBLIC}/api/v1/auth/oidc/${shop.id}/${name}/callback`)
  auth0 = await aRealProvider(back, AUTH0)
  expect((await put(...NAMES.map((name) => wish(name)))).status).toBe(200)
})
afterAll(async () => {
  await world.close()
  await auth0.close()
})

async function signIn(person: Person, provider: (typeof NAMES)[number] = 'bare') {
  auth0.signIn(person)
  const browser = aBrowser(world)
  const page = await browser.follow(`/api/v1/auth/oidc/${shop.slug}/${provider}/start?returnTo=/account`)
  expect(page.href).toBe(`${PUBLIC}/account`)
  return { browser, ...(await browser.call(shop, 'GET', '/api/v1/auth/me')).body }
}
const read = async ({ customer }: { customer: { id: string } }) =>
  (await shop.call(customers.get, { customerId: customer.id })).body

test('the issuer of Auth0 ends with a slash, and is taken with and without it: both are one login', async () => {
  const document = await (await fetch(`${auth0.settings.issuer}/.well-known/openid-configuration`)).json()
  expect(document).toMatchObject({ issuer: `${auth0.settings.issuer}/` })
  const person = { sub: 'google-oauth2|118021', email: anEmail(), email_verified: true, given_name: 'Aisha' }
  const first = await signIn(person, 'bare')
  const again = await signIn(person, 'slashed')
  expect(again.account.id).toBe(first.account.id)
  expect((await again.browser.call(shop, 'GET', '/api/v1/auth/links')).body.items).toMatchObject([
    { provider: 'bare', email: person.email },
  ])
})

test('a verified e-mail of a user of its database joins the customer; the e-mail in `name` is no name', async () => {
  const email = anEmail()
  const { body: known } = await shop.call(customers.create, { type: 'stub', firstName: 'Noor', phone: aPhone(), email })
  const claims = {
    ...{ email, email_verified: true, name: email, nickname: email.split('@')[0], picture: 'https://s.gravatar.com/a' },
    ...{ updated_at: '2026-11-30T08:00:00.000Z', 'https://shop.example/roles': ['admin'] },
  }
  const signedIn = await signIn({ sub: 'auth0|66f2a1', ...claims })
  expect(signedIn.account).toMatchObject({ kind: 'customer', role: null })
  expect(await read(signedIn)).toMatchObject({ id: known.id, firstName: 'Noor', type: 'full', emailVerified: true })

  const fresh = anEmail()
  const nameless = await read(await signIn({ sub: 'auth0|66f2a2', ...claims, email: fresh, name: fresh }))
  expect(nameless).toMatchObject({ email: fresh, firstName: 'Walk-in Customer', lastName: null })
})

test('a user by text message, whose `name` is the number, gets no name and no contact', async () => {
  const made = await read(await signIn({ sub: 'sms|5f9', name: '+96890123456', nickname: '', updated_at: 'x' }))
  expect(made).toMatchObject({ firstName: 'Walk-in Customer', phone: null, email: null })
})

test('an unverified e-mail opens nothing, and a social user has both names', async () => {
  const email = anEmail()
  const { body: known } = await shop.call(customers.create, { type: 'stub', firstName: 'Noor', phone: aPhone(), email })
  const person = { sub: 'facebook|9', email, email_verified: false, given_name: 'Salim', family_name: 'Said' }
  const made = await read(await signIn({ ...person, name: 'Salim Said' }))
  expect(made).toMatchObject({ firstName: 'Salim', lastName: 'Said', email: null })
  expect(made.id).not.toBe(known.id)
})

test('proving again there counts, because Auth0 says the time when it is asked for the age', async () => {
  const { browser } = await signIn({ sub: 'auth0|66f2a3', email: anEmail(), email_verified: true })
  const begun = await browser.call(shop, 'POST', '/api/v1/auth/step-up/provider', {
    provider: 'bare',
    returnTo: '/account',
  })
  expect([begun.status, begun.body.code]).toEqual([200, undefined])
  expect((await browser.follow(begun.body.location)).href).toBe(`${PUBLIC}/account`)
})

test('adding or leaving out the slash keeps the secret; another host needs its own', async () => {
  const { clientSecret: _, ...without } = auth0.settings
  const other = await put({ ...wish('bare', without), issuer: 'https://evil.example/' }, wish('slashed'))
  expect(other.body.errors).toMatchObject([{ path: 'providers.0.clientSecret', code: 'secret_needed' }])
  const swapped = { ...wish('bare', without), issuer: `${auth0.settings.issuer}/` }
  expect((await put(swapped, wish('slashed'))).status).toBe(200)
  expect((await signIn({ sub: 'auth0|66f2a4', email: anEmail() })).account.kind).toBe('customer')
})
