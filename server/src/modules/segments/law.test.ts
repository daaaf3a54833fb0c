import fc from 'fast-check'
import { sql as raw } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { add } from '../addresses/contract.ts'
import { create } from '../customers/contract.ts'
import { anOrder } from '../orders/orders.harness.ts'
import { outcomes, prepare } from './deciding/current.ts'
import { Definitions, type Rule } from './rules/grammar.ts'
import { outcomeOf } from './rules/of-one.ts'
import { programOf } from './rules/program.ts'
import { decide, definitions, named, otherwise } from './segments.harness.ts'
import { sql } from './tables.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  await decide(world, shop, definitions({}, { friend: null }))
  await somePeople()
}, 60_000)
afterAll(() => world.close())

const BIRTHS = ['1950-02-03', '1990-06-07', '2015-01-01', undefined]
const CITIES = ['Muscat', 'مسقط', 'Salalah']

async function somePeople() {
  for (let n = 0; n < 12; n++) {
    const body = {
      ...(n % 3 === 0 ? { type: 'guest' } : { firstName: `P${n}`, phone: `+968921000${String(n).padStart(2, '0')}` }),
      locale: n % 2 ? 'ar' : 'en',
      ...(BIRTHS[n % 4] && { birthDate: BIRTHS[n % 4] }),
    }
    const { body: made } = await shop.call(create, body as never)
    for (let order = 0; order < n % 4; order++) await anOrder(shop, { customerId: made.id, total: 5_000 * n })
    if (n % 3 === 1) {
      await shop.call(add, {
        customerId: made.id,
        type: 'home',
        country: 'OM',
        city: CITIES[n % 2],
        street: 'A',
      } as never)
    }
  }
  const back = `update loyalty_orders set at = at - (random() * 120) * interval '1 day' where tenant_id = $1`
  await world.owner.query(back, [shop.id])
}

const days = fc.constantFrom(1, 10, 30, 60, 90, 365)
const window = fc.option(
  days.map((n) => ({ days: n })),
  { nil: undefined },
)
const comparison: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    attribute: fc.constantFrom('spent', 'orders'),
    is: fc.constantFrom('at_least' as const, 'at_most' as const),
    value: fc.constantFrom(0, 1, 2, 10_000, 40_000),
    window,
  }),
  fc.record({
    attribute: fc.constantFrom('lastOrder', 'firstOrder', 'registered'),
    is: fc.constantFrom('within' as const, 'longer_ago' as const),
    value: days,
  }),
  fc.record({
    attribute: fc.constantFrom('lastOrder', 'ageBand', 'city', 'interests'),
    is: fc.constantFrom('known' as const, 'unknown' as const),
  }),
  fc.record({ attribute: fc.constant('verified'), is: fc.constantFrom('yes' as const, 'no' as const) }),
  fc.record({
    attribute: fc.constantFrom('type', 'language', 'ageBand', 'source'),
    is: fc.constantFrom('one_of' as const, 'none_of' as const),
    value: fc.subarray(['guest', 'stub', 'en', 'ar', '25_34', '65_and_over', 'api'], { minLength: 1 }),
  }),
  fc.record({
    attribute: fc.constantFrom('city', 'tags', 'consents'),
    is: fc.constantFrom('any_of' as const, 'none_of' as const, 'all_of' as const),
    value: fc.subarray(['muscat', 'Salalah', 'friend', 'marketing.sms'], { minLength: 1 }),
  }),
)
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('rule').map((not) => ({ not })),
  ),
}))

test('a rule says the same of each person, in a statement for all and in a function for one', async () => {
  const wanted = fc.record({
    segments: fc.array(rule, { minLength: 1, maxLength: 4 }),
    tags: fc.array(rule, { maxLength: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(wanted, ({ segments, tags }) =>
      shop.run(async (ctx) => {
        const decided = Definitions.parse(
          JSON.parse(
            JSON.stringify({
              segments: segments.map((rule, n) => ({ ...named(`s${n}`), rule })),
              otherwise,
              tags: [{ ...named('friend'), rule: null }, ...tags.map((rule, n) => ({ ...named(`t${n}`), rule }))],
            }),
          ),
        )
        const program = programOf(ctx.keys, ctx.attributes, decided, 0)
        const { rows } = await raw<{ id: string; segment: string; tags: string[]; due_at: Date | null }>`
          ${outcomes(ctx, program, null, null)}`.execute(sql(ctx))
        const people = await prepare(program).valuesOf(
          ctx,
          rows.map(({ id }) => id),
        )
        expect(people).toHaveLength(rows.length)
        for (const person of people) {
          const { segment, tags, due } = outcomeOf(program, person, ctx.now, person.by_hand)
          const inStatement = rows.find(({ id }) => id === person.id)!
          expect([segment, tags, due?.getTime()]).toEqual([
            inStatement.segment,
            inStatement.tags,
            inStatement.due_at?.getTime(),
          ])
        }
      }),
    ),
    { numRuns: 150 },
  )
}, 120_000)
