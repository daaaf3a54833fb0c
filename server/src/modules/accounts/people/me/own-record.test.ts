import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from '../../../../../test/harness.ts'
import * as carts from '../../../carts/contract.ts'
import * as customers from '../../../customers/contract.ts'
import * as merging from '../../../merging/contract.ts'
import { anEmail, aPerson, logIn } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { prove, signInWith } from '../../ways-in/code/phone.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
  await world.startBackground()
})
afterAll(() => world.close())

const get = async (customerId: string) => (await shop.call(customers.get, { customerId })).body
const aStub = async (more: Record<string, unknown> = {}) =>
  (await shop.call(customers.create, { firstName: 'Salma', phone: aPhone(), ...more } as never)).body
const eventsOf = async (customerId: string) => {
  const id = customers.CustomerId.parse(customerId)
  const { rows } = await world.owner.query('select type, data from events where customer_id = $1', [id])
  return rows as { type: string; data: Record<string, unknown> }[]
}

describe('every phone and e-mail of a person', () => {
  const contacts = async (customerId: string, by: Pick<Shop, 'call'> = shop) =>
    (await by.call(customers.allContacts, { customerId })).body

  test('is read with its time: the present one first, the former one after it', async () => {
    const { id: customerId, phone: former } = await aStub()
    const phone = aPhone()
    await shop.call(customers.change, { customerId, phone })
    const { items, contactsMasked } = await contacts(customerId)
    expect(contactsMasked).toBe(false)
    expect(items).toMatchObject([
      { type: 'phone', value: phone, primary: true, verifiedAt: null, validTo: null },
      { type: 'phone', value: former, primary: false, validTo: items[0].validFrom },
    ])
  })

  test('holds those of who was merged into them, and gives them back', async () => {
    const [from, into] = [await aStub({ email: anEmail() }), await aStub()]
    const { id: mergeId } = (await shop.call(merging.merge, { from: from.id, into: into.id, reason: 'one' })).body
    const values = async () => (await contacts(into.id)).items.map(({ value }: { value: string }) => value)
    expect((await values()).sort()).toEqual([from.phone, from.email, into.phone].sort())
    expect((await contacts(into.id)).items.filter(({ primary }: { primary: boolean }) => primary)).toHaveLength(2)
    await shop.call(merging.undo, { mergeId, reason: 'two' })
    expect(await values()).toEqual([into.phone])
  })

  test('is masked for who may not see contacts, shown to the person, and absent for the neighbour', async () => {
    const phone = aPhone()
    const { self, customerId } = await signInWith(world, shop, phone, { firstName: 'Noor' })
    const verificationToken = await prove(world, shop, aPhone(), 'change_contact')
    await self.call(api.changeContact, { verificationToken })
    const masked = await contacts(customerId, await shop.with('customers:read'))
    expect(masked.contactsMasked).toBe(true)
    expect(JSON.stringify(masked)).not.toContain(phone)
    expect(masked.items[1].value).toBe(`+968 •••• ${phone.slice(-4)}`)
    const own = await self.call(customers.allOwnContacts, {})
    expect(own.body.items).toMatchObject([
      { primary: true, verifiedAt: expect.any(String), validTo: null },
      { value: phone, primary: false, validTo: expect.any(String) },
    ])
    expect((await rival.call(customers.allContacts, { customerId })).status).toBe(404)
    const writer = await shop.with('customers:write')
    expect((await writer.call(customers.allContacts, { customerId })).status).toBe(403)
  })
})

describe('who leaves', () => {
  test('is cancelled, told to the rest of the system, out everywhere, and back by signing in', async () => {
    const person = await aPerson(shop)
    const other = (await logIn(shop, person.email)).body
    const answer = await person.self.call(customers.cancelOwn, { reason: 'moving away' })
    expect([answer.status, answer.body]).toEqual([200, { status: 'cancelled' }])
    expect((await get(person.customerId)).status).toBe('cancelled')
    expect(await eventsOf(person.customerId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'CustomerStatusChanged',
          data: { customerId: customers.CustomerId.parse(person.customerId), from: 'active', to: 'cancelled' },
        }),
        expect.objectContaining({ type: 'CustomerAccountDeactivated' }),
      ]),
    )
    const { items } = (await shop.call(customers.history, { customerId: person.customerId })).body
    const left = items.find(({ action }: { action: string }) => action === 'customer.cancelled')
    expect(left).toMatchObject({ actor: `account:${person.id}`, reason: 'moving away' })
    const elsewhere = shop.visitor({ authorization: `Bearer ${other.accessToken}` })
    for (const session of [person.self, elsewhere])
      await eventually(async () => (await session.call(api.me, {})).status === 401)
    expect((await logIn(shop, person.email)).body.account.customerId).toBe(person.customerId)
    expect((await get(person.customerId)).status).toBe('active')
  })

  test('proves first who they are; staff, keys and visitors have nothing to leave', async () => {
    const person = await signInWith(world, shop, aPhone(), { firstName: 'Noor' })
    await world.owner.query(`update account_sessions set proved_at = now() - interval '1 hour' where account_id = $1`, [
      person.id,
    ])
    const refused = await person.self.call(customers.cancelOwn, {})
    expect([refused.status, refused.body.code]).toEqual([403, 'proof_needed'])
    expect((await shop.call(customers.cancelOwn, {})).status).toBe(403)
    expect((await shop.visitor().call(customers.cancelOwn, {})).status).toBe(401)
    expect((await get(person.customerId)).status).toBe('active')
  })

  test('a suspended customer does not get out of the suspension by leaving', async () => {
    const person = await aPerson(shop)
    await shop.call(customers.suspend, { customerId: person.customerId } as never)
    const { status } = await person.self.call(customers.cancelOwn, {})
    expect([401, 409]).toContain(status)
    expect((await get(person.customerId)).status).toBe('suspended')
  })
})

describe('a guest with the token that was given', () => {
  const lines = [{ sku: 'SHIRT', quantity: 2 }]
  async function aGuest() {
    const { body } = await shop.visitor().call(api.beginGuest, {})
    const authorization = `Bearer ${body.guestToken}`
    return { ...body, authorization, self: shop.visitor({ authorization }) }
  }

  test('fills, reads and empties a cart, which joins the customer at sign-in', async () => {
    const guest = await aGuest()
    expect((await guest.self.call(carts.putOwn, { lines })).status).toBe(200)
    expect((await guest.self.call(carts.readOwn, {})).body.lines).toMatchObject(lines)
    expect((await shop.call(carts.read, { customerId: guest.customerId })).body.lines).toMatchObject(lines)
    expect((await guest.self.call(carts.clearOwn, {})).body.lines).toEqual([])
    await guest.self.call(carts.putOwn, { lines })
    const phone = aPhone()
    const person = await signInWith(world, shop, phone, { firstName: 'Noor', guestToken: guest.guestToken })
    expect((await person.self.call(carts.readOwn, {})).body.lines).toMatchObject(lines)
    // The token is used: it gives no access to the customer.
    expect((await guest.self.call(carts.readOwn, {})).status).toBe(401)
  })

  test('has a cart and nothing else, and not at the neighbour', async () => {
    const guest = await aGuest()
    expect((await guest.self.call(customers.readOwn, {})).status).toBe(401)
    expect((await guest.self.call(api.me, {})).status).toBe(401)
    expect((await guest.self.call(customers.get, { customerId: guest.customerId })).status).toBe(401)
    const there = rival.visitor({ authorization: guest.authorization })
    expect((await there.call(carts.readOwn, {})).status).toBe(401)
    expect((await shop.visitor().call(carts.readOwn, {})).status).toBe(401)
    expect(
      (await shop.visitor({ authorization: `Bearer kithg_${'a'.repeat(43)}` }).call(carts.readOwn, {})).status,
    ).toBe(401)
    expect((await shop.call(carts.readOwn, {})).body.code).toBe('customer.login_needed')
  })

  test('is invalid once a person is known there', async () => {
    const guest = await aGuest()
    await shop.call(customers.change, { customerId: guest.customerId, firstName: 'Noor', phone: aPhone() })
    expect((await guest.self.call(carts.readOwn, {})).status).toBe(401)
    const other = await aGuest()
    const stub = await aStub()
    await shop.call(merging.merge, { from: other.customerId, into: stub.id, reason: 'the same' })
    const { status, body } = await other.self.call(carts.readOwn, {})
    expect([status, JSON.stringify(body).includes(stub.id)]).toEqual([401, false])
  })
})
