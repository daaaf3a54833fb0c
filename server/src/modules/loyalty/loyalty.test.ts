import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMomentAgo, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { itself } from '../../kit/caller.ts'
import { inTenant } from '../../kit/transaction.ts'
import * as customers from '../customers/contract.ts'
import * as orders from '../orders/contract.ts'
import { OrderPlaced } from '../orders/events.ts'
import { type PastOrder, recordPastOrders } from '../orders/index.ts'
import { announceEnding } from './clock/announce.ts'
import * as api from './contract.ts'
import { loyalty, rebuildPoints } from './index.ts'
import { endOf } from './ledger/awards.ts'
import {
  account,
  aMember,
  anOrder,
  byTheClock,
  entries,
  expectLaws,
  give,
  inside,
  redeem,
  refund,
  rules,
  volumes,
} from './loyalty.harness.ts'
import { dateIn } from './orders/days.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(async () => {
  await expectLaws(world, shop)
  await world.close()
})

const NOTHING = { balance: 0, pending: 0, reserved: 0, debt: 0 }

describe('earning', () => {
  test('an order earns, and its entry says why in one line, with what there was afterwards', async () => {
    const customerId = await aMember(shop)
    const orderId = await anOrder(shop, customerId, 37_900)
    expect(await volumes(shop, customerId)).toEqual({ ...NOTHING, balance: 37 })
    const [entry, ...more] = await entries(shop, customerId)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      seq: 1,
      kind: 'earn',
      points: 37,
      balance: 37,
      pending: 0,
      orderId,
      why: { rule: 'order', version: 0, rate: { points: 1, per: 1_000 }, counted: 37_900, exact: '37.90' },
      text: '1 for each 1.000 OMR of 37.900 OMR, = 37.90, rounded down',
    })
    const { body: customer } = await shop.call(customers.get, { customerId })
    expect(customer.loyaltyPoints).toBe(37)
  })

  test('points of orders of former days are dated as the orders, and so is when they were last seen', async () => {
    const own = await aTenant(world)
    const customerId = await aMember(own, { createdAt: '2026-01-01T08:00:00Z' })
    const past = (placedAt: string, delivered: string): PastOrder => ({
      ...{ customerId: inside(customerId), channel: 'till', total: 10_000, payment: 'cash', lines: [] },
      placedAt: new Date(placedAt),
      happened: [{ what: 'delivered', at: new Date(delivered) }],
    })
    await rules(own, { pendingUntil: 'delivered', expiresAfterMonths: 12 })
    await own.run((ctx) =>
      recordPastOrders(ctx, [
        past('2026-06-02T08:00:00Z', '2026-06-03T08:00:00Z'),
        past('2026-06-01T08:00:00Z', '2026-06-05T08:00:00Z'),
      ]),
    )
    const dated = (await entries(own, customerId)).map(({ at, kind, balance, pending }: api.Entry) => [
      at.slice(0, 10),
      kind,
      balance,
      pending,
    ])
    expect(dated).toEqual([
      ['2026-06-05', 'release', 20, 0],
      ['2026-06-03', 'release', 10, 10],
      ['2026-06-02', 'earn', 0, 20],
      ['2026-06-01', 'earn', 0, 10],
    ])
    expect((await account(own, customerId)).ending.map(({ at, points }) => [at.slice(0, 10), points])).toEqual([
      ['2027-06-03', 10],
      ['2027-06-05', 10],
    ])
    const { body: customer } = await own.call(customers.get, { customerId })
    expect(customer.lastSeenAt).toBe('2026-06-02T08:00:00.000Z')
  })

  test('an order that is told of twice earns once', async () => {
    const customerId = await aMember(shop)
    const orderId = await anOrder(shop, customerId, 5_000)
    const again = OrderPlaced({
      customerId: inside(customerId),
      orderId: inside(orderId),
      at: new Date().toISOString(),
      channel: 'till',
      source: 'kith',
      externalId: null,
      currency: 'OMR',
      total: 5_000,
      counted: 5_000,
      phoneProved: true,
      lines: [],
    })
    await shop.run(async (ctx) => ctx.emit(again))
    expect(await volumes(shop, customerId)).toEqual({ ...NOTHING, balance: 5 })
  })

  test('an order in another currency without a rate earns nothing', async () => {
    const customerId = await aMember(shop)
    await anOrder(shop, customerId, 5_000, { currency: 'USD' })
    expect(await volumes(shop, customerId)).toEqual(NOTHING)
    await anOrder(shop, customerId, 10_000, { currency: 'USD', rate: '0.385' })
    expect(await volumes(shop, customerId)).toEqual({ ...NOTHING, balance: 38 })
  })

  test('points are pending until the order is delivered, where the business says so', async () => {
    const at = await aTenant(world)
    await rules(at, { pendingUntil: 'delivered' })
    const customerId = await aMember(at)
    const orderId = await anOrder(at, customerId, 9_000)
    expect(await volumes(at, customerId)).toEqual({ ...NOTHING, pending: 9 })
    expect((await redeem(at, customerId, 1)).body).toMatchObject({ code: 'loyalty.not_enough', balance: 0 })
    await at.call(orders.deliver, { orderId } as never)
    expect(await volumes(at, customerId)).toEqual({ ...NOTHING, balance: 9 })
    await expectLaws(world, at)
  })

  test('or until the return window is over', async () => {
    const at = await aTenant(world)
    await rules(at, { pendingUntil: 'return_window', returnWindowDays: 7 })
    const customerId = await aMember(at)
    await anOrder(at, customerId, 9_000)
    await byTheClock(world, at)
    expect(await volumes(at, customerId)).toEqual({ ...NOTHING, pending: 9 })
    await world.owner.query(`update loyalty_awards set vests_at = now() - interval '1 s' where tenant_id = $1`, [at.id])
    await byTheClock(world, at)
    expect(await volumes(at, customerId)).toEqual({ ...NOTHING, balance: 9 })
    await expectLaws(world, at)
  })

  test('points of orders under a phone that is not verified stay pending', async () => {
    const customerId = await aMember(shop, { phoneVerified: undefined })
    await anOrder(shop, customerId, 9_000)
    expect(await account(shop, customerId)).toMatchObject({
      balance: 0,
      pending: 9,
      waiting: [{ points: 9, proof: true, delivery: false }],
    })
  })

  test('welcome points come once, with the first order', async () => {
    const at = await aTenant(world)
    await rules(at, { welcome: 50 })
    const customerId = await aMember(at)
    await anOrder(at, customerId, 1_000)
    await anOrder(at, customerId, 1_000)
    expect((await volumes(at, customerId)).balance).toBe(52)
  })

  test('birthday points come once a year, with an order in the week of the birthday', async () => {
    const at = await aTenant(world)
    await rules(at, { birthday: 30 })
    const today = new Date().toISOString().slice(5, 10).replace('02-29', '02-28')
    const customerId = await aMember(at, { birthDate: `1990-${today}` })
    await anOrder(at, customerId, 1_000)
    await anOrder(at, customerId, 1_000)
    expect((await volumes(at, customerId)).balance).toBe(32)
  })
})

describe('a quote', () => {
  test('says what a sale earns and what may be redeemed for it, and writes nothing', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 140)
    const before = await entries(shop, customerId)
    const { status, body } = await shop.call(api.quote, { customerId, total: 12_000 } as never)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      earns: { points: 12, pendingUntil: 'at_once' },
      mayRedeem: { points: 140, worth: '1.400' },
      balance: 140,
      currency: 'OMR',
    })
    expect(await entries(shop, customerId)).toEqual(before)
    // No more than the sale is worth.
    expect((await shop.call(api.quote, { customerId, total: 500 } as never)).body.mayRedeem).toEqual({
      points: 50,
      worth: '0.500',
    })
  })
})

describe('redeeming', () => {
  test('takes points from the award that ends soonest', async () => {
    const customerId = await aMember(shop)
    for (const points of [30, 20, 10]) await give(shop, customerId, points)
    const ends = { 30: 'null', 20: `now() + interval '1 day'`, 10: `now() + interval '2 days'` }
    for (const [points, end] of Object.entries(ends)) {
      await world.owner.query(`update loyalty_awards set expires_at = ${end} where customer_id = $1 and points = $2`, [
        inside(customerId),
        points,
      ])
    }
    expect((await redeem(shop, customerId, 25)).body).toMatchObject({ state: 'redeemed', worth: '0.250', balance: 35 })
    const { rows } = await world.owner.query(
      'select points, remaining from loyalty_awards where customer_id = $1 order by points',
      [inside(customerId)],
    )
    expect(rows).toEqual([
      { points: 10, remaining: 5 },
      { points: 20, remaining: 0 },
      { points: 30, remaining: 30 },
    ])
  })

  test('sixteen clients redeem the last points: one has them', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 100)
    const answers = await Promise.all(Array.from({ length: 16 }, () => redeem(shop, customerId, 100)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 15 }, () => 409)])
    expect(await volumes(shop, customerId)).toEqual(NOTHING)
  })

  test('points that have ended are not spent, and the clock takes them', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 40)
    await give(shop, customerId, 7)
    await world.owner.query(
      `update loyalty_awards set expires_at = now() - interval '1 s' where customer_id = $1 and points = 40`,
      [inside(customerId)],
    )
    expect((await volumes(shop, customerId)).balance).toBe(7)
    expect((await redeem(shop, customerId, 8)).body.code).toBe('loyalty.not_enough')
    await byTheClock(world, shop)
    expect((await entries(shop, customerId))[0]).toMatchObject({
      kind: 'expire',
      points: -40,
      balance: 7,
      text: 'Expired',
    })
  })

  test('a customer whose points cannot be settled keeps no other one back', async () => {
    const at = await aTenant(world)
    const [broken, fine] = [await aMember(at), await aMember(at)].sort()
    for (const customerId of [broken!, fine!]) await give(at, customerId, 40)
    await world.owner.query(`update loyalty_awards set expires_at = now() - interval '1 s' where tenant_id = $1`, [
      at.id,
    ])
    await world.owner.query('update loyalty_accounts set balance = 0 where customer_id = $1', [inside(broken!)])
    await expect(byTheClock(world, at)).rejects.toThrow()
    expect((await entries(at, fine!))[0]).toMatchObject({ kind: 'expire', balance: 0 })
  })

  test('reserved points are captured, all or some, or released', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 100)
    const { body: held } = await redeem(shop, customerId, 60, { hold: true })
    expect(held).toMatchObject({ state: 'reserved', balance: 40 })
    expect(await volumes(shop, customerId)).toEqual({ ...NOTHING, balance: 40, reserved: 60 })
    const { body: captured } = await shop.call(api.capture, { customerId, redemptionId: held.id, points: 50 } as never)
    expect(captured).toMatchObject({ state: 'redeemed', points: 50, worth: '0.500', balance: 50 })
    const again = await shop.call(api.capture, { customerId, redemptionId: held.id } as never)
    expect(again.body).toMatchObject({ code: 'loyalty.redemption_closed', state: 'redeemed' })

    const { body: other } = await redeem(shop, customerId, 50, { hold: true })
    const { body: released } = await shop.call(api.release, { customerId, redemptionId: other.id })
    expect(released).toMatchObject({ state: 'released', balance: 50 })
  })

  test('for an order takes no more points than what is left of it is worth, reserved, captured and refunded ones together', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 200)
    const orderId = await anOrder(shop, customerId, 900)
    const dear = await redeem(shop, customerId, 91, { orderId })
    expect(dear).toMatchObject({ status: 409, body: { code: 'loyalty.worth_more_than_order', left: '0.900' } })
    const { body: held } = await redeem(shop, customerId, 40, { orderId, hold: true })
    expect((await redeem(shop, customerId, 51, { orderId })).body).toMatchObject({ left: '0.500' })
    expect((await shop.call(api.capture, { customerId, redemptionId: held.id } as never)).status).toBe(200)
    expect((await redeem(shop, customerId, 50, { orderId })).status).toBe(201)
    await refund(shop, orderId, 450)
    expect((await redeem(shop, customerId, 1, { orderId })).body.code).toBe('loyalty.worth_more_than_order')

    const { body: kept } = await redeem(shop, customerId, 60, { hold: true })
    const cheap = { customerId, redemptionId: kept.id, orderId: await anOrder(shop, customerId, 500) }
    expect((await shop.call(api.capture, cheap as never)).body.code).toBe('loyalty.worth_more_than_order')
    expect((await shop.call(api.capture, { ...cheap, points: 50 } as never)).status).toBe(200)
    const uncounted = await anOrder(shop, customerId, 90_000, { currency: 'USD' })
    expect((await redeem(shop, customerId, 1, { orderId: uncounted })).body).toMatchObject({ left: '0.000' })
  })

  test('a till that dies loses nothing: the time of a reservation ends, and the points come back', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 100)
    const { body: held } = await redeem(shop, customerId, 60, { hold: true })
    await world.owner.query(`update loyalty_redemptions set expires_at = now() - interval '1 s' where id = $1`, [
      inside(held.id),
    ])
    const late = await shop.call(api.capture, { customerId, redemptionId: held.id } as never)
    expect(late.body.code).toBe('loyalty.reservation_over')
    await byTheClock(world, shop)
    expect(await volumes(shop, customerId)).toEqual({ ...NOTHING, balance: 100 })
  })

  test('an answer that was lost is asked for again, and the points are taken once', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 100)
    const headers = { 'idempotency-key': `sale-${customerId}` }
    const one = await shop.call(api.redeem, { customerId, points: 60 } as never, { headers })
    const other = await shop.call(api.redeem, { customerId, points: 60 } as never, { headers })
    expect(other.body).toEqual(one.body)
    expect((await volumes(shop, customerId)).balance).toBe(40)
  })
})

describe('what a member of staff does by hand', () => {
  test('is entered with a reason that only the key of the customer opens', async () => {
    const customerId = await aMember(shop)
    await shop.call(api.adjust, { customerId, points: 25, reason: 'sorry for the cold coffee' })
    expect((await entries(shop, customerId))[0]).toMatchObject({ kind: 'adjust', note: 'sorry for the cold coffee' })
    const { rows } = await world.owner.query('select note, why from loyalty_entries where customer_id = $1', [
      inside(customerId),
    ])
    expect(rows[0].note.toString('latin1') + JSON.stringify(rows[0].why)).not.toContain('coffee')
    const more = await shop.call(api.adjust, { customerId, points: -26, reason: 'too much' })
    expect(more.body).toMatchObject({ code: 'loyalty.not_enough', balance: 25 })
    const cashier = await shop.with('loyalty:read', 'loyalty:write')
    expect((await cashier.call(api.adjust, { customerId, points: 1, reason: 'me' })).status).toBe(403)
  })
})

describe('reading', () => {
  test('the points at any time are one row', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 10)
    const between = await aMomentAgo()
    await give(shop, customerId, 5)
    const at = async (moment: string) => (await shop.call(api.balanceAt, { customerId, at: moment } as never)).body
    expect(await at('2020-01-01')).toMatchObject({ balance: 0, since: null })
    expect(await at(between)).toMatchObject({ balance: 10 })
    expect(await at(new Date().toISOString())).toMatchObject({ balance: 15 })
  })

  test('the ledger is listed page by page', async () => {
    const customerId = await aMember(shop)
    for (const points of [1, 2, 3, 4, 5]) await give(shop, customerId, points)
    const seen: number[] = []
    for (let cursor: string | undefined; ; ) {
      const { body } = await shop.call(api.listEntries, { customerId, limit: '2', ...(cursor && { cursor }) } as never)
      seen.push(...body.items.map(({ points }: { points: number }) => points))
      if (body.nextCursor === null) break
      cursor = body.nextCursor
    }
    expect(seen).toEqual([5, 4, 3, 2, 1])
  })

  test('points are explained by what they must be equal to', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 10)
    const { body } = await shop.call(api.explain, { customerId })
    expect(body.points).toMatchObject({ value: 10, rule: { key: 'by_hand', text: 'Changed by hand' } })
    expect(body.points.compared.every(({ met }: { met: boolean }) => met)).toBe(true)
  })

  test('what points are worth is told by the month in which they end', async () => {
    const at = await aTenant(world)
    const customerId = await aMember(at)
    await give(at, customerId, 250)
    await redeem(at, customerId, 50, { hold: true })
    const { body } = await at.call(api.liability, {})
    // Where the business is, a month begins four hours before it does in UTC.
    const end = endOf(new Date(body.asOf), 24)!
    expect(body).toMatchObject({
      months: [{ month: dateIn(end, 'Asia/Muscat').slice(0, 7), points: 200, worth: '2.000' }],
      reserved: { points: 50, worth: '0.500' },
      outstanding: { points: 250, worth: '2.500' },
    })
  })

  test('what is owed is counted by the day, folded to the same, and put right by the check of the night', async () => {
    const at = await aTenant(world)
    const [one, other] = [await aMember(at), await aMember(at)]
    await give(at, one, 250)
    await give(at, other, 40)
    await redeem(at, one, 50)
    const told = async () => (await at.call(api.liability, {})).body
    const run = (name: string) =>
      inTenant(world.kith.db, itself(at.id, 'test'), (ctx) => loyalty.jobs.find((job) => job.name === name)!.run(ctx))
    await run('check-points-owed')
    const before = await told()
    expect(before).toMatchObject({ months: [{ points: 240 }], outstanding: { points: 240 } })
    await run('fold-points-owed')
    expect({ ...(await told()), asOf: before.asOf }).toEqual(before)
    await world.owner.query("update loyalty_owed set points = points + 7 where tenant_id = $1 and kind = 'vested'", [
      at.id,
    ])
    expect((await told()).outstanding.points).toBe(247)
    await run('check-points-owed')
    expect({ ...(await told()), asOf: before.asOf }).toEqual(before)
    await expectLaws(world, at)
  })

  test('what is owed is told right before the check of the night has counted what a release before gave', async () => {
    const at = await aTenant(world)
    const customerId = await aMember(at)
    await give(at, customerId, 250)
    // As after an upgrade: the table was not there when these were given.
    await world.owner.query('delete from loyalty_owed where tenant_id = $1', [at.id])
    await redeem(at, customerId, 50)
    const told = async () => (await at.call(api.liability, {})).body
    const before = await told()
    expect(before).toMatchObject({ months: [{ points: 200 }], outstanding: { points: 200 } })
    const check = () =>
      inTenant(world.kith.db, itself(at.id, 'test'), (ctx) =>
        loyalty.jobs.find(({ name }) => name === 'check-points-owed')!.run(ctx),
      )
    await check()
    await check()
    expect({ ...(await told()), asOf: before.asOf }).toEqual(before)
    await expectLaws(world, at)
    await give(at, customerId, 10)
    expect((await told()).outstanding.points).toBe(210)
    await expectLaws(world, at)
  })

  test('other rules are tried on the orders of the last days, and nothing is saved', async () => {
    const at = await aTenant(world)
    const customerId = await aMember(at)
    const lines = [{ name: 'Latte', category: 'coffee', quantity: 2, amount: 4_000 }]
    await anOrder(at, customerId, 10_000, { lines })
    const long = new Date(Date.now() - 100 * 86_400_000).toISOString()
    await anOrder(at, customerId, 50_000, { placedAt: long })
    const multipliers = { tiers: {}, days: {}, categories: { coffee: '3' } }
    const rules = { earn: { points: 2, per: 1_000 }, multipliers }
    expect((await at.call(api.simulate, { rules, days: 90 } as never)).body).toMatchObject({
      ...{ orders: 1, customers: 1, given: 10, present: { points: 10, worth: '0.100' } },
      ...{ wanted: { points: 36, worth: '0.360' }, difference: { points: 26, worth: '0.260' } },
    })
    expect((await at.call(api.readRules, {})).body.version).toBe(0)
    expect(await volumes(at, customerId)).toMatchObject({ balance: 60 })
  })

  test('the end of points is told of ahead of time, once', async () => {
    const at = await aTenant(world)
    const customerId = await aMember(at)
    await give(at, customerId, 30)
    await world.owner.query(`update loyalty_awards set expires_at = now() + interval '3 days' where tenant_id = $1`, [
      at.id,
    ])
    for (const _ of [1, 2]) await at.run(announceEnding)
    const { rows } = await world.owner.query(
      `select data from events where tenant_id = $1 and type = 'LoyaltyPointsWillExpire'`,
      [at.id],
    )
    expect(rows).toEqual([{ data: expect.objectContaining({ customerId: inside(customerId), points: 30 }) }])
  })
})

test('points that drifted from the ledger are named and set right', async () => {
  const at = await aTenant(world)
  const customerId = await aMember(at)
  await give(at, customerId, 30)
  expect((await at.run(rebuildPoints)).drifts).toEqual([])
  await world.owner.query('update customer_activity set loyalty_points = 31 where customer_id = $1', [
    inside(customerId),
  ])
  await world.owner.query('update loyalty_accounts set pending = 4 where customer_id = $1', [inside(customerId)])
  expect((await at.run(rebuildPoints)).drifts).toMatchObject([
    { what: 'pending', believed: '4', counted: '0' },
    { what: 'points', believed: '31', counted: '30' },
  ])
  await expectLaws(world, at)
})

describe('refused', () => {
  test('of two decisions at once about points one, and never with an error of the server', async () => {
    const at = await aTenant(world)
    const answers = await Promise.all([1, 2, 3, 4].map((welcome) => rules(at, { welcome })))
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(200)
    expect(statuses.filter((status) => status !== 200 && status !== 412)).toEqual([])
  })

  test('bad input, each with its own sentence, and nothing is written', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 10)
    const codes = async (method: string, path: string, body: unknown) => {
      const answer = await shop.request(method, path, body)
      expect([answer.status, answer.body.code], JSON.stringify(answer.body)).toEqual([422, 'invalid'])
      return answer.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`).sort()
    }
    const own = `/api/v1/customers/${customerId}/loyalty`
    expect(await codes('POST', `${own}/redemptions`, { points: 0 })).toEqual(['points too_small'])
    expect(await codes('POST', `${own}/redemptions`, { points: 1.5, orderId: 'x' })).toEqual([
      'orderId invalid_format',
      'points invalid_type',
    ])
    expect(await codes('POST', `${own}/adjustments`, { points: 0, reason: '' })).toEqual([
      'points points_zero',
      'reason too_small',
    ])
    expect(await codes('POST', '/api/v1/loyalty/quote', { customerId, total: 0.5, currency: 'XXQ' })).toEqual([
      'currency currency_unknown',
      'total invalid_type',
    ])
    expect(
      await codes('PUT', '/api/v1/settings/loyalty/points', {
        earn: { points: -1, per: 0 },
        multipliers: { tiers: { gold: '-2' }, categories: {}, days: {} },
      }),
    ).toEqual(['earn.per too_small', 'earn.points too_small', 'multipliers.tiers.gold invalid_format'])
    const name = { en: 'One', ar: 'واحد' }
    expect(
      await codes('PUT', '/api/v1/settings/loyalty/tiers', {
        tiers: [
          { key: 'one', name, from: 5 },
          { key: 'one', name, from: 5 },
        ],
      }),
    ).toEqual(['tiers.0.from tiers_ascend', 'tiers.1.from tiers_ascend', 'tiers.1.key repeated_tier'])
    expect((await entries(shop, customerId)).length).toBe(1)
  })

  test('the neighbour, everywhere, and without a trace', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 100)
    const orderId = await anOrder(shop, customerId, 1_000)
    const { body: held } = await redeem(shop, customerId, 10, { hold: true })
    const before = await entries(shop, customerId)
    const redemptionId = held.id
    const mine = await aMember(rival)
    await give(rival, mine, 100)
    const tries = [
      rival.call(api.account, { customerId }),
      rival.call(api.listEntries, { customerId } as never),
      rival.call(api.balanceAt, { customerId, at: '2026-01-01' } as never),
      rival.call(api.explain, { customerId }),
      rival.call(api.adjust, { customerId, points: 5, reason: 'mine' }),
      rival.call(api.quote, { customerId, total: 1_000 } as never),
      rival.call(api.redeem, { customerId, points: 5 } as never),
      rival.call(api.redeem, { customerId: mine, points: 5, orderId } as never),
      rival.call(api.capture, { customerId, redemptionId } as never),
      rival.call(api.capture, { customerId: mine, redemptionId } as never),
      rival.call(api.release, { customerId, redemptionId }),
      rival.call(api.release, { customerId: mine, redemptionId }),
      rival.call(api.settleOffline, {
        customerId,
        redemptionId: crypto.randomUUID(),
        snapshot: 'a.b.c',
        points: 5,
        at: new Date().toISOString(),
      } as never),
      rival.call(api.reviewOne, { customerId }),
    ]
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 404))
    expect(await entries(shop, customerId)).toEqual(before)
    expect((await rival.call(api.liability, {})).body.outstanding.points).toBe(100)
    await expectLaws(world, rival)
  })
})
