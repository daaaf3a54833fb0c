import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson, sentTo } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import * as api from '../../src/modules/loyalty/contract.ts'
import {
  account,
  aMember,
  anOrder,
  byTheClock,
  expectLaws,
  rules,
  volumes,
} from '../../src/modules/loyalty/loyalty.harness.ts'
import { listFlairs } from '../../src/modules/membership/contract.ts'
import * as merging from '../../src/modules/merging/contract.ts'
import * as orders from '../../src/modules/orders/contract.ts'
import { codesOf, order } from '../../src/modules/orders/orders.harness.ts'
import { aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(async () => {
  await expectLaws(world, shop)
  await world.close()
})

const flairs = async (customerId: string) =>
  (await shop.call(listFlairs, { customerId })).body.items.map(({ flairId }: { flairId: string }) => flairId)
const spent = async (customerId: string) => (await account(shop, customerId)).tier.spent

test('an order that a customer asked for brings neither points to spend, tier nor flair before it is paid', async () => {
  const { self, customerId } = await aPerson(shop)
  const asked = await order(self, { total: 9_000_000 })
  expect(asked.status).toBe(201)
  expect(await account(shop, customerId)).toMatchObject({
    ...{ balance: 0, pending: 9_000, waiting: [{ points: 9_000, sale: true, proof: false }] },
  })
  await byTheClock(world, shop)
  await shop.call(api.reviewOne, { customerId })
  expect(await account(shop, customerId)).toMatchObject({
    balance: 0,
    tier: { spent: '0.000', current: { key: 'bronze' } },
  })
  expect(await flairs(customerId)).toEqual([])
  await shop.call(orders.pay, { orderId: asked.body.id } as never)
  await shop.call(api.reviewOne, { customerId })
  expect(await account(shop, customerId)).toMatchObject({ balance: 9_000, tier: { spent: '9000.000' } })
  expect(await flairs(customerId)).toContain('first-order')
})

test('an order under a phone that a stranger typed is not the spending of its holder, not even once it is paid', async () => {
  const customerId = await aMember(shop)
  const { phone } = (await shop.call(customers.get, { customerId })).body
  const asked = await order(shop.visitor(), { contact: { phone }, total: 900_000 })
  await shop.call(orders.pay, { orderId: asked.body.id } as never)
  await shop.call(orders.deliver, { orderId: asked.body.id } as never)
  expect(await volumes(shop, customerId)).toMatchObject({ balance: 0, pending: 900 })
  expect(await spent(customerId)).toBe('0.000')
  expect(await flairs(customerId)).toEqual([])
})

test('only the business says when an order was placed, at which rate and through which channel', async () => {
  const { self } = await aPerson(shop)
  const told = { placedAt: '2025-02-03T08:00:00Z', rate: '999999999', channel: 'till', currency: 'USD' }
  const codes = ['placedAt for_recorders', 'rate for_recorders', 'channel for_recorders']
  expect(codesOf(await order(self, told))).toEqual(codes)
  expect(codesOf(await order(shop.visitor(), { contact: { phone: '9012 3456' }, ...told }))).toEqual(codes)
  expect(codesOf(await order(self, { total: 10_000_000_001 }))).toEqual(['total total_too_high'])
})

test('points vest with any verified contact of the person, also of the one that they were merged into', async () => {
  const { self, customerId, email } = await aPerson(shop, { confirmed: false })
  await anOrder(shop, customerId, 9_000)
  expect(await volumes(shop, customerId)).toMatchObject({ balance: 0, pending: 9 })
  const { code } = await sentTo(shop, email, 'verify_email')
  expect((await self.call(accounts.verifyEmail, { code })).status).toBe(200)
  expect(await volumes(shop, customerId)).toMatchObject({ balance: 9, pending: 0 })
  await anOrder(shop, customerId, 1_000)
  expect(await volumes(shop, customerId)).toMatchObject({ balance: 10, pending: 0 })

  const [from, into] = [await aMember(shop, { phoneVerified: undefined }), await aMember(shop)]
  await anOrder(shop, from, 7_000)
  const merged = await shop.call(merging.merge, { from, into, reason: 'one person' } as never)
  expect(merged.status, JSON.stringify(merged.body)).toBe(201)
  expect(await volumes(shop, into)).toMatchObject({ balance: 7, pending: 0 })
})

test('no order, hand or quote makes more points than there can be', async () => {
  const own = await aTenant(world)
  await rules(own, { earn: { points: 10_000_000, per: 1 }, welcome: 50, birthday: 50 })
  const today = new Date().toISOString().slice(5, 10).replace('02-29', '02-28')
  const customerId = await aMember(own, { birthDate: `1990-${today}` })
  await anOrder(own, customerId, 0)
  expect(await volumes(own, customerId)).toMatchObject({ balance: 0 })
  for (const _ of [1, 2]) await anOrder(own, customerId, 1_000_000_000_000)
  expect(await volumes(own, customerId)).toMatchObject({ balance: 1_000_000_000 })
  const more = await own.call(api.adjust, { customerId, points: 1, reason: 'a gift' })
  expect(more).toMatchObject({ status: 409, body: { code: 'loyalty.too_many' } })
  const sale = { customerId, total: 1_000_000_000_000 }
  expect((await own.call(api.quote, sale as never)).body.earns.points).toBe(1_000_000_000)
  const rated = await own.call(api.quote, { ...sale, currency: 'USD', rate: '999999999' } as never)
  expect(codesOf(rated)).toEqual(['rate rate_too_high'])
  await expectLaws(world, own)
})

test('a customer does not read what staff wrote about their points', async () => {
  const { self, customerId } = await aPerson(shop)
  await shop.call(api.adjust, { customerId, points: 5, reason: 'complains a lot' })
  const [own] = (await self.call(api.ownEntries, {} as never)).body.items
  expect(own).toMatchObject({ kind: 'adjust', points: 5 })
  expect(Object.keys(own)).not.toEqual(expect.arrayContaining(['note']))
  expect(Object.keys(own)).not.toEqual(expect.arrayContaining(['actor']))
  const reader = await shop.with('loyalty:read')
  expect((await reader.call(api.listEntries, { customerId } as never)).body.items[0].note).toBeNull()
})
