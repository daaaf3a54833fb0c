import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as merging from '../merging/contract.ts'
import * as api from './contract.ts'
import { aCustomer, age, byTheSchedule, expectTiers, inShort, plans, start } from './membership.harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const PLANS = ['free', 'basic', 'premium', 'enterprise'] as const
const ACTS = ['start', 'later', 'change', 'change at the end', 'cancel', 'cancel at the end', 'revoke'] as const
const step = fc.record({
  act: fc.constantFrom(...ACTS, 'pause', 'pause a day', 'resume', 'time', 'merge', 'undo'),
  who: fc.nat(1),
  plan: fc.constantFrom(...PLANS),
  which: fc.nat(3),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

/** Two people whose records may be one for a while. What is refused changes nothing, and the law holds all the same. */
async function live(people: readonly string[], steps: readonly Step[]) {
  let merge: string | null = null
  for (const { act, who, plan: planId, which } of steps) {
    const customerId = merge ? people[1]! : people[who]!
    const { items } = await plans(shop, customerId)
    const subscriptionId = items[which % items.length].id
    const one = { customerId, subscriptionId }
    const done: Readonly<Record<Step['act'], () => Promise<unknown>>> = {
      start: () => start(shop, customerId, planId),
      later: () => start(shop, customerId, planId, { startDate: inDays(1), endDate: inDays(3) }),
      change: () => shop.call(api.change, { ...one, planId } as never),
      'change at the end': () => shop.call(api.change, { ...one, planId, when: 'period_end' } as never),
      cancel: () => shop.call(api.cancel, { ...one, when: 'now' }),
      'cancel at the end': () => shop.call(api.cancel, { ...one, when: 'period_end' }),
      revoke: () => shop.call(api.revokeChange, one),
      pause: () => shop.call(api.pause, one),
      'pause a day': () => shop.call(api.pause, { ...one, until: inDays(1) } as never),
      resume: () => shop.call(api.resume, one),
      async time() {
        for (const person of people) await age(world, person, '20 days')
        await byTheSchedule(world, shop)
      },
      async merge() {
        if (merge) return
        const [from, into] = people
        const { body } = await shop.call(merging.merge, { from, into, reason: 'one person' } as never)
        merge = body.id
      },
      async undo() {
        if (!merge) return
        const { status, body } = await shop.call(merging.undo, { mergeId: merge, reason: 'not the same' })
        expect(status, JSON.stringify(body)).toBe(200)
        merge = null
      },
    }
    await done[act]()
  }
}

test('the tier is always that of the best active plan, and free without any', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await live([await aCustomer(shop), await aCustomer(shop)], steps)
      await expectTiers(world, shop)
    }),
    { numRuns: 12 },
  )
})

test('two who change one customer at once leave one plan of a kind, and the law holds', async () => {
  const customerId = await aCustomer(shop)
  const answers = await Promise.all([1, 2, 3, 4].map(() => start(shop, customerId, 'premium')))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  await Promise.all(PLANS.map((planId) => start(shop, customerId, planId)))
  await expectTiers(world, shop)
  expect((await inShort(shop, customerId))[0]).toMatch(/active$/)
})
