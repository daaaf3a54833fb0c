import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as loyalty from '../../loyalty/contract.ts'
import * as orders from '../../orders/contract.ts'
import { usualFlairs } from '../catalogue/flairs.ts'
import * as api from '../contract.ts'
import { aCustomer, byTheSchedule, inside } from '../membership.harness.ts'
import { birthdayAfter } from './earned.ts'
import { beginDailyRun } from './runs.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const held = async (customerId: string, at = shop): Promise<string[]> =>
  (await at.call(api.listFlairs, { customerId })).body.items.map(({ flairId }: { flairId: string }) => flairId)
const order = async (customerId: string, total = 1_000, at = shop) => {
  const { status, body } = await at.call(orders.place, { customerId, total } as never)
  expect(status, JSON.stringify(body)).toBe(201)
}
const award = (customerId: string, flairId: string) => shop.call(api.awardFlair, { customerId, flairId } as never)
const awarded = async (customerId: string) =>
  (
    await world.owner.query(
      `select data->>'flair' as flair from events where type = 'FlairAwarded' and customer_id = $1`,
      [inside(customerId)],
    )
  ).rows.map(({ flair }) => flair)

describe('by a person', () => {
  test('given, listed and taken away: never twice at a time', async () => {
    const customerId = await aCustomer(shop)
    expect(await held(customerId)).toEqual([])
    const { status, body } = await award(customerId, 'gold')
    expect(status).toBe(201)
    expect(body).toMatchObject({ flairId: 'gold', name: 'Gold', icon: '★', category: 'loyalty', rule: null })
    expect((await award(customerId, 'gold')).body.code).toBe('membership.flair_held')
    expect((await award(customerId, 'none')).body.errors).toMatchObject([{ path: 'flairId', code: 'flair_unknown' }])
    const remove = () => shop.call(api.removeFlair, { customerId, flairId: 'gold' })
    expect((await remove()).status).toBe(200)
    expect((await remove()).body.code).toBe('membership.flair_not_held')
    expect((await award(customerId, 'gold')).status).toBe(201)
    expect(await held(customerId)).toEqual(['gold'])
  })
})

describe('by a rule', () => {
  test('the first and the tenth order, each in the transaction of the order, once', async () => {
    const customerId = await aCustomer(shop)
    await order(customerId)
    expect(await held(customerId)).toEqual(['first-order'])
    await shop.call(api.removeFlair, { customerId, flairId: 'first-order' })
    for (let n = 2; n <= 11; n++) await order(customerId)
    expect(await held(customerId)).toEqual(['tenth-order'])
    expect(await awarded(customerId)).toEqual(['first-order', 'tenth-order'])
  })

  test('gold, with the tier by spending', async () => {
    const customerId = await aCustomer(shop)
    await order(customerId, 600_000)
    await shop.call(loyalty.reviewOne, { customerId })
    expect(await held(customerId)).toContain('gold')
  })

  test('a year and a birthday come with time; the look at all gives what was earned before, never twice', async () => {
    const at = await aTenant(world)
    const old = { createdAt: '2023-05-01T08:00:00Z', birthDate: '1990-11-21' }
    const [first, second] = [await aCustomer(at, old), await aCustomer(at, old)]
    await aCustomer(at)
    await at.call(api.awardFlair, { customerId: second, flairId: 'one-year' } as never)
    await at.call(api.removeFlair, { customerId: second, flairId: 'one-year' })
    const { body } = await at.call(api.previewFlairs, {})
    expect(body).toMatchObject({
      looked: 3,
      flairs: [
        { flairId: 'one-year', customers: 1, named: [{ customerId: first, name: 'Salim' }] },
        { flairId: 'birthday', customers: 2 },
      ],
    })
    const nameless = await at.with('plans:manage')
    expect((await nameless.call(api.previewFlairs, {})).body.flairs[0]).toMatchObject({ customers: 1, named: [] })
    expect(await held(first, at)).toEqual([])
    expect((await at.call(api.applyFlairs, {})).status).toBe(202)
    expect((await at.call(api.applyFlairs, {})).body.code).toBe('membership.flair_run_under_way')
    await byTheSchedule(world, at)
    const { items } = (await at.call(api.listFlairs, { customerId: first })).body
    expect(items).toMatchObject([
      { flairId: 'birthday', earnedAt: '2023-11-20T20:00:00.000Z', rule: 'birthday' },
      { flairId: 'one-year', earnedAt: '2024-05-01T08:00:00.000Z', rule: 'years:1' },
    ])
    expect(await held(second, at)).toEqual(['birthday'])
    for (const _ of [1, 2]) await at.run(beginDailyRun)
    await byTheSchedule(world, at)
    const { items: runs } = (await at.call(api.listFlairRuns, {})).body
    expect(runs.map(({ done, awarded: given }: Record<string, number>) => [done, given])).toEqual([
      [3, 0],
      [3, 3],
    ])
  })

  test('a new rule for what was before: previewed before it is saved, then applied', async () => {
    const at = await aTenant(world)
    const customerId = await aCustomer(at)
    for (const _ of [1, 2]) await order(customerId, 1_000, at)
    const twice = {
      ...usualFlairs.flairs[0]!,
      key: 'second-order',
      rule: { on: 'orders' as const, count: 2 },
    }
    const wanted = { flairs: [...usualFlairs.flairs, twice] }
    expect((await at.call(api.previewFlairs, wanted)).body.flairs).toMatchObject([
      { flairId: 'second-order', customers: 1 },
    ])
    expect((await at.call(api.changeFlairs, wanted)).status).toBe(200)
    expect(await held(customerId, at)).toEqual(['first-order'])
    await at.call(api.applyFlairs, {})
    await byTheSchedule(world, at)
    expect(await held(customerId, at)).toEqual(['first-order', 'second-order'])
    expect((await at.call(api.changeFlairs, usualFlairs)).body).toMatchObject({
      code: 'membership.flair_in_use',
      flairs: ['second-order'],
    })
  })
})

test('29 February is the 28th in other years', () => {
  const born = (day: string, since: string) => birthdayAfter(day, new Date(since), 'Asia/Muscat')?.toISOString()
  expect(born('2000-02-29', '2026-01-01T00:00:00Z')).toBe('2026-02-27T20:00:00.000Z')
  expect(born('2000-02-29', '2027-06-01T00:00:00Z')).toBe('2028-02-28T20:00:00.000Z')
  expect(born('1990-11-21', '2026-11-21T08:00:00Z')).toBe('2027-11-20T20:00:00.000Z')
})
