import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, mailTo } from '../../src/modules/accounts/accounts.harness.ts'
import { changeSettings, phone as signInByPhone, verifyOwnContact } from '../../src/modules/accounts/contract.ts'
import { prove, signInWith, silentFor } from '../../src/modules/accounts/ways-in/code/phone.harness.ts'
import { CustomerId, get as getCustomer, list as listCustomers } from '../../src/modules/customers/contract.ts'
import * as api from '../../src/modules/orders/contract.ts'
import { aCustomer, anOrder, codesOf, order } from '../../src/modules/orders/orders.harness.ts'
import { restrict } from '../../src/modules/privacy/contract.ts'
import { sendOtp } from '../../src/modules/verification/contract.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

const guest = (contact: object, more: object = {}) => order(shop.visitor(), { contact, ...more })
const whose = async (orderId: string) => (await shop.call(api.get, { orderId })).body

test('a guest order makes a customer of an unknown phone, and the next one finds it', async () => {
  const phone = aPhone()
  const first = await guest({ phone, firstName: 'Noor' })
  expect(first.status).toBe(201)
  expect(first.body.customerId).toBeNull()
  const made = await whose(first.body.id)
  expect((await shop.call(getCustomer, { customerId: made.customerId })).body).toMatchObject({
    type: 'stub',
    firstName: 'Noor',
    phone,
    phoneVerified: false,
    totalOrders: 1,
  })
  const second = await guest({ phone: phone.slice(4), firstName: 'Another' })
  expect((await whose(second.body.id)).customerId).toBe(made.customerId)
  // A typed number changes nothing of the customer who has it.
  expect((await shop.call(getCustomer, { customerId: made.customerId })).body.firstName).toBe('Noor')
})

test('the answer to a guest does not tell whether the phone is known', async () => {
  const { phone } = await aCustomer(shop)
  const known = (await guest({ phone })).body
  const unknown = (await guest({ phone: aPhone() })).body
  const blind = ({ id, placedAt, contact, history, ...rest }: Record<string, unknown>) => rest
  expect(blind(known)).toEqual(blind(unknown))
})

test('a phone without a name makes a customer all the same, and a till names that customer later', async () => {
  const phone = aPhone()
  const { body } = await guest({ phone })
  const { customerId } = await whose(body.id)
  expect((await shop.call(getCustomer, { customerId })).body.firstName).toBe('Walk-in Customer')
  await anOrder(shop, { contact: { phone, firstName: 'Hilal' } })
  expect((await shop.call(getCustomer, { customerId })).body).toMatchObject({ firstName: 'Hilal', totalOrders: 2 })
})

test('two guest orders at once with a new phone are of one customer', async () => {
  const phone = aPhone()
  const both = await Promise.all([guest({ phone }), guest({ phone }), guest({ phone })])
  expect(both.map(({ status }) => status)).toEqual([201, 201, 201])
  const owners = await Promise.all(both.map(async ({ body }) => (await whose(body.id)).customerId))
  expect(new Set(owners).size).toBe(1)
})

test('cash on delivery needs a verified phone, and takes the proof made for it', async () => {
  const phone = aPhone()
  const refused = await guest({ phone }, { payment: 'cod' })
  expect(refused).toMatchObject({ status: 422, body: { code: 'order.cod_needs_phone' } })
  expect(refused.body.title).toContain('“cod”')
  // A proof of another phone, or for something else, is none.
  const other = await prove(world, shop, aPhone(), 'cod')
  expect((await guest({ phone }, { payment: 'cod', verificationToken: other })).body.code).toBe(
    'verification.token_invalid',
  )
  const verificationToken = await prove(world, shop, phone, 'cod')
  const placed = await guest({ phone, firstName: 'Noor' }, { payment: 'cod', verificationToken })
  expect(placed).toMatchObject({ status: 201, body: { phoneProved: true, payment: 'cod' } })
  const { customerId } = await whose(placed.body.id)
  expect((await shop.call(getCustomer, { customerId })).body).toMatchObject({ phone, phoneVerified: true })
  expect((await guest({ phone }, { payment: 'cod', verificationToken })).body.code).toBe('verification.token_invalid')
})

test('the code itself is as good, and a wrong one uses up a try', async () => {
  const phone = aPhone()
  await shop.visitor().call(sendOtp, { phone, purpose: 'cod' })
  const text = (await mailTo(shop, phone))[0]!.text
  const code = /\b(\d{6})\b/.exec(text)![1]!
  const wrong = code === '000000' ? '111111' : '000000'
  expect((await guest({ phone }, { payment: 'cod', otpCode: wrong })).body.code).toBe('verification.code_invalid')
  expect((await guest({ phone }, { payment: 'cod', otpCode: code })).status).toBe(201)
})

test('a refused checkout leaves the proof good', async () => {
  const phone = aPhone()
  const verificationToken = await prove(world, shop, phone, 'cod')
  const lost = await guest({ phone, email: 'noor@example.com' }, { payment: 'cod', verificationToken })
  expect(lost.body.code).toBe('order.email_unconfirmed')
  expect((await guest({ phone }, { payment: 'cod', verificationToken })).status).toBe(201)
})

test('a till, a key and staff record cash on delivery, and are warned', async () => {
  const { customerId } = await aCustomer(shop, { phoneVerified: false })
  const made = await anOrder(shop, { customerId, payment: 'cod' })
  expect(made.warnings).toMatchObject([{ code: 'cod_unproved', text: expect.stringContaining('not verified') }])
  const arabic = await shop.call(api.place, { customerId, total: 1, payment: 'cod' } as never, {
    headers: { 'accept-language': 'ar' },
  })
  expect(arabic.body.warnings[0].text).toContain('غير موثّق')
})

test('an e-mail is confirmed before the checkout where the business wants it, and only there', async () => {
  const { self } = await aPerson(shop, { confirmed: false })
  const refused = await order(self, {})
  expect(refused).toMatchObject({ status: 422, body: { code: 'order.email_unconfirmed' } })
  const { self: confirmed } = await aPerson(shop)
  expect((await order(confirmed, {})).status).toBe(201)

  const email = `guest${Date.now()}@example.com`
  expect((await guest({ phone: aPhone(), email })).body.code).toBe('order.email_unconfirmed')
  const emailToken = await prove(world, shop, email, 'verify')
  expect((await guest({ phone: aPhone(), email }, { emailToken })).status).toBe(201)

  const relaxed = await aTenant(world)
  await relaxed.call(changeSettings, { emailVerification: 'remind' } as never)
  const { self: unconfirmed } = await aPerson(relaxed, { confirmed: false })
  expect((await order(unconfirmed, {})).status).toBe(201)
})

test('everything that bars a checkout is said at once', async () => {
  const wrong = await guest({ phone: aPhone(), email: 'noor@example.com' }, { payment: 'cod' })
  expect(codesOf(wrong)).toEqual(['payment order.cod_needs_phone', 'contact.email order.email_unconfirmed'])
})

test('a signed-in customer orders for themself, and reads no others', async () => {
  const { self, customerId } = await aPerson(shop)
  const { customerId: other } = await aCustomer(shop)
  const made = await anOrder(self, { total: 700 })
  expect(made).toMatchObject({ customerId, channel: 'web', source: 'web', total: '0.700' })
  expect((await order(self, { customerId: other })).body.code).toBe('order.for_oneself')
  expect((await order(self, { contact: { phone: aPhone() } })).body.code).toBe('order.for_oneself')
  expect((await self.call(api.listOwn, {})).body.items.map(({ id }: { id: string }) => id)).toEqual([made.id])
  expect((await self.call(api.listOfCustomer, { customerId } as never)).status).toBe(403)
  expect((await shop.visitor().call(api.listOwn, {})).status).toBe(401)
})

test('the holder of a number sees nothing personal of what a stranger ordered with it', async () => {
  const { self, customerId } = await aPerson(shop)
  const phone = aPhone()
  await self.call(verifyOwnContact, { verificationToken: await prove(world, shop, phone, 'verify') } as never)
  const lines = [{ name: 'Thobe of Noor', sku: 'THOBE', amount: 1_400, data: { for: 'Noor' } }]
  const told = { delivery: { to: 'Villa of Noor' }, note: 'Noor is out', data: { who: 'Noor' }, lines }
  const asked = await guest({ phone, firstName: 'Noor' }, told)
  expect(asked.body.contact).toMatchObject({ name: 'Noor', phone })
  const [own] = (await self.call(api.listOwn, {})).body.items
  expect(own).toMatchObject({ id: asked.body.id, total: '1.400', lines: [{ sku: 'THOBE', name: null }] })
  expect(JSON.stringify(own)).not.toContain('Noor')
  expect(Object.keys(own.refunds)).toEqual([])
  const copy = await shop.run((ctx) => ctx.personalData.get('orders')!.export(ctx, CustomerId.parse(customerId)))
  expect(JSON.stringify(copy)).not.toContain('Noor')
  await shop.call(api.refund, { orderId: asked.body.id, amount: 100, note: 'A rude one', reason: 'rude' } as never)
  expect(JSON.stringify((await self.call(api.listOwn, {})).body)).not.toContain('rude')
})

test('a stranger writes nothing to a restricted customer, and does not learn of it', async () => {
  const { customerId, phone } = await aCustomer(shop)
  expect((await shop.call(restrict, { customerId, reason: 'a wrong address' })).status).toBe(200)
  const asked = await guest({ phone, firstName: 'Noor' })
  expect(asked).toMatchObject({ status: 201, body: { customerId: null } })
  expect((await whose(asked.body.id)).customerId).not.toBe(customerId)
  expect((await shop.call(getCustomer, { customerId })).body.totalOrders).toBe(0)
})

test('a guest order is the person’s once they sign in with the phone', async () => {
  const phone = aPhone()
  const { body } = await guest({ phone, firstName: 'Noor' })
  expect((await whose(body.id)).signals).toMatchObject([{ code: 'phone_unproved' }])
  const verificationToken = await prove(world, shop, phone, 'sign_in')
  const signedIn = await shop.visitor().call(signInByPhone, { verificationToken })
  const self = shop.visitor({ authorization: `Bearer ${signedIn.body.accessToken}` })
  expect((await self.call(api.listOwn, {})).body.items).toMatchObject([{ id: body.id, phoneProved: true }])
  expect((await whose(body.id)).signals).toEqual([])
})

test('what is odd is said in words, of the order and of the person', async () => {
  const own = await aTenant(world)
  const [one, two] = [await aCustomer(own), await aCustomer(own)]
  const to = 'Villa 7, Way 21, Al Mouj'
  await anOrder(own, { customerId: one.customerId, delivery: { to } })
  const second = await anOrder(own, {
    customerId: two.customerId,
    payment: 'cod',
    delivery: { to: 'villa 7 way ٢١ al mouj' },
  })
  expect(second.signals).toMatchObject([{ code: 'shared_address', text: expect.stringContaining('address') }])
  await own.call(api.cancel, { orderId: second.id, reason: 'refused_at_door' } as never)
  const signals = (await own.call(api.signals, { customerId: two.customerId })).body.items
  expect(signals.map(({ code }: { code: string }) => code)).toEqual(['shared_address', 'cod_refused'])
  const third = await anOrder(own, { customerId: two.customerId })
  expect(third.signals).toMatchObject([{ code: 'cod_refused' }])
})

test('a phone that others typed too, and one that was another person’s before, are odd', async () => {
  const own = await aTenant(world)
  const phone = aPhone()
  const codes = async (customerId: string) =>
    (await own.call(api.signals, { customerId })).body.items.map(({ code }: { code: string }) => code)
  const former = await signInWith(world, own, phone, { firstName: 'Salma', lastName: 'Al Balushi' })
  await anOrder(own, { customerId: former.customerId })
  expect(await codes(former.customerId)).toEqual([])
  await silentFor(world, former.customerId, 12)
  const present = await signInWith(world, own, phone, { firstName: 'Rahul', lastName: 'Nair' })
  expect(present.customerId).not.toBe(former.customerId)
  const placed = await anOrder(own, { customerId: present.customerId })
  expect(placed.signals).toMatchObject([
    { code: 'shared_phone', text: expect.stringContaining('phone') },
    { code: 'number_changed_hands', text: expect.stringContaining('another person') },
  ])
  expect(await codes(present.customerId)).toEqual(['shared_phone', 'number_changed_hands'])
  expect(await codes(former.customerId)).toEqual(['shared_phone', 'number_changed_hands'])
})

test('the list of customers shows those who have several logins, each person once', async () => {
  const own = await aTenant(world)
  const { self, customerId } = await aPerson(own)
  await aPerson(own)
  const several = async (severalLogins: string) => {
    const { body } = await own.call(listCustomers, { severalLogins, total: 'exact' } as never)
    return [body.total, ...body.items.map(({ id }: { id: string }) => id === customerId)]
  }
  expect(await several('true')).toEqual([0])
  const phone = aPhone()
  await self.call(verifyOwnContact, { verificationToken: await prove(world, own, phone, 'verify') } as never)
  await signInWith(world, own, phone)
  expect(await several('true')).toEqual([1, true])
  expect(await several('false')).toEqual([1, false])
  expect((await own.call(api.signals, { customerId })).body.items).toMatchObject([{ code: 'several_logins' }])
})

test('the key of a visitor gives no answer to another body, nor where it can be guessed', async () => {
  const key = crypto.randomUUID()
  const asked = (phone: string, once: string) =>
    shop.visitor().call(api.place, { contact: { phone, firstName: 'Noor' }, total: 4_250 } as never, {
      headers: { 'idempotency-key': once },
    })
  const [phone, stranger] = [aPhone(), aPhone()]
  const [one, same] = [await asked(phone, key), await asked(phone, key)]
  expect([one.status, same.status]).toEqual([201, 201])
  expect(same.body).toEqual(one.body)
  expect(one.body.customerId).toBeNull()
  const theirs = await asked(stranger, key)
  expect(theirs.status).toBe(201)
  expect(theirs.body.id).not.toBe(one.body.id)
  expect((await asked(phone, 'order-1')).body.id).not.toBe((await asked(phone, 'order-1')).body.id)
})
