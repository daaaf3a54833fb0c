import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPerson, logIn } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import * as addresses from '../../src/modules/addresses/contract.ts'
import { decide as decideConsent, publish } from '../../src/modules/consent/consent.harness.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import { createCustomers } from '../../src/modules/customers/index.ts'
import * as merging from '../../src/modules/merging/contract.ts'
import * as api from '../../src/modules/privacy/contract.ts'
import { aStub, eventsOf, inner, runErrands, runNamed } from '../../src/modules/privacy/privacy.harness.ts'
import { furnish } from '../../src/starters/starters.ts'
import { aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const lastSeen = (id: string, ago: string) =>
  world.owner.query(
    `with written as (update customers set updated_at = now() - $1::interval where id = $2)
     update customer_activity set last_seen_at = now() - $1::interval where customer_id = $2`,
    [ago, inner(id)],
  )
const flag = () => runNamed(world, 'flag-inactive-customers')
const expire = () => runNamed(world, 'expire-guests')
type Review = { id: string; customerId: string }
const reviews = async (at: Shop): Promise<Review[]> => (await at.call(api.listReviews, {})).body.items
const decide = (at: Shop, decision: 'keep' | 'deactivate' | 'erase', ...reviewIds: string[]) =>
  at.call(api.decideReviews, { reviewIds, decision })
async function silent(at: Shop, ago = '25 months') {
  const person = await aStub(at)
  await lastSeen(person.id, ago)
  return person
}
const statusOf = async (at: Shop, customerId: string) => (await at.call(customers.get, { customerId })).body.status

describe('who was silent for more than 24 months', () => {
  test('is flagged once, is never deleted by itself, and the neighbour does not see it', async () => {
    const [shop, rival] = [await aTenant(world), await aTenant(world)]
    const old = await silent(shop)
    const away = await silent(shop, '23 months')
    await flag()
    await flag()
    expect((await reviews(shop)).map(({ customerId }) => customerId)).toEqual([old.id])
    expect(await reviews(rival)).toEqual([])
    expect([await statusOf(shop, old.id), await statusOf(shop, away.id)]).toEqual(['active', 'active'])
    expect(await eventsOf(world, shop, 'CustomersInactive')).toEqual([{ flagged: 1 }])
    const [review] = await reviews(shop)
    expect((await decide(rival, 'erase', review!.id)).body).toEqual({
      decided: 0,
      refused: [{ reviewId: review!.id, code: 'privacy.review_not_open' }],
    })
    expect(await statusOf(shop, old.id)).toBe('active')
  })

  test('after other months where the business decided so', async () => {
    const shop = await aTenant(world)
    await shop.call(api.changeSettings, { inactiveMonths: 6 })
    const old = await silent(shop, '7 months')
    await flag()
    expect((await reviews(shop)).map(({ customerId }) => customerId)).toEqual([old.id])
  })

  test.each([
    ['is served at the till', 'POST', 'visits', {}],
    ['gives a consent', 'POST', 'consents', { purpose: 'terms', decision: 'granted', source: 'till' }],
    ['adds an address', 'POST', 'addresses', { street: 'Way 1', city: 'Muscat' }],
    ['fills a cart', 'PUT', 'cart', { lines: [{ sku: 'A1', name: 'Shirt', quantity: 1, unitPrice: 1000 }] }],
    ['says how to be written to', 'PATCH', 'preferences', { communication: { sms: { offers: false } } }],
  ])('and %s is not flagged', async (_, method, what, body) => {
    const shop = await aTenant(world)
    await shop.run((ctx) => furnish(ctx, 'laundry'))
    const person = await silent(shop)
    const answer = await shop.request(method, `/api/v1/customers/${person.id}/${what}`, body)
    expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status)
    await flag()
    expect(await reviews(shop)).toEqual([])
  })

  test('a customer with a changed note only is flagged all the same; activity is written once a day', async () => {
    const shop = await aTenant(world)
    const person = await silent(shop)
    await shop.call(customers.change, { customerId: person.id, notes: 'moved away?' })
    await flag()
    expect((await reviews(shop)).map(({ customerId }) => customerId)).toEqual([person.id])
    const seen = async () => (await shop.call(customers.get, { customerId: person.id })).body.lastSeenAt
    await shop.call(customers.visit, { customerId: person.id })
    const first = await seen()
    await shop.call(customers.visit, { customerId: person.id })
    expect(await seen()).toBe(first)
    const rival = await aTenant(world)
    expect((await rival.call(customers.visit, { customerId: person.id })).status).toBe(404)
  })

  test('and came back loses the flag', async () => {
    const shop = await aTenant(world)
    const old = await silent(shop)
    await flag()
    await lastSeen(old.id, '1 day')
    await flag()
    expect(await reviews(shop)).toEqual([])
  })

  test('is kept, deactivated or erased by a decision about many; a kept one is flagged again later', async () => {
    const shop = await aTenant(world)
    const people = [await silent(shop), await silent(shop), await silent(shop)]
    await flag()
    const open = await reviews(shop)
    const of = (index: number) => open.find(({ customerId }) => customerId === people[index]!.id)!.id
    expect((await decide(shop, 'keep', of(0))).body).toEqual({ decided: 1, refused: [] })
    expect((await decide(shop, 'deactivate', of(1))).body.decided).toBe(1)
    expect((await decide(shop, 'erase', of(2), of(2))).body).toEqual({ decided: 1, refused: [] })
    expect([await statusOf(shop, people[0]!.id), await statusOf(shop, people[1]!.id)]).toEqual([
      'active',
      'deactivated',
    ])
    expect((await shop.call(customers.get, { customerId: people[2]!.id })).status).toBe(404)
    expect((await shop.call(api.listErasures, {})).body.items).toMatchObject([{ reason: 'no_longer_needed' }])
    await flag()
    expect(await reviews(shop)).toEqual([])
    await world.owner.query(`update retention_reviews set decided_at = now() - interval '25 months' where id = $1`, [
      of(0),
    ])
    await flag()
    expect((await reviews(shop)).map(({ customerId }) => customerId)).toEqual([people[0]!.id])
    await runErrands(world, shop)
  })

  test('under a legal hold or absorbed meanwhile is refused alone; the others are decided', async () => {
    const shop = await aTenant(world)
    const [held, absorbed, plain] = [await silent(shop), await silent(shop), await silent(shop)]
    await flag()
    const open = await reviews(shop)
    const ids = [held, absorbed, plain].map(({ id }) => open.find(({ customerId }) => customerId === id)!.id)
    await shop.call(api.placeHold, { customerId: held.id, reason: 'court' })
    await shop.call(merging.merge, { from: absorbed.id, into: (await aStub(shop)).id, reason: 'the same' })
    const { body } = await decide(shop, 'erase', ids[0]!, ids[2]!)
    expect(body).toEqual({ decided: 1, refused: [{ reviewId: ids[0], code: 'privacy.legal_hold' }] })
    expect((await reviews(shop)).map(({ id }) => id).sort()).toEqual([ids[0]!, ids[1]!].sort())
  })

  test('nonsense does not fit', async () => {
    const shop = await aTenant(world)
    for (const wrong of [{ decision: 'forget' }, { reviewIds: [] }, { reviewIds: ['x'] }])
      expect(
        (await shop.call(api.decideReviews, { reviewIds: [crypto.randomUUID()], decision: 'keep', ...wrong } as never))
          .status,
      ).toBe(422)
  })
})

describe('guests', () => {
  const aGuest = async (at: Shop, ago: string): Promise<string> => {
    const { body } = await at.call(customers.create, {})
    await lastSeen(body.id, ago)
    return body.id
  }

  test('without orders expire after 30 days; those with orders, with a name, or seen since stay', async () => {
    const shop = await aTenant(world)
    const [gone, fresh, buyer] = [
      await aGuest(shop, '31 days'),
      await aGuest(shop, '29 days'),
      await aGuest(shop, '31 days'),
    ]
    const named = await silent(shop, '31 days')
    const held = await aGuest(shop, '40 days')
    await shop.call(api.placeHold, { customerId: held, reason: 'court' })
    await world.owner.query('update customer_activity set total_orders = 1 where customer_id = $1', [inner(buyer)])
    await expire()
    expect((await shop.call(customers.get, { customerId: gone })).status).toBe(404)
    for (const id of [fresh, buyer, named.id, held]) expect(await statusOf(shop, id)).toBe('active')
    await runErrands(world, shop)
    const [erasure, ...others] = (await shop.call(api.listErasures, {})).body.items
    expect(others).toEqual([])
    expect(erasure).toMatchObject({ customerId: gone, reason: 'no_longer_needed', certified: true })
    expect((await shop.call(api.getCertificate, { erasureId: erasure.id })).status).toBe(200)
    expect(await eventsOf(world, shop, 'CustomerErased')).toEqual([{ customerId: inner(gone), erasureId: erasure.id }])
  })

  test('with a name, a contact, a login, a consent or an address stay, also when the type is wrong', async () => {
    const shop = await aTenant(world)
    await publish(shop, 'terms')
    await shop.call(accounts.changeSettings, { emailVerification: 'off' } as never)
    const make = async (body: object = {}) => (await shop.call(customers.create, body as never)).body.id as string
    const registered = await aPerson(shop, { confirmed: false })
    expect((await logIn(shop, registered.email)).status).toBe(200)
    const known = [
      registered.customerId,
      await make({ firstName: 'Named Guest' }),
      await make({ preferredName: 'Abu Ali' }),
      (await aStub(shop)).id,
    ]
    const [decided, lives] = [await make(), await make()]
    expect((await decideConsent(shop, decided, 'terms', 'granted')).status).toBe(201)
    const place = { street: 'Harbour Street', building: '1', city: 'Muscat' }
    expect((await shop.call(addresses.add, { customerId: lives, ...place } as never)).status).toBe(201)
    const gone = await make()
    const all = [...known, decided, lives]
    // As earlier releases left them.
    await world.owner.query(`update customers set type = 'guest' where id = any ($1)`, [all.map(inner)])
    for (const id of [...all, gone]) await lastSeen(id, '40 days')
    await expire()
    expect((await shop.call(customers.get, { customerId: gone })).status).toBe(404)
    for (const id of all) expect(await statusOf(shop, id)).toBe('active')
    expect((await shop.call(api.listErasures, {})).body.items).toHaveLength(1)
  })

  test('expire behind any number of guests who stay', async () => {
    const shop = await aTenant(world)
    const named = await shop.run((ctx) =>
      createCustomers(
        ctx,
        Array.from({ length: 501 }, (_, n) => ({ type: 'guest' as const, firstName: `Guest ${n}` })),
      ),
    )
    const gone = await aGuest(shop, '31 days')
    await world.owner.query(
      `with written as (update customers set updated_at = now() - interval '40 days' where id = any ($1))
       update customer_activity set last_seen_at = now() - interval '40 days' where customer_id = any ($1)`,
      [named.map(({ id }) => inner(id))],
    )
    await expire()
    expect((await shop.call(customers.get, { customerId: gone })).status).toBe(404)
    expect(await statusOf(shop, named[0]!.id)).toBe('active')
  })

  test('that were brought in lately from elsewhere stay, however long ago they came there', async () => {
    const shop = await aTenant(world)
    const { body } = await shop.call(customers.create, { createdAt: '2020-01-01T00:00:00Z' })
    await expire()
    expect(await statusOf(shop, body.id)).toBe('active')
  })

  test('stay as long as the business decided', async () => {
    const shop = await aTenant(world)
    await shop.call(api.changeSettings, { guestsExpireDays: 90 })
    const [gone, fresh] = [await aGuest(shop, '91 days'), await aGuest(shop, '60 days')]
    await expire()
    expect((await shop.call(customers.get, { customerId: gone })).status).toBe(404)
    expect(await statusOf(shop, fresh)).toBe('active')
  })
})
