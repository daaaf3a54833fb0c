import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEmail, GOOD, mailTo } from '../../server/src/modules/accounts/accounts.harness.ts'
import { accountsOfCustomer } from '../../server/src/modules/accounts/contract.ts'
import * as customers from '../../server/src/modules/customers/contract.ts'
import { whole } from '../../server/src/modules/orders/contract.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../server/test/harness.ts'
import { openShop } from './shop.mjs'

let world: World
let business: Shop
let shop: Awaited<ReturnType<typeof openShop>>
beforeAll(async () => {
  world = await aWorld()
  business = await aTenant(world)
  shop = await openShop({ kithUrl: world.url, tenant: business.slug })
})
afterAll(async () => {
  await shop.close()
  await world.close()
})

/** Sends the forms of the pages, with their hidden fields, and keeps the session. */
function aBrowser() {
  let cookie = ''
  async function go(
    path: string,
    form?: Record<string, string>,
    origin = shop.url,
  ): Promise<{ status: number; html: string }> {
    const response = await fetch(shop.url + path, {
      redirect: 'manual',
      headers: { cookie, ...(form && { origin }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    const next = response.headers.get('location')
    return next ? go(next) : { status: response.status, html: await response.text() }
  }
  const order = (form: object) => go('/checkout', { sku: 'HALWA-SAFFRON', payment: 'card', ...form })
  const answerCode = (html: string, action: string, otpCode: string) => go(action, { ...hiddenIn(html), otpCode })
  const signUp = (email: string, phone: string) => go('/sign-up', { firstName: 'Noor', email, phone, password: GOOD })
  return { go, order, answerCode, signUp }
}
const hiddenIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
const ordersIn = (html: string) => html.match(/data-order/g)?.length ?? 0
const CODE = /\b(\d{6})\b/
const codeFor = async (to: string) => (await mailTo(business, to)).flatMap(({ text }) => CODE.exec(text)?.[1] ?? [])[0]!
const byPhone = async (phone: string) => (await business.call(customers.lookup, { phone })).body

async function provePhone(browser: ReturnType<typeof aBrowser>, phone: string) {
  // Without the minute between two codes.
  await world.owner.query('delete from verification_counts where tenant_id = $1', [business.id])
  const { html } = await browser.go('/account/phone', { phone })
  return browser.answerCode(html, '/account/phone', await codeFor(phone))
}

test('a guest orders with a phone: a customer is made of it, and the next order of that phone is theirs', async () => {
  const phone = aPhone()
  expect((await aBrowser().order({ phone, firstName: 'Noor' })).html).toContain('Thank you')
  expect((await aBrowser().order({ phone: phone.slice(4), quantity: '2' })).html).toContain('7.600 OMR')
  expect(await byPhone(phone)).toMatchObject({ firstName: 'Noor', type: 'stub', phoneVerified: false, totalOrders: 2 })
})

test('two clicks of a guest on Order are one order, and the next form is another one', async () => {
  const [guest, phone] = [aBrowser(), aPhone()]
  const { once } = hiddenIn((await guest.go('/')).html)
  const clicks = await Promise.all([1, 2].map(() => guest.order({ phone, firstName: 'Noor', once })))
  expect(new Set(clicks.map(({ html }) => /Your order (\S+):/.exec(html)?.[1])).size).toBe(1)
  expect(await byPhone(phone)).toMatchObject({ totalOrders: 1 })
  await guest.order({ phone, ...hiddenIn((await guest.go('/')).html) })
  expect(await byPhone(phone)).toMatchObject({ totalOrders: 2 })
})

test('the session is read from its own cookie alone, and behind TLS is secret on every other way', async () => {
  const signedUp = { firstName: 'Noor', email: anEmail(), password: GOOD }
  const answer = await fetch(`${shop.url}/sign-up`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(signedUp) },
    headers: { origin: shop.url.replace('http:', 'https:'), 'x-forwarded-proto': 'https' },
  })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^shop_session=.+; Secure$/)
  const session = cookie.split(';')[0]!
  const account = (sent: string) => fetch(`${shop.url}/account`, { headers: { cookie: sent } })
  expect((await account(`theme=dark; ${session}`)).status).toBe(200)
  expect((await account(`x${session}`)).status).toBe(401)
})

test('cash on delivery asks for a code to the phone, and only then orders', async () => {
  const [guest, phone] = [aBrowser(), aPhone()]
  const asked = await guest.order({ phone, firstName: 'Noor', payment: 'cod' })
  expect(asked.html).toContain('A code was sent')
  const code = await codeFor(phone)
  const wrong = await guest.answerCode(asked.html, '/checkout', code === '000000' ? '111111' : '000000')
  expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('role="alert"')])
  const placed = await guest.answerCode(asked.html, '/checkout', code)
  expect([placed.status, placed.html]).toEqual([200, expect.stringContaining('Thank you')])
  expect(await byPhone(phone)).toMatchObject({ phoneVerified: true, totalOrders: 1 })
})

test('who signs up with a known phone sees its orders once the phone is proved, by each login; staff see one person', async () => {
  const phone = aPhone()
  await aBrowser().order({ phone, firstName: 'Noor' })
  const [browser, email] = [aBrowser(), anEmail()]
  await browser.signUp(email, phone)
  expect(ordersIn((await browser.go('/orders')).html)).toBe(0)
  expect(ordersIn((await provePhone(browser, phone)).html)).toBe(1)

  expect((await browser.order({})).status).toBe(422)
  await browser.go('/account/email', { code: await codeFor(email) })
  expect((await browser.order({ payment: 'cod' })).html).toContain('Thank you')

  const second = aBrowser()
  await second.signUp(anEmail(), phone)
  expect(ordersIn((await provePhone(second, phone)).html)).toBe(2)
  const { id: customerId } = await byPhone(phone)
  expect((await business.call(accountsOfCustomer, { customerId })).body.items).toHaveLength(2)
  expect((await business.call(whole, { customerId })).body).toMatchObject({ totalOrders: 2, orders: [{}, {}] })
  expect((await browser.go('/sign-out', {})).html).toContain('Sign in')
  expect(ordersIn((await browser.go('/sign-in', { email, password: GOOD })).html)).toBe(2)
})

test('what people type is shown as text, and a form of another site does nothing', async () => {
  const { html } = await aBrowser().order({ phone: aPhone(), payment: 'cod', firstName: '"><script>alert(1)</script>' })
  expect(html).not.toContain('<script>')
  expect((await aBrowser().go('/checkout', { phone: aPhone() }, 'https://evil.example')).status).toBe(403)
})
