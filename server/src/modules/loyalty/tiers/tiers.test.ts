import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as customers from '../../customers/contract.ts'
import * as orders from '../../orders/contract.ts'
import * as api from '../contract.ts'
import { account, aMember, anOrder, byTheClock, inside } from '../loyalty.harness.ts'
import { earnedTier, reviewed, usualTiers } from '../rules/tiers.ts'
import { beginMonthlyReview, goOnReviewing } from './reviews.ts'
import { monthsBefore } from './tier-state.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const NOW = new Date('2026-11-30T08:00:00Z')
const program = { ...usualTiers(1_000), graceDays: 30 }
const tierOf = async (at: Shop, customerId: string) => (await at.call(customers.get, { customerId })).body.loyaltyTier
const eventsOf = async ({ id }: Shop, type: string) =>
  (
    await world.owner.query('select data from events where tenant_id = $1 and type = $2 order by id', [id, type])
  ).rows.map(({ data }) => data)
/** As if it had been so long ago. */
const age = ({ id }: Shop, days: number) =>
  world.owner.query(`update loyalty_orders set at = at - $2 * interval '1 day' where tenant_id = $1`, [id, days])
const review = async (at: Shop) => {
  expect((await at.call(api.askForReview, {})).status).toBe(202)
  await byTheClock(world, at)
  return (await at.call(api.listReviews, {})).body.items[0]
}

describe('the rule', () => {
  test('one goes up as far as the spending reaches', () => {
    expect(earnedTier(program, 99_999).key).toBe('bronze')
    expect(earnedTier(program, 100_000).key).toBe('silver')
    expect(reviewed(program, { tier: 'bronze', graceUntil: null }, 500_000, NOW)).toMatchObject({
      verdict: 'raise',
      tier: 'gold',
    })
  })

  test('with too little, grace begins, then one falls one step or by value', () => {
    const gold = { tier: 'gold', graceUntil: null }
    const warned = reviewed(program, gold, 0, NOW)
    expect(warned).toMatchObject({ verdict: 'warn', tier: 'gold', falls: 'silver' })
    const during = { tier: 'gold', graceUntil: warned.graceUntil }
    expect(reviewed(program, during, 0, NOW).verdict).toBe('wait')
    const later = new Date(NOW.getTime() + 31 * 86_400_000)
    expect(reviewed(program, during, 0, later)).toMatchObject({ verdict: 'lower', tier: 'silver' })
    expect(reviewed({ ...program, downgrade: 'by_value' }, during, 0, later)).toMatchObject({ tier: 'bronze' })
    expect(reviewed(program, during, 500_000, later)).toMatchObject({ verdict: 'keep', graceUntil: null })
    expect(reviewed({ ...program, graceDays: 0 }, gold, 0, NOW)).toMatchObject({ verdict: 'lower', tier: 'silver' })
  })

  test('twelve months before a leap day is the last of February', () => {
    expect(monthsBefore(new Date('2028-02-29T10:00:00Z'), 12).toISOString()).toBe('2027-02-28T10:00:00.000Z')
  })
})

describe('a review', () => {
  test('that was asked for and still runs on the first of the month is that of the month', async () => {
    const shop = await aTenant(world)
    await shop.call(api.askForReview, {})
    await shop.run(beginMonthlyReview)
    await byTheClock(world, shop)
    await shop.run(beginMonthlyReview)
    const { items } = (await shop.call(api.listReviews, {})).body
    expect(items).toMatchObject([{ month: new Date().toISOString().slice(0, 7) }])
    expect(items).toHaveLength(1)
  })

  test('raises, changes the customer’s record, emits its event, and explains itself', async () => {
    const shop = await aTenant(world)
    const customerId = await aMember(shop)
    await anOrder(shop, customerId, 120_000)
    expect(await account(shop, customerId)).toMatchObject({
      tier: {
        current: null,
        projected: { key: 'silver' },
        spent: '120.000',
        toReach: { tier: { key: 'gold' }, missing: '380.000' },
      },
    })
    expect(await review(shop)).toMatchObject({ progress: { done: 1, total: 1 }, raised: 1, lowered: 0 })
    expect(await tierOf(shop, customerId)).toBe('silver')
    expect(await eventsOf(shop, 'CustomerLoyaltyTierUpdated')).toEqual([
      { customerId: inside(customerId), from: null, to: 'silver', spent: 120_000 },
    ])
    const { tier } = (await shop.call(api.explain, { customerId })).body
    expect(tier).toMatchObject({
      value: 'silver',
      rule: { key: 'twelve_months_spending' },
      source: 'loyalty.tiers version 0',
    })
    expect(tier.compared.map(({ needs, met }: { needs: string; met: boolean }) => `${needs} ${met}`)).toEqual([
      '0.000 true',
      '100.000 true',
      '500.000 false',
      '100.000 true',
    ])
  })

  test('counts what was spent in the twelve months before, less refunds', async () => {
    const shop = await aTenant(world)
    const customerId = await aMember(shop)
    const orderId = await anOrder(shop, customerId, 120_000)
    await shop.call(orders.refund, { orderId, amount: 30_000 } as never)
    expect((await account(shop, customerId)).tier.spent).toBe('90.000')
    await age(shop, 366)
    expect((await account(shop, customerId)).tier.spent).toBe('0.000')
  })

  test('a tier that will fall is told of ahead of time, and falls when grace is over', async () => {
    const shop = await aTenant(world)
    const customerId = await aMember(shop)
    await anOrder(shop, customerId, 120_000)
    await review(shop)
    await age(shop, 400)
    expect(await review(shop)).toMatchObject({ warned: 1, lowered: 0 })
    expect(await tierOf(shop, customerId)).toBe('silver')
    expect((await account(shop, customerId)).tier).toMatchObject({
      current: { key: 'silver' },
      projected: { key: 'bronze' },
      toKeep: { missing: '100.000', until: expect.any(String) },
    })
    expect(await eventsOf(shop, 'LoyaltyTierWillFall')).toEqual([
      expect.objectContaining({ customerId: inside(customerId), from: 'silver', to: 'bronze', missing: 100_000 }),
    ])
    await world.owner.query(`update loyalty_accounts set grace_until = now() - interval '1 s' where tenant_id = $1`, [
      shop.id,
    ])
    const { body } = await shop.call(api.previewReview, {} as never)
    expect(body.changes).toMatchObject([
      {
        what: 'lower',
        from: 'silver',
        to: 'bronze',
        customers: 1,
        named: [{ customerId, name: 'Salim', spent: '0.000' }],
      },
    ])
    const reader = await shop.with('loyalty:manage')
    expect((await reader.call(api.previewReview, {} as never)).body.changes).toMatchObject([
      { customers: 1, named: [] },
    ])
    expect(await tierOf(shop, customerId)).toBe('silver')
    expect(await review(shop)).toMatchObject({ warned: 0, lowered: 1 })
    expect(await tierOf(shop, customerId)).toBe('bronze')
  })

  test('one customer is reviewed at once', async () => {
    const shop = await aTenant(world)
    const customerId = await aMember(shop)
    await anOrder(shop, customerId, 600_000)
    expect((await shop.call(api.reviewOne, { customerId })).body.tier.current.key).toBe('gold')
    expect(await tierOf(shop, customerId)).toBe('gold')
  })

  test('one at a time, and once a month by the schedule', async () => {
    const shop = await aTenant(world)
    await aMember(shop)
    for (const _ of [1, 2]) await shop.run(beginMonthlyReview)
    expect((await shop.call(api.askForReview, {})).body.code).toBe('loyalty.review_under_way')
    await byTheClock(world, shop)
    await shop.run(beginMonthlyReview)
    expect((await shop.call(api.listReviews, {})).body.items).toHaveLength(1)
  })

  test('killed half-way it goes on, and reviews no customer twice', async () => {
    const shop = await aTenant(world)
    const many = 2_500
    await world.owner.query(
      `with made as (
         insert into customers (tenant_id, id, number, type, status, country, locale, created_at, updated_at, sealed, tokens)
         select $1, gen_random_uuid(), 1000 + n, 'guest', 'active', 'OM', 'en', now(), now(), '', '{}' from generate_series(1, $2) n
         returning id),
       active as (insert into loyalty_accounts (tenant_id, customer_id) select $1, id from made returning customer_id)
       insert into loyalty_orders (tenant_id, order_id, customer_id, at, total, counted)
         select $1, gen_random_uuid(), customer_id, now(), 150000, 150000 from active`,
      [shop.id, many],
    )
    await shop.call(api.askForReview, {})
    expect(await goOnReviewing(world.kith.db, shop.id)).toBe(true)
    // A batch that is killed before its commit has not happened.
    await world.owner.query('begin')
    await world.owner.query('select from loyalty_reviews where tenant_id = $1 for update', [shop.id])
    const killed = goOnReviewing(world.kith.db, shop.id).catch((error: unknown) => error)
    const { rows } = await waiting()
    await world.owner.query('select pg_terminate_backend($1)', [rows[0].pid])
    await world.owner.query('commit')
    await killed
    // What it says that it has done is what it has done.
    const { done } = (await shop.call(api.listReviews, {})).body.items[0].progress
    expect(await changes()).toEqual({ n: done, people: done })
    expect(done).toBeLessThan(many)
    await byTheClock(world, shop)
    expect((await shop.call(api.listReviews, {})).body.items[0]).toMatchObject({
      progress: { done: many, total: many },
      raised: many,
      finishedAt: expect.any(String),
    })
    expect(await changes()).toEqual({ n: many, people: many })

    async function changes() {
      const { rows } = await world.owner.query(
        'select count(*)::int as n, count(distinct customer_id)::int as people from loyalty_tier_changes where tenant_id = $1',
        [shop.id],
      )
      return rows[0]
    }
  })

  async function waiting() {
    for (;;) {
      const found = await world.owner.query(
        `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      if (found.rows.length > 0) return found
    }
  }
})
