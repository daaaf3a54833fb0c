import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import { usualPlans } from './catalogue/plans.ts'
import * as api from './contract.ts'
import { rebuildTiers } from './index.ts'
import {
  aCustomer,
  age,
  byTheSchedule,
  CATALOGUE,
  decideOn,
  expectTiers,
  features,
  inShort,
  inside,
  plans,
  start,
  started,
  tierOf,
} from './membership.harness.ts'

let world: World
let shop: Shop
let neighbour: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  neighbour = await aTenant(world)
})
afterAll(async () => {
  await expectTiers(world, shop)
  await world.close()
})

const one = async (customerId: string) => (await plans(shop, customerId)).items[0]
const change = (customerId: string, subscriptionId: string, more: object) =>
  shop.call(api.change, { customerId, subscriptionId, ...more } as never)
const cancel = (customerId: string, subscriptionId: string, when: 'now' | 'period_end' = 'now') =>
  shop.call(api.cancel, { customerId, subscriptionId, when })
const eventsOf = async (customerId: string) =>
  (
    await world.owner.query('select type from events where customer_id = $1 order by id', [inside(customerId)])
  ).rows.map(({ type }) => type)

describe('a new customer', () => {
  test('has the free plan, monthly and active since they were created, without a row', async () => {
    const customerId = await aCustomer(shop)
    const { createdAt } = (await shop.call(customers.get, { customerId })).body
    expect(await plans(shop, customerId)).toMatchObject({
      tier: { key: 'free', name: { en: 'Free', ar: 'مجانية' } },
      items: [
        {
          id: customerId.replace('cust_', 'sub_'),
          planId: 'free',
          planName: 'Free',
          status: 'active',
          billingCycle: 'monthly',
          startDate: createdAt,
          endDate: null,
          renewalDate: expect.any(String),
          cancelledAt: null,
        },
      ],
    })
    const { rows } = await world.owner.query('select 1 from subscriptions where customer_id = $1', [inside(customerId)])
    expect(rows).toEqual([])
  })

  test('that another system knew by a plan has that plan: no customer is demoted', async () => {
    for (const plan of ['premium', 'Enterprise', 'مميزة']) {
      const customerId = await aCustomer(shop, { plan, createdAt: '2024-03-01T08:00:00Z' })
      const { tier, items } = await plans(shop, customerId)
      expect(tier.key).toBe(plan === 'Enterprise' ? 'enterprise' : 'premium')
      expect(items).toMatchObject([{ status: 'active', startDate: '2024-03-01T08:00:00.000Z' }])
      expect(await tierOf(shop, customerId)).toBe(tier.key)
      expect((await shop.call(customers.get, { customerId })).body.plan).toBe(plan)
    }
    expect(await inShort(shop, await aCustomer(shop, { plan: 'Gold Pack' }))).toEqual(['free active'])
  })
})

describe('a plan', () => {
  test('gives its tier in the same transaction, ends the free one, and gives way to it when it ends', async () => {
    const customerId = await aCustomer(shop)
    const { id } = await started(shop, customerId, 'premium', { extra: { paidBy: 'inv_7' } })
    expect(await tierOf(shop, customerId)).toBe('premium')
    expect(await inShort(shop, customerId)).toEqual(['premium active', 'free expired'])
    expect((await one(customerId)).extra).toEqual({ paidBy: 'inv_7' })
    expect((await cancel(customerId, id)).body).toMatchObject({ status: 'cancelled', cancelledAt: expect.any(String) })
    expect(await tierOf(shop, customerId)).toBe('free')
    expect(await inShort(shop, customerId)).toEqual(['free active', 'premium cancelled', 'free expired'])
    expect(await eventsOf(customerId)).toEqual([
      'CustomerRegistered',
      'SubscriptionStarted',
      'SubscriptionEnded',
      'CustomerTierUpdated',
      'SubscriptionEnded',
      'SubscriptionStarted',
      'CustomerTierUpdated',
    ])
    const { rows } = await world.owner.query(
      `select tier, sum(count)::int as count from customer_tally where tenant_id = $1 group by 1 having sum(count) <> 0`,
      [shop.id],
    )
    const { rows: counted } = await world.owner.query(
      'select tier, count(*)::int as count from customers where tenant_id = $1 group by 1',
      [shop.id],
    )
    expect(new Set(rows.map(String))).toEqual(new Set(counted.map(String)))
    expect(rows.length).toBe(counted.length)
  })

  test('of a history is brought along with its dates, and gives nothing any more', async () => {
    const customerId = await aCustomer(shop)
    const past = { startDate: '2024-01-31T08:00:00Z', endDate: '2024-06-30T08:00:00Z' }
    expect(await started(shop, customerId, 'premium', past)).toMatchObject({ status: 'expired', renewalDate: null })
    const gone = { startDate: '2024-01-31T08:00:00Z', cancelledAt: '2024-03-01T08:00:00Z' }
    expect(await started(shop, customerId, 'basic', gone)).toMatchObject({
      status: 'cancelled',
      endDate: '2024-03-01T08:00:00.000Z',
    })
    expect(await tierOf(shop, customerId)).toBe('free')
    expect(await started(shop, customerId, 'premium', { startDate: '2099-01-31' })).toMatchObject({ status: 'pending' })
    expect(await inShort(shop, customerId)).toEqual([
      'premium pending',
      'free active',
      'premium expired',
      'basic cancelled',
    ])
  })

  test('begins and ends with the day of the business where only a date is given', async () => {
    const customerId = await aCustomer(shop)
    const days = { startDate: '2098-01-31', endDate: '2098-05-31' }
    const made = await started(shop, customerId, 'premium', days)
    expect(made).toMatchObject({ startDate: '2098-01-30T20:00:00.000Z', endDate: '2098-05-30T20:00:00.000Z' })
    const changed = await shop.call(api.change, {
      ...{ customerId, subscriptionId: made.id, endDate: '2098-06-30' },
    } as never)
    expect(changed.body.endDate).toBe('2098-06-29T20:00:00.000Z')
  })

  test('begins, ends and resumes when its time comes', async () => {
    const soon = new Date(Date.now() + 86_400_000).toISOString()
    const later = new Date(Date.now() + 4 * 86_400_000).toISOString()
    const customerId = await aCustomer(shop)
    const { id } = await started(shop, customerId, 'premium', { startDate: soon, endDate: later })
    await byTheSchedule(world, shop)
    expect(await tierOf(shop, customerId)).toBe('free')
    await age(world, customerId, '2 days')
    await byTheSchedule(world, shop)
    expect(await inShort(shop, customerId)).toEqual(['premium active', 'free expired'])
    const until = new Date(Date.now() + 86_400_000).toISOString()
    const paused = await shop.call(api.pause, { customerId, subscriptionId: id, until })
    expect(paused.body).toMatchObject({ status: 'paused', resumesAt: until, renewalDate: null })
    expect(await tierOf(shop, customerId)).toBe('free')
    await age(world, customerId, '2 days')
    await byTheSchedule(world, shop)
    // The pause lasted a day, by which the end moved.
    expect(await one(customerId)).toMatchObject({ planId: 'premium', status: 'active', pausedAt: null })
    const hours = (Date.parse((await one(customerId)).endDate) - Date.now()) / 3_600_000
    expect(Math.round(hours)).toBe(24)
    await age(world, customerId, '1 day')
    await byTheSchedule(world, shop)
    expect(await tierOf(shop, customerId)).toBe('free')
    expect(await inShort(shop, customerId)).toContain('premium expired')
  })

  test('is resumed by hand, and never paused twice or while a change is scheduled', async () => {
    const customerId = await aCustomer(shop)
    const { id: subscriptionId } = await started(shop, customerId, 'premium')
    expect((await shop.call(api.resume, { customerId, subscriptionId })).body.code).toBe(
      'membership.subscription_not_paused',
    )
    await cancel(customerId, subscriptionId, 'period_end')
    expect((await shop.call(api.pause, { customerId, subscriptionId })).body.code).toBe('membership.change_scheduled')
    await shop.call(api.revokeChange, { customerId, subscriptionId })
    expect((await shop.call(api.pause, { customerId, subscriptionId })).status).toBe(200)
    expect((await shop.call(api.pause, { customerId, subscriptionId })).body.code).toBe(
      'membership.subscription_not_active',
    )
    expect((await shop.call(api.resume, { customerId, subscriptionId })).body.status).toBe('active')
    expect(await tierOf(shop, customerId)).toBe('premium')
  })
})

test('a tier that drifted is derived anew from the plans, and named', async () => {
  const at = await aTenant(world)
  const [one, other] = [await aCustomer(at), await aCustomer(at)]
  await started(at, one, 'premium')
  expect((await at.run(rebuildTiers)).drifts).toEqual([])
  await world.owner.query(`update customers set tier = 'basic' where tenant_id = $1`, [at.id])
  expect((await at.run(rebuildTiers)).drifts.map(({ believed, counted }) => [believed, counted]).sort()).toEqual([
    ['basic', 'free'],
    ['basic', 'premium'],
  ])
  expect([await tierOf(at, one), await tierOf(at, other)]).toEqual(['premium', 'free'])
})

describe('a change of plan', () => {
  test('now keeps the id and leaves the time before in the list', async () => {
    const customerId = await aCustomer(shop)
    const { id } = await started(shop, customerId, 'premium')
    const { body } = await change(customerId, id, { planId: 'basic', billingCycle: 'yearly' })
    expect(body).toMatchObject({ id, planId: 'basic', billingCycle: 'yearly', status: 'active' })
    expect(await inShort(shop, customerId)).toEqual(['basic active', 'premium expired', 'free expired'])
    expect(await tierOf(shop, customerId)).toBe('basic')
  })

  test('at the end of the period is seen and revocable until then, and then happens by itself', async () => {
    const customerId = await aCustomer(shop)
    const { id, renewalDate } = await started(shop, customerId, 'premium')
    const scheduled = await change(customerId, id, { planId: 'basic', when: 'period_end' })
    expect(scheduled.body).toMatchObject({ planId: 'premium', scheduled: { planId: 'basic', at: renewalDate } })
    expect((await shop.call(api.revokeChange, { customerId, subscriptionId: id })).body.scheduled).toBe(null)
    expect((await shop.call(api.revokeChange, { customerId, subscriptionId: id })).body.code).toBe(
      'membership.nothing_scheduled',
    )
    await change(customerId, id, { planId: 'basic', when: 'period_end' })
    await byTheSchedule(world, shop)
    expect(await tierOf(shop, customerId)).toBe('premium')
    await age(world, customerId, '40 days')
    await byTheSchedule(world, shop)
    expect(await tierOf(shop, customerId)).toBe('basic')
    expect(await one(customerId)).toMatchObject({ id, planId: 'basic', scheduled: null })
    expect((await cancel(customerId, id, 'period_end')).body).toMatchObject({
      status: 'active',
      renewalDate: null,
      scheduled: { planId: null },
    })
    await age(world, customerId, '40 days')
    await byTheSchedule(world, shop)
    expect(await inShort(shop, customerId)).toContain('basic cancelled')
    expect(await tierOf(shop, customerId)).toBe('free')
  })

  test('is previewed by the same rules, and nothing is written', async () => {
    const at = await aTenant(world)
    await decideOn(at)
    const customerId = await aCustomer(at)
    const preview = async (more: object) => (await at.call(api.preview, { customerId, ...more } as never)).body
    const up = await preview({ planId: 'premium' })
    expect(up).toMatchObject({
      tier: { from: { key: 'free' }, to: { key: 'premium' } },
      plans: { from: ['free'], to: ['premium'] },
      features: [
        { key: 'freePickup', from: false, to: true },
        { key: 'discount', from: 0, to: 15 },
        { key: 'speed', from: 'normal', to: 'express' },
      ],
    })
    expect(await inShort(at, customerId)).toEqual(['free active'])
    const { id: subscriptionId, renewalDate } = await started(at, customerId, 'premium')
    const down = await preview({ subscriptionId, planId: 'basic', when: 'period_end' })
    expect(down).toMatchObject({ at: renewalDate, tier: { to: { key: 'basic' } } })
    expect(down.features.map(({ key }: { key: string }) => key)).toEqual(['freePickup', 'discount', 'speed'])
    expect(await preview({ subscriptionId, cancel: true })).toMatchObject({ plans: { to: ['free'] } })
    expect(await inShort(at, customerId)).toEqual(['premium active', 'free expired'])
    expect((await preview({ planId: 'premium' })).code).toBe('membership.already_subscribed')
  })
})

describe('refused, and nothing written', () => {
  test('plans that there are not, dates that run backwards: all fields at once, each in words', async () => {
    const customerId = await aCustomer(shop)
    const both = await start(shop, customerId, 'none', { startDate: '2026-02-01', endDate: '2026-01-01' })
    expect(both.status).toBe(422)
    expect(both.body.errors).toMatchObject([
      { path: 'planId', code: 'plan_unknown' },
      { path: 'endDate', code: 'ends_before_start' },
    ])
    const codes = async (more: object) =>
      (await start(shop, customerId, 'premium', more as never)).body.errors.map(({ path }: { path: string }) => path)
    expect(await codes({ billingCycle: 'weekly' })).toEqual(['billingCycle'])
    expect(await codes({ anchorDay: 32 })).toEqual(['anchorDay'])
    expect(await codes({ startDate: '9999-01-01' })).toEqual(['startDate'])
    expect(await codes({ price: 5 })).toEqual(['price'])
    expect(await inShort(shop, customerId)).toEqual(['free active'])
  })

  test('the free plan cannot be ended or paused, one that is over not changed, none had twice', async () => {
    const customerId = await aCustomer(shop)
    const free = (await one(customerId)).id
    expect((await cancel(customerId, free)).body.code).toBe('membership.free_plan_stays')
    expect((await shop.call(api.pause, { customerId, subscriptionId: free })).body.code).toBe(
      'membership.free_plan_stays',
    )
    const { id } = await started(shop, customerId, 'premium', { billingCycle: 'lifetime' })
    expect((await start(shop, customerId, 'premium')).body.code).toBe('membership.already_subscribed')
    expect((await cancel(customerId, id, 'period_end')).body.code).toBe('membership.no_period')
    await cancel(customerId, id)
    expect((await cancel(customerId, id)).body.code).toBe('membership.subscription_over')
    expect((await change(customerId, id, { planId: 'basic' })).body.code).toBe('membership.subscription_over')
  })

  test('the neighbour, a caller without the permission, and a till that may only look', async () => {
    const customerId = await aCustomer(shop)
    const { id: subscriptionId } = await started(shop, customerId, 'premium')
    const [mine, flair] = [
      { customerId, subscriptionId },
      { customerId, flairId: 'gold' },
    ]
    const another = { customerId, planId: 'basic' }
    const each = [
      ...[api.list, api.features, api.featureDocument, api.explain, api.listFlairs].map((e) => [e, { customerId }]),
      ...[api.change, api.cancel, api.revokeChange, api.pause, api.resume].map((e) => [e, mine]),
      ...[api.preview, api.start].map((e) => [e, another]),
      ...[api.awardFlair, api.removeFlair].map((e) => [e, flair]),
    ] as never as [typeof api.list, { customerId: string }][]
    for (const [endpoint, input] of each)
      expect((await neighbour.call(endpoint, input)).status, endpoint.path).toBe(404)
    const strange = (await plans(neighbour, await aCustomer(neighbour))).items[0].id
    expect((await cancel(customerId, strange)).status).toBe(404)
    const looking = await shop.with('plans:read', 'customers:read')
    expect((await looking.call(api.list, { customerId })).status).toBe(200)
    expect((await looking.call(api.start, another as never)).status).toBe(403)
    expect((await looking.call(api.cancel, { ...mine, when: 'now' })).status).toBe(403)
    expect((await looking.call(api.awardFlair, flair as never)).status).toBe(403)
    expect((await looking.call(api.changePlans, usualPlans)).status).toBe(403)
    expect(await tierOf(shop, customerId)).toBe('premium')
  })
})

describe('the catalogue', () => {
  test('is decided as a whole, in the language of people; of two who decide, one is told', async () => {
    const at = await aTenant(world)
    const { body, headers } = await at.call(api.readPlans, {})
    expect(body).toMatchObject({ version: 0, catalogue: usualPlans })
    await decideOn(at)
    const late = await at.call(api.changePlans, CATALOGUE, { headers: { 'if-match': headers.get('etag')! } })
    expect([late.status, late.body.version]).toEqual([412, 1])
  })

  test('refuses what does not fit together, all at once', async () => {
    const wrong = {
      tiers: [...CATALOGUE.tiers].reverse(),
      features: [...CATALOGUE.features, { ...CATALOGUE.features[0]!, type: 'number' }],
      plans: CATALOGUE.plans.map((plan) =>
        plan.key === 'free'
          ? { ...plan, offered: false }
          : plan.key === 'premium'
            ? { ...plan, features: { discount: 'much', none: 1, speed: 'slow' } }
            : plan,
      ),
    }
    const { status, body } = await shop.call(api.changePlans, wrong as never)
    expect(status).toBe(422)
    expect(body.errors.map(({ path, code }: Record<string, string>) => `${path} ${code}`)).toEqual([
      'tiers all_tiers',
      'features.4.key repeated_key',
      'features.4.default feature_value',
      'plans.2.features.discount feature_value',
      'plans.2.features.none feature_unknown',
      'plans.2.features.speed feature_value',
      'plans free_plan',
    ])
  })

  test('keeps plans that customers have or had; withdrawn from sale they stay, and none else gets them', async () => {
    const at = await aTenant(world)
    const customerId = await aCustomer(at)
    await started(at, customerId, 'premium')
    const without = { ...usualPlans, plans: usualPlans.plans.filter(({ key }) => key !== 'premium') }
    expect((await at.call(api.changePlans, without)).body).toMatchObject({
      code: 'membership.plan_in_use',
      plans: ['premium'],
    })
    const withdrawn = usualPlans.plans.map((plan) => ({ ...plan, offered: plan.key !== 'premium' }))
    await decideOn(at, { ...usualPlans, plans: withdrawn })
    expect(await tierOf(at, customerId)).toBe('premium')
    const { body } = await start(at, await aCustomer(at), 'premium')
    expect(body.errors).toMatchObject([{ path: 'planId', code: 'plan_retired' }])
  })

  test('decides by its order of the tiers which plan is the best; customers follow soon', async () => {
    const at = await aTenant(world)
    const customerId = await aCustomer(at)
    await started(at, customerId, 'premium')
    await started(at, customerId, 'basic')
    expect(await tierOf(at, customerId)).toBe('premium')
    const [free, basic, premium, enterprise] = usualPlans.tiers
    await decideOn(at, { ...usualPlans, tiers: [free, premium, basic, enterprise] })
    await byTheSchedule(world, at)
    expect(await tierOf(at, customerId)).toBe('basic')
    const moved = usualPlans.plans.map((plan) => (plan.key === 'premium' ? { ...plan, tier: 'enterprise' } : plan))
    await decideOn(at, { ...usualPlans, plans: moved })
    await byTheSchedule(world, at)
    expect(await tierOf(at, customerId)).toBe('enterprise')
  })
})

describe('features', () => {
  test('a choice says what the business calls the value, in both languages', async () => {
    const at = await aTenant(world)
    await decideOn(at)
    const { body } = await at.call(api.features, { customerId: await aCustomer(at) })
    const named = body.features.map(({ key, valueName }: { key: string; valueName: object | null }) => [key, valueName])
    expect(Object.fromEntries(named)).toMatchObject({ speed: { en: 'Normal', ar: 'اسم' }, discount: null })
  })

  test('each with its source: override, plan, tier, default', async () => {
    const at = await aTenant(world)
    await decideOn(at)
    const customerId = await aCustomer(at)
    expect(await features(at, customerId)).toEqual({
      freePickup: 'false by default',
      discount: '0 by default',
      speed: 'normal by default',
      greeting: 'Hello by default',
    })
    await started(at, customerId, 'premium')
    expect(await features(at, customerId)).toEqual({
      freePickup: 'true by tier premium',
      discount: '15 by plan premium',
      speed: 'express by plan premium',
      greeting: 'Hello by default',
    })
    const own = { discount: 20, speed: 'warp', beta: true, deep: { not: 'shown' } }
    await at.call(customers.change, { customerId, features: own })
    expect(await features(at, customerId)).toEqual({
      freePickup: 'true by tier premium',
      discount: '20 by override',
      speed: 'express by plan premium',
      greeting: 'Hello by default',
      beta: 'true by override',
    })
  })

  test('and the plan are explained with the values that were compared', async () => {
    const at = await aTenant(world)
    await decideOn(at)
    const customerId = await aCustomer(at, { features: { discount: 'much' } })
    await started(at, customerId, 'premium')
    const { body } = await at.call(api.explain, { customerId })
    expect(body.plan).toMatchObject({
      value: 'premium',
      rule: { key: 'best_active_plan' },
      source: 'membership.plans version 1',
      compared: [
        { what: 'Free, tier 1 of 4', value: 'expired', met: false },
        { what: 'Premium, tier 3 of 4', value: 'active', met: true },
      ],
    })
    const discount = body.features.find(({ key }: { key: string }) => key === 'discount')
    expect(discount).toMatchObject({ value: 15, rule: { key: 'first_of_four:plan' } })
    expect(discount.compared).toMatchObject([
      { value: 'much', needs: 'number', met: false },
      { value: 15, met: true },
      { value: 10, met: true },
      { value: 0, met: true },
    ])
  })
})
