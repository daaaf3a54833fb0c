import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as merging from '../../merging/contract.ts'
import * as privacy from '../../privacy/contract.ts'
import * as api from '../contract.ts'
import { aCustomer, age, byTheSchedule, inShort, inside, plans, started, tierOf } from '../membership.harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const merge = async (from: string, into: string): Promise<string> => {
  const { status, body } = await shop.call(merging.merge, { from, into, reason: 'one person' } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}
const undo = async (mergeId: string) =>
  expect((await shop.call(merging.undo, { mergeId, reason: 'not the same' })).status).toBe(200)
const award = (customerId: string, flairId: string) => shop.call(api.awardFlair, { customerId, flairId } as never)

async function everything(people: readonly string[]) {
  const read = async (table: string) =>
    (await world.owner.query(`select * from ${table} where customer_id = any ($1) order by id`, [people.map(inside)]))
      .rows
  const tiers = await Promise.all(people.map((one) => tierOf(shop, one)))
  return { plans: await read('subscriptions'), flairs: await read('customer_flairs'), tiers }
}

describe('a merge', () => {
  test('brings plans and flairs to the survivor, whose tier follows; undone, all is as it was', async () => {
    const [from, into] = [await aCustomer(shop), await aCustomer(shop)]
    await started(shop, from, 'premium', { extra: { paidBy: 'inv_8' } })
    // A free plan with a row of its own, because another plan came and went.
    const { id: subscriptionId } = await started(shop, into, 'basic')
    await shop.call(api.cancel, { customerId: into, subscriptionId, when: 'now' })
    await award(from, 'gold')
    await award(from, 'birthday')
    await award(into, 'gold')
    const before = await everything([from, into])
    const mergeId = await merge(from, into)
    expect(await tierOf(shop, into)).toBe('premium')
    expect((await inShort(shop, into))[0]).toBe('premium active')
    expect(await inShort(shop, into)).not.toContain('free active')
    expect((await plans(shop, into)).items[0].extra).toEqual({ paidBy: 'inv_8' })
    expect((await shop.call(api.listFlairs, { customerId: into })).body.items).toHaveLength(2)
    await undo(mergeId)
    expect(await everything([from, into])).toEqual(before)
  })

  test('of two without a row, and what the survivor began since stays there', async () => {
    const [from, into] = [await aCustomer(shop), await aCustomer(shop)]
    const mergeId = await merge(from, into)
    await started(shop, into, 'enterprise')
    await undo(mergeId)
    expect(await inShort(shop, from)).toEqual(['free active'])
    expect(await inShort(shop, into)).toEqual(['enterprise active', 'free expired'])
    expect([await tierOf(shop, from), await tierOf(shop, into)]).toEqual(['free', 'enterprise'])
  })
})

test('an erasure ends what runs, keeps which plans there were, and nothing happens by itself any more', async () => {
  const customerId = await aCustomer(shop)
  const { id: subscriptionId } = await started(shop, customerId, 'premium', { extra: { paidBy: 'inv_9' } })
  await shop.call(api.change, { customerId, subscriptionId, planId: 'basic', when: 'period_end' } as never)
  await award(customerId, 'gold')
  const { status, body } = await shop.call(privacy.eraseCustomer, { customerId, reason: 'requested' } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  await age(world, customerId, '60 days')
  await byTheSchedule(world, shop)
  const left = await world.owner.query(
    'select plan, status, sealed, next_at, due_at from subscriptions where customer_id = $1 order by plan desc',
    [inside(customerId)],
  )
  const gone = { sealed: null, next_at: null, due_at: null }
  expect(left.rows).toEqual([
    { plan: 'premium', status: 'cancelled', ...gone },
    { plan: 'free', status: 'expired', ...gone },
  ])
  const flairs = await world.owner.query('select 1 from customer_flairs where customer_id = $1', [inside(customerId)])
  expect(flairs.rows).toEqual([])
})
