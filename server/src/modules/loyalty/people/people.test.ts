import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as customers from '../../customers/contract.ts'
import * as merging from '../../merging/contract.ts'
import * as orders from '../../orders/contract.ts'
import * as privacy from '../../privacy/contract.ts'
import * as api from '../contract.ts'
import {
  account,
  aMember,
  anOrder,
  entries,
  expectLaws,
  give,
  inside,
  redeem,
  refund,
  rules,
  volumes,
} from '../loyalty.harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  await rules(shop, { confirmAbove: null })
})
afterAll(async () => {
  await expectLaws(world, shop)
  await world.close()
})

const merge = async (from: string, into: string) => {
  const { status, body } = await shop.call(merging.merge, { from, into, reason: 'one person' } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const undo = async (mergeId: string) => {
  const { status, body } = await shop.call(merging.undo, { mergeId, reason: 'not the same' })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.undone.needsHuman.map(({ module: _, ...need }: Record<string, string>) => need)
}
/** Everything but the entries that tell of the merge, and how many entries there are. */
async function everything(people: readonly string[]) {
  const ids = people.map(inside)
  const read = async (table: string, order: string) =>
    (await world.owner.query(`select * from ${table} where customer_id = any ($1) order by ${order}`, [ids])).rows
  return {
    accounts: (await read('loyalty_accounts', 'customer_id')).map(({ entries: _, ...row }) => row),
    awards: await read('loyalty_awards', 'id'),
    orders: await read('loyalty_orders', 'order_id'),
    redemptions: await read('loyalty_redemptions', 'id'),
    totals: await read('customer_activity', 'customer_id'),
    drawn: (
      await world.owner.query(
        `select award_id, redemption_id, sum(points)::int as points from loyalty_allocations where customer_id = any ($1)
          group by 1, 2 having sum(points) <> 0 order by 1, 2`,
        [ids],
      )
    ).rows,
  }
}

describe('a merge', () => {
  test('adds up the points, and the log says how many', async () => {
    const [from, into] = [await aMember(shop), await aMember(shop)]
    await give(shop, from, 70)
    await give(shop, into, 30)
    expect(await merge(from, into)).toMatchObject({ loyaltyPointsMerged: 70 })
    expect(await volumes(shop, into)).toMatchObject({ balance: 100 })
    const listed = await entries(shop, into)
    expect(listed.map(({ kind, points }: api.Entry) => `${kind} ${points}`)).toContain('merge 70')
    // With the entries of the other one.
    expect(listed.map(({ customerId }: api.Entry) => customerId)).toContain(from)
  })

  test('what one owes is paid from what the other has', async () => {
    const [from, into] = [await aMember(shop), await aMember(shop)]
    const orderId = await anOrder(shop, from, 50_000)
    await redeem(shop, from, 45)
    await refund(shop, orderId)
    await give(shop, into, 60)
    const before = await everything([from, into])
    const { id } = await merge(from, into)
    expect(await volumes(shop, into)).toEqual({ balance: 15, pending: 0, reserved: 0, debt: 0 })
    expect(await undo(id)).toEqual([])
    expect(await volumes(shop, from)).toMatchObject({ balance: 0, debt: 45 })
    expect(await everything([from, into])).toEqual(before)
  })

  test('undone, everything is as it was, with ledger and allocations, again and again', async () => {
    const [from, into] = [await aMember(shop), await aMember(shop)]
    for (const customerId of [from, into]) {
      await give(shop, customerId, 50)
      const orderId = await anOrder(shop, customerId, 20_000)
      await redeem(shop, customerId, 30, { orderId })
      await redeem(shop, customerId, 5, { hold: true })
      await refund(shop, orderId, 4_000)
    }
    const before = await everything([from, into])
    for (const _ of [1, 2]) {
      const { id } = await merge(from, into)
      expect(await undo(id)).toEqual([])
      expect(await everything([from, into])).toEqual(before)
    }
  })

  test('undone, the survivor pays for what was spent since, and owes the rest', async () => {
    const [from, into] = [await aMember(shop), await aMember(shop)]
    await give(shop, from, 100)
    await give(shop, into, 20)
    const { id } = await merge(from, into)
    expect((await redeem(shop, into, 110)).status).toBe(201)
    const needs = await undo(id)
    expect(needs).toContainEqual({ customerId: into, what: 'changed_since', field: 'loyaltyPoints' })
    expect(needs).toContainEqual({ customerId: into, what: 'below_zero', field: 'loyaltyPoints' })
    expect(await volumes(shop, from)).toMatchObject({ balance: 100, debt: 0 })
    expect(await volumes(shop, into)).toMatchObject({ balance: 0, debt: 90 })
    expect((await shop.call(customers.get, { customerId: into })).body.loyaltyPoints).toBe(0)
    expect((await shop.call(customers.get, { customerId: from })).body.loyaltyPoints).toBe(100)
    await expectLaws(world, shop)
  })

  test('what had ended by then, and was not entered yet, is not added up', async () => {
    const [from, into] = [await aMember(shop), await aMember(shop)]
    for (const customerId of [from, into]) for (const points of [30, 7]) await give(shop, customerId, points)
    await world.owner.query(
      `update loyalty_awards set expires_at = now() - interval '1 s' where customer_id = any ($1) and points = 30`,
      [[from, into].map(inside)],
    )
    await merge(from, into)
    expect(await volumes(shop, into)).toEqual({ balance: 14, pending: 0, reserved: 0, debt: 0 })
    expect((await shop.call(customers.get, { customerId: into })).body.loyaltyPoints).toBe(14)
    await expectLaws(world, shop)
  })

  test('what the survivor redeemed for an order of the other one comes back to the survivor, also when it is refunded after the undoing', async () => {
    const [from, into] = [await aMember(shop), await aMember(shop)]
    const orderId = await anOrder(shop, from, 40_000)
    await give(shop, into, 25)
    const { id } = await merge(from, into)
    expect((await redeem(shop, into, 20, { orderId })).status).toBe(201)
    await undo(id)
    await refund(shop, orderId)
    expect(await volumes(shop, from)).toMatchObject({ balance: 0, debt: 0 })
    expect(await volumes(shop, into)).toMatchObject({ balance: 25, debt: 0 })
    await expectLaws(world, shop)
  })

  test('a refund after it takes back where the order went', async () => {
    const [from, into] = [await aMember(shop), await aMember(shop)]
    const orderId = await anOrder(shop, from, 40_000)
    await give(shop, into, 10)
    const { id } = await merge(from, into)
    await refund(shop, orderId, 10_000)
    expect(await volumes(shop, into)).toMatchObject({ balance: 40 })
    expect(await undo(id)).toEqual(expect.any(Array))
    expect(await volumes(shop, from)).toMatchObject({ balance: 30 })
    expect(await volumes(shop, into)).toMatchObject({ balance: 10 })
    await shop.call(orders.cancel, { orderId } as never)
    expect(await volumes(shop, from)).toMatchObject({ balance: 0, debt: 0 })
  })
})

test('an erasure keeps the points as numbers, and nothing of the person', async () => {
  const customerId = await aMember(shop)
  await shop.call(api.adjust, { customerId, points: 25, reason: 'Zohra likes saffron' })
  const orderId = await anOrder(shop, customerId, 10_000)
  const { status, body } = await shop.call(privacy.eraseCustomer, { customerId, reason: 'requested' } as never)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  expect((await shop.call(api.account, { customerId })).status).toBe(404)
  const { rows } = await world.owner.query('select balance, away from loyalty_accounts where customer_id = $1', [
    inside(customerId),
  ])
  expect(rows).toEqual([{ balance: 35, away: true }])
  // The books go on: what was not a sale is no sale.
  const refunded = await shop.call(orders.refund, { orderId } as never)
  expect(refunded.status).toBeLessThan(500)
})

test('the copy of their data that a person gets has their points, and why', async () => {
  const customerId = await aMember(shop)
  await anOrder(shop, customerId, 10_000)
  const exported = await shop.run(async (ctx) => await ctx.personalData.get('loyalty')!.export(ctx, inside(customerId)))
  expect(exported).toMatchObject({ loyalty: { balance: 10, entries: [{ points: 10, balance: 10 }] } })
  expect((await account(shop, customerId)).balance).toBe(10)
})
