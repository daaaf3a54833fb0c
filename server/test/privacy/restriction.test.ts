import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPerson, GOOD } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import { prove as proveContact, signInWith } from '../../src/modules/accounts/ways-in/code/phone.harness.ts'
import * as addresses from '../../src/modules/addresses/contract.ts'
import * as carts from '../../src/modules/carts/contract.ts'
import { aFullCustomer, decide, publish, states } from '../../src/modules/consent/consent.harness.ts'
import * as consents from '../../src/modules/consent/contract.ts'
import { objectToMarketing } from '../../src/modules/consent/index.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import * as merging from '../../src/modules/merging/contract.ts'
import * as preferences from '../../src/modules/preferences/contract.ts'
import { mayContact } from '../../src/modules/preferences/index.ts'
import * as api from '../../src/modules/privacy/contract.ts'
import { aRequest, aStub, eventsOf, inner, nobody, prove, runNamed } from '../../src/modules/privacy/privacy.harness.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
  for (const purpose of ['marketing.email', 'marketing.sms', 'terms']) await publish(shop, purpose)
})
afterAll(() => world.close())

const restrict = (customerId: string, at: Pick<Shop, 'call'> = shop) =>
  at.call(api.restrict, { customerId, reason: 'says that the address is wrong' })
const lift = (customerId: string) => shop.call(api.liftRestriction, { customerId, reason: 'corrected; told by phone' })
const restricted = { status: 409, body: { code: 'customer.restricted' } }
const marketed = async () => {
  const { body } = await shop.call(consents.marketingContacts, { channel: 'email', topic: 'offers' })
  return body as string
}
const exported = async () => (await shop.request('GET', '/api/v1/customers/export?format=ndjson')).body as string

describe('a restricted customer', () => {
  test('leaves no trace of a visit, and the till is answered as for any other', async () => {
    const { id: customerId } = await aStub(shop)
    const longAgo = `update customer_activity set last_seen_at = '2020-01-01' where customer_id = $1`
    await world.owner.query(longAgo, [inner(customerId)])
    await restrict(customerId)
    const kept = async () => {
      const { lastSeenAt } = (await shop.call(customers.get, { customerId })).body
      const { items } = (await shop.call(customers.history, { customerId } as never)).body
      return { lastSeenAt, actions: items.map(({ action }: { action: string }) => action) }
    }
    const before = await kept()
    expect(await shop.call(customers.visit, { customerId })).toMatchObject({ status: 200, body: { noted: true } })
    expect(await kept()).toEqual(before)
    await lift(customerId)
    await shop.call(customers.visit, { customerId })
    expect((await kept()).actions).toContain('customer.visited')
  })

  test('is read and marked as such, and stays unchanged: every change by staff is refused with its own code', async () => {
    const { id: customerId } = await aStub(shop)
    const other = await aStub(shop)
    const { body: address } = await shop.call(addresses.add, { customerId, street: 'A', city: 'Muscat' } as never)
    const { body } = await restrict(customerId)
    expect(body).toEqual({ customerId, restricted: true, since: expect.any(String) })
    const before = await shop.call(customers.get, { customerId })
    expect(before).toMatchObject({ status: 200, body: { firstName: 'Salim', restricted: true } })

    const addressId = address.id
    for (const refused of [
      shop.call(customers.change, { customerId, notes: 'likes tea' }),
      shop.call(customers.suspend, { customerId }),
      shop.call(customers.deactivate, { customerId }),
      shop.call(customers.regenerateDisplayName, { customerId }),
      shop.call(preferences.change, { customerId, quietHours: { from: '22:00', to: '07:00' } }),
      shop.call(carts.put, { customerId, lines: [{ sku: 'SHIRT', quantity: 1 }] }),
      shop.call(addresses.add, { customerId, street: 'B', city: 'Muscat' } as never),
      shop.call(addresses.change, { customerId, addressId, label: 'Home' }),
      shop.call(addresses.remove, { customerId, addressId }),
      shop.call(merging.merge, { from: customerId, into: other.id, reason: 'one' }),
      shop.call(merging.merge, { from: other.id, into: customerId, reason: 'one' }),
      decide(shop, customerId, 'terms', 'granted'),
    ])
      expect(await refused).toMatchObject(restricted)
    expect((await shop.call(customers.get, { customerId })).body).toEqual(before.body)
    const said = await shop.call(customers.change, { customerId, notes: 'x' }, { headers: { 'accept-language': 'ar' } })
    expect(said.body.detail ?? said.body.title).toMatch(/[\u0600-\u06ff]/)
  })

  test('is on no marketing list, in no export and in no review, and is not to be written to', async () => {
    const customerId = await aFullCustomer(shop, { firstName: 'Unreachable' })
    await decide(shop, customerId, 'marketing.email', 'granted', { source: 'import' })
    const wanted = () => shop.run((ctx) => mayContact(ctx, inner(customerId), { channel: 'email', topic: 'offers' }))
    expect([(await marketed()).includes(customerId), (await exported()).includes(customerId)]).toEqual([true, true])
    expect(await wanted()).toBe(true)
    await restrict(customerId)
    expect([(await marketed()).includes(customerId), (await exported()).includes(customerId)]).toEqual([false, false])
    expect(await wanted()).toBe(false)
    await world.owner.query(
      `update customer_activity set last_seen_at = now() - interval '3 years' where customer_id = $1`,
      [inner(customerId)],
    )
    await runNamed(world, 'flag-inactive-customers')
    const reviews = async () => JSON.stringify((await shop.call(api.listReviews, {})).body.items)
    expect(await reviews()).not.toContain(customerId)
    await lift(customerId)
    await runNamed(world, 'flag-inactive-customers')
    expect(await reviews()).toContain(customerId)
    expect([(await marketed()).includes(customerId), (await exported()).includes(customerId)]).toEqual([true, true])
  })

  test('can still sign in, change what is theirs and take a yes back, also at the till', async () => {
    const person = await aPerson(shop, { email: 'restricted@example.com' })
    await decide(shop, person.customerId, 'terms', 'granted')
    await restrict(person.customerId)
    expect((await person.self.call(customers.changeOwn, { firstName: 'Corrected' })).body).toMatchObject({
      firstName: 'Corrected',
      restricted: true,
    })
    expect((await decide(shop, person.customerId, 'terms', 'withdrawn')).body.state).toBe('withdrawn')
    expect((await person.self.call(consents.decideOwn, { purpose: 'terms', decision: 'granted' })).status).toBe(201)
  })

  test('signs in by a proved phone also where a server with a key speaks for them, and takes their guest along', async () => {
    const phone = aPhone()
    const { customerId } = await signInWith(world, shop, phone, { firstName: 'Noor' })
    await restrict(customerId)
    const { guestToken, customerId: guest } = (await shop.visitor().call(accounts.beginGuest, {})).body
    await shop.call(carts.put, { customerId: guest, lines: [{ sku: 'SHIRT', quantity: 1 }] })
    const verificationToken = await proveContact(world, shop, phone)
    const { status, body } = await shop.call(accounts.phone, { verificationToken, guestToken })
    expect([status, body.account.customerId]).toEqual([200, customerId])
    expect((await shop.call(carts.read, { customerId })).body.lines).toMatchObject([{ sku: 'SHIRT' }])
    expect((await shop.call(api.readRestriction, { customerId })).body.restricted).toBe(true)
  })

  test('who had left comes back by their own password, also where a server with a key speaks for them; staff do not bring them back', async () => {
    const { customerId, email } = await aPerson(shop, { email: 'left@example.com' })
    await restrict(customerId)
    for (const status of ['cancelled', 'deactivated']) {
      await world.owner.query('update customers set status = $2 where id = $1', [inner(customerId), status])
      expect(await shop.call(customers.reactivate, { customerId } as never)).toMatchObject(restricted)
      const answer = await shop.call(accounts.login, { email, password: GOOD })
      expect([answer.status, answer.body.account?.customerId]).toEqual([200, customerId])
      expect((await shop.call(customers.get, { customerId })).body).toMatchObject({
        status: 'active',
        restricted: true,
      })
    }
  })

  test('can still ask, be held and be erased: what the law wants goes on', async () => {
    const { id: customerId } = await aStub(shop)
    await restrict(customerId)
    const request = await aRequest(shop, customerId, 'erasure')
    await prove(shop, request.id)
    expect((await shop.call(api.askForExport, { customerId })).status).toBe(202)
    expect((await shop.call(api.placeHold, { customerId, reason: 'a claim' })).status).toBe(200)
    expect((await shop.call(api.liftHold, { customerId })).status).toBe(200)
    const erased = await shop.call(api.eraseCustomer, { customerId, reason: 'requested', requestId: request.id })
    expect(erased.status).toBe(201)
  })
})

describe('a restriction', () => {
  test('begins with the completion of its request, once; its reason stands in the history, and downstream is told', async () => {
    const { id: customerId } = await aStub(shop)
    const request = await aRequest(shop, customerId, 'restriction')
    expect((await shop.call(api.readRestriction, { customerId })).body.restricted).toBe(false)
    await prove(shop, request.id)
    await shop.call(api.completeRequest, { requestId: request.id, answer: 'restricted while we look' })
    const { body } = await shop.call(api.readRestriction, { customerId })
    expect(body.restricted).toBe(true)
    expect((await restrict(customerId)).body.since).toBe(body.since)
    const among = async (restricted: string) =>
      (await shop.call(customers.list, { restricted, limit: '200', total: 'exact' } as never)).body
    expect((await among('true')).items.map(({ id }: { id: string }) => id)).toContain(customerId)
    expect((await among('true')).total).toBe((await among('true')).items.length)
    expect(JSON.stringify((await among('false')).items)).not.toContain(customerId)
    const history = (await shop.call(customers.history, { customerId })).body.items
    expect(history.filter(({ action }: { action: string }) => action === 'customer.restricted')).toMatchObject([
      { reason: 'restricted while we look' },
    ])
    await lift(customerId)
    await lift(customerId)
    const told = await eventsOf(world, shop, 'CustomerRestrictionChanged')
    expect(told.filter((one) => one['customerId'] === inner(customerId))).toMatchObject([
      { restricted: true },
      { restricted: false },
    ])
    expect((await shop.call(customers.change, { customerId, notes: 'x' })).status).toBe(200)
  })

  test('waits for concurrent writers, and refuses later ones', async () => {
    const { id: customerId } = await aStub(shop)
    const writes = Array.from({ length: 6 }, (_, n) => shop.call(customers.change, { customerId, notes: `n${n}` }))
    const [answer, ...changed] = await Promise.all([restrict(customerId), ...writes])
    expect(answer!.status).toBe(200)
    for (const { status, body } of changed) expect(status === 200 || body.code === 'customer.restricted').toBe(true)
    expect(await shop.call(customers.change, { customerId, notes: 'late' })).toMatchObject(restricted)
  })

  test('is placed and lifted with privacy:manage only, and not by the neighbour', async () => {
    const { id: customerId } = await aStub(shop)
    expect((await restrict(customerId, await shop.with('customers:write', 'privacy:read'))).status).toBe(403)
    expect((await restrict(customerId, rival)).status).toBe(404)
    expect((await rival.call(api.readRestriction, { customerId })).status).toBe(404)
    expect((await restrict(nobody)).status).toBe(404)
    expect((await shop.call(api.readRestriction, { customerId })).body.restricted).toBe(false)
  })
})

describe('an objection', () => {
  test('ends every yes to marketing at once, also a pending one, and nothing else; the list forgets the person', async () => {
    const customerId = await aFullCustomer(shop)
    await decide(shop, customerId, 'marketing.email', 'granted', { source: 'import' })
    await decide(shop, customerId, 'terms', 'granted')
    const pending = await aFullCustomer(shop)
    await decide(shop, pending, 'marketing.email', 'granted')
    expect((await marketed()).includes(customerId)).toBe(true)
    for (const id of [customerId, pending])
      expect(await aRequest(shop, id, 'objection')).toMatchObject({ status: 'open' })
    expect(await states(shop, customerId)).toMatchObject({ 'marketing.email': 'withdrawn', terms: 'granted' })
    expect(await states(shop, pending)).toMatchObject({ 'marketing.email': 'withdrawn' })
    expect((await marketed()).includes(customerId)).toBe(false)
    const { items } = (await shop.call(consents.listEvents, { customerId })).body
    expect(items[0]).toMatchObject({ purpose: 'marketing.email', decision: 'withdrawn', source: 'objection' })
    expect(JSON.stringify(items)).not.toContain('marketing.sms')
  })

  test('said twice is recorded once, and the person may say yes again', async () => {
    const customerId = await aFullCustomer(shop)
    await decide(shop, customerId, 'marketing.sms', 'granted', { source: 'import' })
    const object = () => shop.run((ctx) => objectToMarketing(ctx, inner(customerId)))
    await object()
    await object()
    const { items } = (await shop.call(consents.listEvents, { customerId })).body
    expect(items.map(({ decision }: { decision: string }) => decision)).toEqual(['withdrawn', 'granted'])
    await decide(shop, customerId, 'marketing.sms', 'granted')
    expect(await states(shop, customerId)).toMatchObject({ 'marketing.sms': 'granted' })
  })
})
