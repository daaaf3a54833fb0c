import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as merging from '../merging/contract.ts'
import * as orders from '../orders/contract.ts'
import * as api from './contract.ts'
import { aMember, anOrder, byTheClock, expectLaws, inside, redeem, refund, rules, volumes } from './loyalty.harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  await rules(shop, { confirmAbove: null })
})
afterAll(() => world.close())

const part = (points: number, amount: number, of: number) => Math.floor((points * amount) / of)

describe('the refund rule', () => {
  const history = fc.record({
    total: fc.integer({ min: 1, max: 60 }).map((rials) => rials * 1_000 + 333),
    redeemed: fc.nat(40),
    spent: fc.nat(60),
    cuts: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }),
  })

  test('any refunds of an order take back as great a part as was refunded, however it was cut, and what was spent is owed', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ total, redeemed, spent, cuts }) => {
        const customerId = await aMember(shop)
        const gift = 40
        await shop.call(api.adjust, { customerId, points: gift, reason: 'a gift' })
        const orderId = await anOrder(shop, customerId, total)
        const earned = Math.floor(total / 1_000)
        const used = Math.min(redeemed, gift)
        if (used > 0) expect((await redeem(shop, customerId, used, { orderId })).status).toBe(201)
        const elsewhere = Math.min(spent, gift + earned - used)
        if (elsewhere > 0) expect((await redeem(shop, customerId, elsewhere)).status).toBe(201)

        let refunded = 0
        for (const cut of cuts) {
          const amount = Math.min(total - refunded, Math.max(1, Math.floor((total * cut) / 250)))
          if (amount === 0) break
          await refund(shop, orderId, amount)
          refunded += amount
          const left = gift + earned - used - elsewhere - part(earned, refunded, total) + part(used, refunded, total)
          const { balance, debt } = await volumes(shop, customerId)
          expect(balance - debt).toBe(left)
          expect(Math.min(balance, debt)).toBe(0)
        }
        if (refunded < total) await refund(shop, orderId)
        const whole = await volumes(shop, customerId)
        expect(whole.balance - whole.debt).toBe(gift - elsewhere)
      }),
      { numRuns: 15 },
    )
    await expectLaws(world, shop)
  })

  test('what was spent becomes a debt that is shown, and the next points pay it', async () => {
    const customerId = await aMember(shop)
    const orderId = await anOrder(shop, customerId, 50_000)
    await redeem(shop, customerId, 45)
    await refund(shop, orderId)
    expect(await volumes(shop, customerId)).toEqual({ balance: 0, pending: 0, reserved: 0, debt: 45 })
    const { items } = (await shop.call(api.listEntries, { customerId } as never)).body
    expect(items[0]).toMatchObject({
      kind: 'revert',
      points: -50,
      text: 'Taken back for a refund, 100 %, 45 of them are owed',
    })
    await anOrder(shop, customerId, 60_000)
    expect(await volumes(shop, customerId)).toEqual({ balance: 15, pending: 0, reserved: 0, debt: 0 })
    const [paid] = (await shop.call(api.listEntries, { customerId } as never)).body.items
    expect(paid).toMatchObject({ kind: 'earn', points: 60, balance: 15, debt: 0, why: { paidDebt: 45 } })
  })

  test('of what was redeemed for what was left of an order, a refund gives back by what was left', async () => {
    const customerId = await aMember(shop)
    await shop.call(api.adjust, { customerId, points: 30, reason: 'a gift' })
    const orderId = await anOrder(shop, customerId, 900)
    await refund(shop, orderId, 450)
    await redeem(shop, customerId, 30, { orderId })
    await refund(shop, orderId, 150)
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 10 })
    await refund(shop, orderId, 300)
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 30 })
  })

  test('redeemed points come back with their old end', async () => {
    const customerId = await aMember(shop)
    await shop.call(api.adjust, { customerId, points: 30, reason: 'a gift' })
    await world.owner.query(
      `update loyalty_awards set expires_at = date_trunc('second', now()) + interval '5 days' where customer_id = $1`,
      [inside(customerId)],
    )
    const orderId = await anOrder(shop, customerId, 1_000)
    await redeem(shop, customerId, 30, { orderId })
    const before = (await shop.call(api.account, { customerId })).body.ending
    expect(before).toHaveLength(1)
    await shop.call(orders.cancel, { orderId } as never)
    const { ending } = (await shop.call(api.account, { customerId })).body
    expect(ending).toHaveLength(1)
    expect(ending[0].points).toBe(30)
    expect(Date.parse(ending[0].at) - Date.now()).toBeLessThan(5 * 86_400_000)
  })

  test('what has ended is not taken a second time, and a void takes back pending points', async () => {
    const customerId = await aMember(shop)
    const orderId = await anOrder(shop, customerId, 20_000)
    await redeem(shop, customerId, 5)
    await world.owner.query(`update loyalty_awards set expires_at = now() - interval '1 s' where customer_id = $1`, [
      inside(customerId),
    ])
    await byTheClock(world, shop)
    await refund(shop, orderId)
    expect(await volumes(shop, customerId)).toEqual({ balance: 0, pending: 0, reserved: 0, debt: 5 })

    const unproved = await aMember(shop, { phoneVerified: undefined })
    const pending = await anOrder(shop, unproved, 20_000)
    expect((await volumes(shop, unproved)).pending).toBe(20)
    await shop.call(orders.cancel, { orderId: pending } as never)
    expect(await volumes(shop, unproved)).toEqual({ balance: 0, pending: 0, reserved: 0, debt: 0 })
  })

  test('a reservation for an order that is cancelled is released', async () => {
    const customerId = await aMember(shop)
    await shop.call(api.adjust, { customerId, points: 30, reason: 'a gift' })
    const orderId = await anOrder(shop, customerId, 1_000)
    await redeem(shop, customerId, 30, { orderId, hold: true })
    await shop.call(orders.cancel, { orderId } as never)
    expect(await volumes(shop, customerId)).toEqual({ balance: 30, pending: 0, reserved: 0, debt: 0 })
  })
})

describe('the law of the ledger', () => {
  const person = fc.nat(2)
  const act = fc.oneof(
    fc.record({ do: fc.constant('order' as const), person, rials: fc.integer({ min: 1, max: 40 }) }),
    fc.record({
      do: fc.constant('redeem' as const),
      person,
      points: fc.integer({ min: 1, max: 30 }),
      hold: fc.boolean(),
    }),
    fc.record({ do: fc.constant('close' as const), person, capture: fc.boolean() }),
    fc.record({
      do: fc.constant('refund' as const),
      person,
      amount: fc.integer({ min: 1, max: 30_000 }),
      all: fc.boolean(),
    }),
    fc.record({ do: fc.constant('expire' as const), person }),
    fc.record({ do: fc.constant('merge' as const), person, other: person }),
    fc.record({ do: fc.constant('unmerge' as const), person }),
  )
  type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

  test('sum of the ledger = balance = total, while several clients write at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 3, maxLength: 6 }), { minLength: 3, maxLength: 5 }),
        async (rounds) => {
          const people = [await aMember(shop), await aMember(shop), await aMember(shop)]
          const known = {
            orders: new Map<string, string>(),
            held: [] as { customerId: string; id: string }[],
            merges: [] as string[],
          }
          const statuses: number[] = []
          for (const round of rounds) {
            await Promise.all(round.map((one) => carryOut(one, people, known, statuses)))
            await expectLaws(world, shop)
          }
          for (const mergeId of known.merges.reverse())
            await shop.call(merging.undo, { mergeId, reason: 'not the same' })
          await expectLaws(world, shop)
          expect(statuses.filter((status) => status >= 500)).toEqual([])
        },
      ),
      { numRuns: 8 },
    )
  })

  async function carryOut(
    one: Act,
    people: readonly string[],
    known: { orders: Map<string, string>; held: { customerId: string; id: string }[]; merges: string[] },
    statuses: number[],
  ): Promise<void> {
    const customerId = people[one.person]!
    const note = ({ status, body }: Awaited<ReturnType<Shop['request']>>) => {
      statuses.push(status)
      return status < 300 ? body : null
    }
    switch (one.do) {
      case 'order': {
        const body = note(await shop.call(orders.place, { customerId, total: one.rials * 1_000 } as never))
        if (body) known.orders.set(body.id, customerId)
        return
      }
      case 'redeem': {
        const orderId = [...known.orders].find(([, owner]) => owner === customerId)?.[0]
        const more = { hold: one.hold, ...(orderId && { orderId }) }
        const body = note(await redeem(shop, customerId, one.points, more))
        if (body?.state === 'reserved') known.held.push({ customerId, id: body.id })
        return
      }
      case 'close': {
        const held = known.held.pop()
        if (!held) return
        const at = { customerId: held.customerId, redemptionId: held.id }
        note(await (one.capture ? shop.call(api.capture, at as never) : shop.call(api.release, at)))
        return
      }
      case 'refund': {
        const orderId = [...known.orders.keys()].at(one.amount % Math.max(1, known.orders.size))
        if (orderId) note(await shop.call(orders.refund, { orderId, ...(!one.all && { amount: one.amount }) } as never))
        return
      }
      case 'expire': {
        await world.owner.query(
          `update loyalty_awards set expires_at = now() - interval '1 s'
            where id = (select id from loyalty_awards where customer_id = $1 and remaining > 0 and vested_at is not null limit 1)`,
          [inside(customerId)],
        )
        await byTheClock(world, shop)
        return
      }
      case 'merge': {
        const body = note(
          await shop.call(merging.merge, { from: customerId, into: people[one.other]!, reason: 'one person' } as never),
        )
        if (body) known.merges.push(body.id)
        return
      }
      case 'unmerge': {
        const mergeId = known.merges.pop()
        if (mergeId) note(await shop.call(merging.undo, { mergeId, reason: 'not the same' }))
      }
    }
  }
})
