import fc from 'fast-check'
import { sql as raw } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { add } from '../addresses/contract.ts'
import { change, changeOwnFields, create, list } from '../customers/contract.ts'
import { place } from '../orders/contract.ts'
import { anOrder } from '../orders/orders.harness.ts'
import * as api from './contract.ts'
import { outcomes, prepare } from './deciding/current.ts'
import { Definitions, type Rule } from './rules/grammar.ts'
import { outcomeOf } from './rules/of-one.ts'
import { programOf } from './rules/program.ts'
import { byTheClock, decide, definitions, named, otherwise } from './segments.harness.ts'
import { sql } from './tables.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  expect((await shop.call(changeOwnFields, { person: OWN_FIELDS, address: [] } as never)).status).toBe(200)
  await decide(world, shop, definitions({}, { friend: null }))
  await somePeople()
})
afterAll(() => world.close())

const label = { en: 'A field', ar: 'حقل' }
const OWN_FIELDS = [
  { key: 'children', label, type: 'number', compared: true },
  { key: 'ends', label, type: 'date', compared: true },
  { key: 'hall', label, type: 'text' },
  { key: 'member', label, type: 'boolean' },
]
const HALLS = ['East', 'west', undefined]
const today = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const ownOf = (n: number) => ({
  ...(n % 3 && { children: n % 5 === 0 ? -1.5 : n / 2 }),
  ...(n % 4 && { ends: n % 4 === 1 ? '1999-12-31' : today(40 * (n - 6)) }),
  ...(HALLS[n % 3] && { hall: HALLS[n % 3] }),
  ...(n % 2 && { member: n % 5 === 0 }),
})
const BIRTHS = ['1950-02-03', '1990-06-07', '2015-01-01', undefined]
const CITIES = ['Muscat', 'مسقط', 'Salalah']

async function somePeople() {
  for (let n = 0; n < 12; n++) {
    const body = {
      ...(n % 3 === 0 ? { type: 'guest' } : { firstName: `P${n}`, phone: `+968921000${String(n).padStart(2, '0')}` }),
      locale: n % 2 ? 'ar' : 'en',
      ownFields: ownOf(n),
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
    attribute: fc.constantFrom('lastOrder', 'firstOrder', 'registered', 'ownDate.ends'),
    is: fc.constantFrom('within' as const, 'longer_ago' as const),
    value: days,
  }),
  fc.record({
    attribute: fc.constant('completeness'),
    is: fc.constantFrom('at_least' as const, 'at_most' as const),
    value: fc.constantFrom(0, 33, 67, 100),
  }),
  fc.record({
    attribute: fc.constant('ownNumber.children'),
    is: fc.constantFrom('at_least' as const, 'at_most' as const),
    value: fc.constantFrom(-2, -1.5, 0, 0.5, 3, 5.5),
  }),
  fc.record({
    attribute: fc.constant('ownDate.ends'),
    is: fc.constantFrom('before' as const, 'on_or_after' as const),
    value: fc.constantFrom('1999-12-31', '2000-01-01', today(0), today(40)),
  }),
  fc.record({
    attribute: fc.constantFrom('ownField.hall', 'ownField.member'),
    is: fc.constantFrom('one_of' as const, 'none_of' as const),
    value: fc.subarray(['east', 'West', 'yes', 'no'], { minLength: 1 }),
  }),
  fc.record({
    attribute: fc.constantFrom(
      'ownField.hall',
      'ownField.member',
      'ownNumber.children',
      'ownDate.ends',
      'ownField.gone',
    ),
    is: fc.constantFrom('known' as const, 'unknown' as const),
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
})

const wanted = fc.record({
  segments: fc.array(rule, { minLength: 1, maxLength: 3 }),
  tags: fc.array(rule, { maxLength: 1 }),
})
interface Moves {
  readonly segments: readonly {
    readonly key: string
    readonly after: number
    readonly come: number
    readonly go: number
  }[]
  readonly tags: readonly { readonly key: string; readonly after: number }[]
}
type Counted = readonly { readonly key: string; readonly customers: number }[]

test('what a preview says is what then happens, and it is undone', async () => {
  let tried = 0
  for (const { segments, tags } of fc.sample(wanted, 40)) {
    if (tried === 8) break
    const given = definitions(Object.fromEntries(segments.map((rule, n) => [`s${n}`, rule])), {
      friend: null,
      ...Object.fromEntries(tags.map((rule, n) => [`t${n}`, rule])),
    })
    const preview = await shop.call(api.preview, given as never)
    // A rule that fits no one is refused.
    if (preview.status === 422) continue
    tried++
    const before: Counted = (await shop.call(api.read, {})).body.segments
    await decide(world, shop, given)
    const { segments: now, otherwise: rest, tags: tagged } = (await shop.call(api.read, {})).body
    const said: Moves = preview.body
    const counts = (all: Counted) => Object.fromEntries(all.map(({ key, customers }) => [key, customers]))
    const afters = (all: readonly { readonly key: string; readonly after: number }[]) =>
      Object.fromEntries(all.filter(({ after }) => after > 0).map(({ key, after }) => [key, after]))
    const some = (all: Counted) => all.filter(({ customers }) => customers > 0)
    expect(afters(said.segments)).toEqual(counts(some([...now, rest])))
    expect(afters(said.tags)).toEqual(counts(some(tagged)))
    // Nothing is left to change.
    expect((await shop.call(api.preview, given as never)).body.changing).toBe(0)
    await shop.call(api.undo, {})
    await byTheClock(world, shop)
    expect((await shop.call(api.read, {})).body.segments).toEqual(before)
  }
  expect(tried).toBe(8)
})

const ACTS = ['order', 'rename', 'language', 'tag', 'untag', 'decide', 'undo'] as const
const acts = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.nat(11), fc.nat(3)), { minLength: 14, maxLength: 14 })

test('each customer has exactly one segment, also when all happens at once', async () => {
  const { body: listed } = await shop.call(list, {} as never)
  const people: string[] = listed.items.map(({ id }: { id: string }) => id)
  const isOurs = ({ status }: { readonly status: number }) => expect(status).toBeLessThan(500)
  async function act(what: (typeof ACTS)[number], n: number, much: number) {
    const customerId = people[n % people.length]!
    if (what === 'order') isOurs(await shop.call(place, { customerId, total: 1_000 * (much + 1) } as never))
    if (what === 'rename') isOurs(await shop.call(change, { customerId, lastName: `Al ${much}` } as never))
    if (what === 'language') isOurs(await shop.call(change, { customerId, locale: much % 2 ? 'ar' : 'en' } as never))
    if (what === 'tag') isOurs(await shop.call(api.giveTag, { customerId, tag: 'friend' }))
    if (what === 'untag') isOurs(await shop.call(api.takeTag, { customerId, tag: 'friend' }))
    const spent = { attribute: 'spent', is: 'at_least', value: 1_000 * (much + 1) } as const
    const arabic: Rule = { attribute: 'language', is: 'one_of', value: ['ar'] }
    if (what === 'decide')
      isOurs(await shop.call(api.decide, definitions({ spent, arabic }, { friend: null, again: spent }) as never))
    if (what === 'undo') isOurs(await shop.call(api.undo, {}))
    // The job of the rules runs beside all of it.
    if (what === 'decide' || what === 'undo') await byTheClock(world, shop)
  }
  for (const round of fc.sample(acts, 6)) {
    await Promise.all(round.map(([what, n, much]) => act(what, n, much)))
    const { rows } = await world.owner.query<{ id: string; now: number; same: boolean }>(
      `select c.id, count(h.key)::int as now, bool_and(h.key = m.segment and c.segment = m.segment) as same
         from customers c left join segment_members m on m.tenant_id = c.tenant_id and m.customer_id = c.id
         left join segment_history h on h.tenant_id = c.tenant_id and h.customer_id = c.id and h.went_at is null and not h.is_tag
        where c.tenant_id = $1 group by c.id`,
      [shop.id],
    )
    expect(rows.length).toBe(people.length)
    expect(rows.filter(({ now, same }) => now !== 1 || !same)).toEqual([])
  }
  await byTheClock(world, shop)
  const { segments, otherwise: rest, tags } = (await shop.call(api.listVersions, {})).body.items[0]
  // Each is where the rules of now say.
  expect((await shop.call(api.preview, { segments, otherwise: rest, tags } as never)).body.changing).toBe(0)
})
