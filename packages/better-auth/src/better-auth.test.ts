import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEmail } from '../../../server/src/modules/accounts/accounts.harness.ts'
import { accountsOfCustomer, beginGuest } from '../../../server/src/modules/accounts/contract.ts'
import { aRealProvider } from '../../../server/src/modules/accounts/ways-in/oidc/oidc.harness.ts'
import * as carts from '../../../server/src/modules/carts/contract.ts'
import * as customers from '../../../server/src/modules/customers/contract.ts'
import { releaseSource } from '../../../server/src/modules/orders/contract.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../server/test/harness.ts'
import { anApplication, ORIGIN, PASSWORD } from './auth.harness.ts'
import { endSessionsOf } from './index.ts'

let world: World
let shop: Shop
let real: Awaited<ReturnType<typeof aRealProvider>>
let app: Awaited<ReturnType<typeof anApplication>>
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  real = await aRealProvider([`${ORIGIN}/api/auth/callback/idp`])
  app = await anApplication(world, shop, { provider: real.settings })
})
afterAll(async () => {
  await app.close()
  await real.close()
  await world.close()
})

const read = async (customerId: string) => (await shop.call(customers.get, { customerId })).body
const aStub = async (given: object = {}) =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Aisha', phone: aPhone(), ...given })).body
const put = (customerId: string, quantity: number) =>
  shop.call(carts.put, { customerId, lines: [{ sku: 'SHIRT', quantity }] })
const cartOf = async (customerId: string) => (await shop.call(carts.read, { customerId })).body.lines

type Browser = ReturnType<typeof app.browser>
const customerIn = async (browser: Browser) => ((await browser.session()).user.customerId ?? null) as string | null
async function signUp(browser: Browser = app.browser(), email = anEmail()) {
  const answer = await browser.post('/sign-up/email', { email, password: PASSWORD, name: 'Aisha Al Balushi' })
  expect(answer.status).toBe(200)
  return { browser, email, customerId: await customerIn(browser) }
}
const signIn = (browser: Browser, email: string) => browser.post('/sign-in/email', { email, password: PASSWORD })
async function provePhone(browser: Browser, phone: string, more: object = {}) {
  await browser.post('/phone-number/send-otp', { phoneNumber: phone })
  return browser.post('/phone-number/verify', { phoneNumber: phone, code: app.texts.get(phone), ...more })
}

describe('signing up', () => {
  test('with an e-mail makes a customer, whose id is in the session from the first moment', async () => {
    const { customerId, email, browser } = await signUp()
    const made = await read(customerId!)
    expect(made).toMatchObject({ type: 'stub', firstName: 'Aisha', lastName: 'Al Balushi', email: null })
    const again = app.browser()
    await signIn(again, email)
    expect(await customerIn(again)).toBe(customerId)
    expect(JSON.stringify(await browser.session())).not.toContain('kithGuest')
  })

  test('with an e-mail that Kith knows shows nothing of that customer', async () => {
    const known = await aStub({ email: anEmail() })
    const { customerId } = await signUp(app.browser(), known.email)
    expect(customerId).not.toBe(known.id)
    expect(await read(known.id)).toMatchObject({ emailVerified: false, version: known.version })
  })

  test('by a phone leads to the customer who has it; each login of the person is the same customer', async () => {
    const known = await aStub()
    const byPhone = app.browser()
    expect((await provePhone(byPhone, known.phone)).status).toBe(200)
    expect(await customerIn(byPhone)).toBe(known.id)
    expect(await read(known.id)).toMatchObject({ firstName: 'Aisha', phoneVerified: true, email: null })
    const { items } = (await shop.call(accountsOfCustomer, { customerId: known.id })).body
    expect(items).toMatchObject([{ credentials: [{ kind: 'oidc', proved: true }] }])
  })

  test('and proving a phone later joins the customer who has it', async () => {
    const known = await aStub()
    const { browser, customerId } = await signUp()
    expect(customerId).not.toBe(known.id)
    expect((await provePhone(browser, known.phone, { updatePhoneNumber: true })).status).toBe(200)
    expect((await app.users()).at(-1)).toMatchObject({ phoneNumber: known.phone, customerId: known.id })
    expect((await shop.call(customers.get, { customerId: customerId! })).status).toBe(307)
  })

  test('at a provider joins the customer with the e-mail that it has verified', async () => {
    const known = await aStub({ email: anEmail() })
    real.signIn({ sub: 'salim', email: known.email, email_verified: true, given_name: 'Salim', family_name: 'Said' })
    const browser = app.browser()
    const { body } = await browser.post('/sign-in/social', { provider: 'idp', callbackURL: `${ORIGIN}/account` })
    expect((await browser.follow(body.url)).pathname).toBe('/account')
    expect(await customerIn(browser)).toBe(known.id)
    expect(await read(known.id)).toMatchObject({ emailVerified: true })
  })
})

describe('a guest', () => {
  test('who is anonymous has a customer for the cart, which comes along at the sign-up', async () => {
    const browser = app.browser()
    await browser.post('/sign-in/anonymous')
    const guest = await customerIn(browser)
    expect(await read(guest!)).toMatchObject({ type: 'guest' })
    await put(guest!, 2)
    const { customerId } = await signUp(browser)
    expect(customerId).not.toBe(guest)
    expect(await cartOf(customerId!)).toMatchObject([{ sku: 'SHIRT', quantity: 2 }])
    expect((await shop.call(customers.get, { customerId: guest! })).status).toBe(307)
  })

  test('who proves a phone while anonymous takes the cart to the customer of that phone', async () => {
    const known = await aStub()
    await put(known.id, 1)
    const browser = app.browser()
    await browser.post('/sign-in/anonymous')
    await put((await customerIn(browser))!, 2)
    await provePhone(browser, known.phone)
    expect(await customerIn(browser)).toBe(known.id)
    expect(await cartOf(known.id)).toMatchObject([{ sku: 'SHIRT', quantity: 3 }])
  })

  test('that the application has begun itself comes along by the cookie', async () => {
    const { body: guest } = await shop.visitor().call(beginGuest, {})
    await put(guest.customerId, 4)
    const browser = app.browser()
    browser.put('kith_guest', guest.guestToken)
    const { customerId } = await signUp(browser)
    expect(await cartOf(customerId!)).toMatchObject([{ sku: 'SHIRT', quantity: 4 }])
  })
})

describe('while Kith is down', () => {
  test('people sign up all the same, and the next sign-in makes up for it, with the guest’s cart', async () => {
    const browser = app.browser()
    await browser.post('/sign-in/anonymous')
    await put((await customerIn(browser))!, 5)
    app.network.isUp = false
    const { email, customerId } = await signUp(browser).finally(() => {
      app.network.isUp = true
    })
    expect(customerId).toBeNull()
    await signIn(browser, email)
    expect(await cartOf((await customerIn(browser))!)).toMatchObject([{ sku: 'SHIRT', quantity: 5 }])
  })

  test('a process that is killed between the commit and the hook leaves a user without customer, until the next sign-in', async () => {
    const folder = await mkdtemp(path.join(fileURLToPath(new URL('.', import.meta.url)), '.killed-'))
    const outfile = path.join(folder, 'killed.mjs')
    await build({
      entryPoints: [fileURLToPath(new URL('killed.harness.ts', import.meta.url))],
      ...{ outfile, bundle: true, platform: 'node', format: 'esm', conditions: ['kith-source'] },
      external: ['better-auth', 'pg'],
    })
    const email = anEmail()
    const child = spawn(process.execPath, [outfile], { env: { PLACE: JSON.stringify(app.place), EMAIL: email } })
    const [, signal] = await once(child, 'exit')
    await rm(folder, { recursive: true })
    expect(signal).toBe('SIGKILL')
    expect((await app.users()).at(-1)).toMatchObject({ email, customerId: null })

    const browser = app.browser()
    expect((await signIn(browser, email)).status).toBe(200)
    expect(await read((await customerIn(browser))!)).toMatchObject({ firstName: 'Killed' })
  })
})

test('a suspended customer does not sign in, and keeps no session', async () => {
  const { email, customerId } = await signUp()
  await shop.call(customers.suspend, { customerId: customerId! } as never)
  const browser = app.browser()
  expect(await signIn(browser, email)).toMatchObject({ status: 403, body: { code: 'CUSTOMER_SUSPENDED' } })
  expect(await browser.session()).toBeNull()
})

test('an application whose logins belong to another API key signs in no one, until the system is released', async () => {
  const other = await aTenant(world)
  const owner = await anApplication(world, other)
  const late = await anApplication(world, other)
  try {
    await signUp(owner.browser())
    const browser = late.browser()
    const email = anEmail()
    const refused = { status: 403, body: { code: 'KITH_REFUSED' } }
    expect(await browser.post('/sign-up/email', { email, password: PASSWORD, name: 'Aisha' })).toMatchObject(refused)
    expect(await browser.session()).toBeNull()
    expect(await signIn(browser, email)).toMatchObject(refused)

    await other.call(releaseSource, { source: 'login:better-auth' } as never)
    expect((await signIn(browser, email)).status).toBe(200)
    expect(await customerIn(browser)).not.toBeNull()
  } finally {
    await owner.close()
    await late.close()
  }
})

test('the sessions of a suspended customer end when the webhook comes, and those of another one stay', async () => {
  const [suspended, other] = [await signUp(), await signUp()]
  await signIn(app.browser(), suspended.email)
  await shop.call(customers.suspend, { customerId: suspended.customerId! } as never)
  expect(await app.sessionsOf(suspended.customerId!)).toBe(2)
  await endSessionsOf(app.auth, suspended.customerId!)
  expect(await app.sessionsOf(suspended.customerId!)).toBe(0)
  expect(await app.sessionsOf(other.customerId!)).toBe(1)
})

test('two sign-ins of one person at once make one customer', async () => {
  app.network.isUp = false
  const { email } = await signUp().finally(() => {
    app.network.isUp = true
  })
  const browsers = [app.browser(), app.browser(), app.browser()]
  await Promise.all(browsers.map((browser) => signIn(browser, email)))
  expect(new Set(await Promise.all(browsers.map(customerIn))).size).toBe(1)
})
