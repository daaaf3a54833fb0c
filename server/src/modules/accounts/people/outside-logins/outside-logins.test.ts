import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as carts from '../../../carts/contract.ts'
import * as customers from '../../../customers/contract.ts'
import * as merging from '../../../merging/contract.ts'
import * as orders from '../../../orders/contract.ts'
import { anEmail, aPerson, GOOD } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { addOwner } from '../staff/add-owner.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

let subjects = 0
const aLogin = () => ({ system: 'better-auth', subject: `user-${subjects++}`, firstName: 'Aisha' })
const link = (given: object, at: Pick<Shop, 'call'> = shop) => at.call(api.linkLogin, given as never)
const customerOf = async (given: object, at = shop): Promise<string> => {
  const { status, body } = await link(given, at)
  expect([status, body]).toEqual([200, { customerId: expect.stringMatching(/^cust_/) }])
  return body.customerId
}
const read = async (customerId: string, at = shop) => (await at.call(customers.get, { customerId })).body
const aStub = async (given: object) =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Aisha', phone: aPhone(), ...given })).body

describe('a login of another system', () => {
  test('is one customer at each sign-in, also for two at once, and another one in another business', async () => {
    const login = aLogin()
    const both = await Promise.all([customerOf(login), customerOf(login)])
    expect(new Set([...both, await customerOf(login)]).size).toBe(1)
    expect(await read(both[0]!)).toMatchObject({ type: 'stub', firstName: 'Aisha', phone: null, email: null })
    expect(await customerOf(login, rival)).not.toBe(both[0])
    expect((await rival.call(customers.get, { customerId: both[0]! })).status).toBe(404)
    expect(await customerOf({ ...login, system: 'another' })).not.toBe(both[0])
  })

  test('is taken by its id as it is: another spelling is another login, and blanks at the ends are refused', async () => {
    const system = 'by-user-name'
    const spelled = ['Zo\u00eb', 'Zoe\u0308', 'zo\u00eb']
    const made = await Promise.all(spelled.map((subject) => customerOf({ system, subject })))
    expect(new Set(made).size).toBe(3)
    for (const subject of [' u1', 'u1\u00a0', '\tu1', 'u\u00001', ''])
      expect((await link({ system, subject })).body).toMatchObject({ code: 'invalid', errors: [{ path: 'subject' }] })
  })

  test('with an unverified contact shows, takes and stores nothing', async () => {
    const known = await aStub({ email: anEmail() })
    const customerId = await customerOf({ ...aLogin(), phone: known.phone, email: known.email })
    expect(customerId).not.toBe(known.id)
    expect(await read(customerId)).toMatchObject({ phone: null, email: null })
    expect(await read(known.id)).toMatchObject({ phoneVerified: false, emailVerified: false })
  })

  test('with a verified phone is the customer who has it, with all orders, and verified from then on', async () => {
    const known = await aStub({})
    await shop.call(orders.place, { customerId: known.id, total: 4250 } as never)
    const login = { ...aLogin(), phone: known.phone, phoneVerified: true }
    expect(await customerOf(login)).toBe(known.id)
    expect(await read(known.id)).toMatchObject({ phoneVerified: true, totalOrders: 1 })
    expect(await customerOf({ ...aLogin(), phone: known.phone.slice(4), phoneVerified: true })).toBe(known.id)
    const { items } = (await shop.call(api.accountsOfCustomer, { customerId: known.id })).body
    expect(items).toHaveLength(2)
  })

  test('joins the customer of a phone that is verified later, which can be undone', async () => {
    const known = await aStub({})
    const login = aLogin()
    const before = await customerOf(login)
    expect(await customerOf({ ...login, phone: known.phone, phoneVerified: true })).toBe(known.id)
    expect(await customerOf(login)).toBe(known.id)
    const { items } = (await shop.call(merging.list, { customerId: known.id })).body
    expect(items).toMatchObject([{ from: before, into: known.id }])
    await shop.call(merging.undo, { mergeId: items[0].id, reason: 'not theirs' })
    expect(await customerOf(login)).toBe(before)
    expect(await customerOf({ ...login, phone: known.phone, phoneVerified: true })).toBe(before)
  })

  test('proves nothing by a number that it named before and that another person has by now', async () => {
    const phone = aPhone()
    const login = { ...aLogin(), lastName: 'Al Harthy', phone, phoneVerified: true }
    const customerId = await customerOf(login)
    await world.owner.query(
      `update customer_activity set last_seen_at = now() - interval '3 years' where customer_id = $1`,
      [customers.CustomerId.parse(customerId)],
    )
    const another = { ...aLogin(), firstName: 'Badr', lastName: 'Al Habsi', phone, phoneVerified: true }
    const theirs = await customerOf(another)
    expect(theirs).not.toBe(customerId)
    expect(await customerOf(login)).toBe(customerId)
    expect((await read(theirs)).phone).toBe(phone)
  })

  test('with a verified e-mail joins the customer who has it, and ends the claim of a stranger', async () => {
    const email = anEmail()
    const known = await aStub({ email })
    const login = { ...aLogin(), email: email.toUpperCase(), emailVerified: true }
    expect(await customerOf(login)).toBe(known.id)
    expect(await read(known.id)).toMatchObject({ type: 'full', emailVerified: true })

    const claimed = await aPerson(shop, { confirmed: false })
    const theirs = await customerOf({ ...aLogin(), email: claimed.email, emailVerified: true })
    expect(theirs).not.toBe(claimed.customerId)
    expect(await read(theirs)).toMatchObject({ email: claimed.email, emailVerified: true })
  })

  test('never opens the side of the staff by their e-mail', async () => {
    const email = anEmail()
    await shop.call(api.inviteStaff, { email, role: 'cashier' })
    expect(await read(await customerOf({ ...aLogin(), email, emailVerified: true }))).toMatchObject({ email: null })
  })

  test('replaces the number that it named before, and leaves that of another login of the person', async () => {
    const [old, fresh] = [aPhone(), aPhone()]
    const login = { ...aLogin(), phoneVerified: true }
    const customerId = await customerOf({ ...login, phone: old })
    expect(await customerOf({ ...login, phone: fresh })).toBe(customerId)
    expect(await read(customerId)).toMatchObject({ phone: fresh, phoneVerified: true })
    const contacts = (await shop.call(customers.allContacts, { customerId })).body.items
    expect(contacts.find(({ value }: { value: string }) => value === old).validTo).not.toBeNull()

    const email = anEmail()
    await customerOf({ ...login, phone: fresh, email, emailVerified: true })
    const other = { ...aLogin(), phone: fresh, phoneVerified: true, email: anEmail(), emailVerified: true }
    expect(await customerOf(other)).toBe(customerId)
    expect((await read(customerId)).email).toBe(email)
  })

  test('does not get the history of the former owner of a number', async () => {
    const known = await aStub({ firstName: 'Hilal', lastName: 'Al Harthy' })
    await world.owner.query(
      `update customer_activity set last_seen_at = now() - interval '3 years' where customer_id::text = $1`,
      [customers.CustomerId.parse(known.id)],
    )
    const customerId = await customerOf({
      ...aLogin(),
      lastName: 'Al Balushi',
      phone: known.phone,
      phoneVerified: true,
    })
    expect(customerId).not.toBe(known.id)
    expect(await read(customerId)).toMatchObject({ phone: known.phone, phoneVerified: true })
    expect((await read(known.id)).phone).toBeNull()
  })

  test('brings the cart of a guest along', async () => {
    const { body: guest } = await shop.call(api.beginGuest, {})
    await shop.call(carts.put, { customerId: guest.customerId, lines: [{ sku: 'SHIRT', quantity: 2 }] })
    const customerId = await customerOf({ ...aLogin(), guestToken: guest.guestToken })
    expect((await shop.call(carts.read, { customerId })).body.lines).toMatchObject([{ sku: 'SHIRT', quantity: 2 }])
  })

  test('of a suspended customer is refused, and one who left comes back', async () => {
    const login = { ...aLogin(), phone: aPhone(), phoneVerified: true }
    const customerId = await customerOf(login)
    await shop.call(customers.deactivate, { customerId } as never)
    expect(await customerOf(login)).toBe(customerId)
    expect((await read(customerId)).status).toBe('active')
    await shop.call(customers.suspend, { customerId } as never)
    expect(await link(login)).toMatchObject({ status: 403, body: { code: 'auth.blocked' } })
    expect(await link({ ...aLogin(), phone: login.phone, phoneVerified: true })).toMatchObject({ status: 403 })
  })
})

test('a login belongs to the first API key that names its system, until that is released', async () => {
  const system = 'loyalty-app'
  const login = { ...aLogin(), system, phone: aPhone(), phoneVerified: true }
  const [first, importing] = [await shop.with('customers:import'), await shop.with('customers:import')]
  const { customerId } = (await link(login, first)).body
  const stolen = await link({ ...login, phone: aPhone() }, importing)
  expect(stolen).toMatchObject({ status: 403, body: { code: 'auth.system_taken' } })
  expect(await read(customerId)).toMatchObject({ phone: login.phone })
  const posing = await shop.with('orders:write')
  const order = { customerId, total: 4250, source: `login:${system}`, externalId: 'A-1' }
  expect((await posing.call(orders.place, order as never)).body.code).toBe('order.source_taken')

  // The same name in another business, and of a system with orders, is another one.
  expect((await link(login, rival)).status).toBe(200)
  expect((await posing.call(orders.place, { ...order, source: system } as never)).status).toBe(201)

  const { items } = (await shop.call(orders.listSources, {})).body
  expect(items.map(({ source }: { source: string }) => source)).toContain(`login:${system}`)
  await shop.call(orders.releaseSource, { source: `login:${system}` } as never)
  expect((await link(login, importing)).body).toEqual({ customerId })
  expect((await link(login, first)).body.code).toBe('auth.system_taken')
})

test('only a program that may import can vouch for a contact', async () => {
  const till = await shop.with('customers:read', 'customers:write')
  expect((await link(aLogin(), till)).status).toBe(403)
  expect((await link(aLogin(), shop.visitor())).status).toBe(401)
  const credentials = { email: anEmail(), password: GOOD }
  await addOwner(world.kith.db, shop.id, { ...credentials, name: 'Hind' })
  const { body } = await shop.visitor().call(api.login, credentials)
  const owner = shop.visitor({ authorization: `Bearer ${body.accessToken}` })
  expect((await link(aLogin(), owner)).body.code).toBe('auth.link_needs_key')
})
