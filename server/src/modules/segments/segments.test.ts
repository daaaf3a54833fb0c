import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { ROLES } from '../../permissions.ts'
import { change, get, list } from '../customers/contract.ts'
import { merge } from '../merging/contract.ts'
import * as orders from '../orders/contract.ts'
import { aCustomer, anOrder } from '../orders/orders.harness.ts'
import { restrict } from '../privacy/contract.ts'
import * as api from './contract.ts'
import type { Rule } from './rules/grammar.ts'
import { byTheClock, daysPass, decide, definitions, inside, placeOf, segmentsOf } from './segments.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const spent = (value: number) => ({ attribute: 'spent', is: 'at_least', value, window: { days: 90 } }) as const
const VIPS = definitions(
  { vip: spent(50_000), known: { attribute: 'type', is: 'one_of', value: ['stub', 'full'] } },
  { arabic: { attribute: 'language', is: 'one_of', value: ['ar'] }, friend: null },
)

describe('a customer', () => {
  let own: Shop
  beforeAll(async () => {
    own = await aTenant(world)
    await decide(world, own, VIPS)
  })

  test('is in the first segment that fits, from the moment that they fit', async () => {
    const { customerId } = await aCustomer(own, { locale: 'ar' })
    expect(await placeOf(own, customerId)).toEqual(['known', 'arabic'])
    const order = await anOrder(own, { customerId, total: 60_000 })
    expect(await placeOf(own, customerId)).toEqual(['vip', 'arabic'])
    expect((await own.call(get, { customerId })).body.segment).toBe('vip')
    await own.call(orders.refund, { orderId: order.id } as never)
    expect(await placeOf(own, customerId)).toEqual(['known', 'arabic'])
    await own.call(change, { customerId, locale: 'en' } as never)
    expect(await placeOf(own, customerId)).toEqual(['known'])
  })

  test('leaves when time has passed, although nothing happens', async () => {
    const { customerId } = await aCustomer(own)
    await anOrder(own, { customerId, total: 60_000 })
    expect(await placeOf(own, customerId)).toEqual(['vip'])
    await daysPass(world, own, 89)
    await byTheClock(world, own)
    expect(await placeOf(own, customerId)).toEqual(['vip'])
    await daysPass(world, own, 2)
    await byTheClock(world, own)
    expect(await placeOf(own, customerId)).toEqual(['known'])
  })

  test('is told of with from, to and why, and the history knows who was where', async () => {
    const { customerId } = await aCustomer(own)
    const before = new Date().toISOString()
    await anOrder(own, { customerId, total: 60_000 })
    const { rows } = await world.owner.query(
      `select data from events where tenant_id = $1 and customer_id = $2 and type = 'CustomerSegmentChanged' order by id`,
      [own.id, inside(customerId)],
    )
    expect(rows.map(({ data }) => [data.from, data.to, data.why.cause])).toEqual([
      [null, 'known', 'change'],
      ['known', 'vip', 'change'],
    ])
    const then = (await own.call(api.ofOne, { customerId, at: before })).body
    expect(then.segment.key).toBe('known')
    const who = async (key: string, at?: string) =>
      (await own.call(api.listCustomers, { key, ...(at && { at }), limit: '200' } as never)).body.items.map(
        (one: { customerId: string }) => one.customerId,
      )
    expect(await who('vip')).toContain(customerId)
    expect(await who('vip', before)).not.toContain(customerId)
    expect(await who('known', before)).toContain(customerId)
  })

  test('is explained with the values that were compared', async () => {
    const { customerId } = await aCustomer(own)
    await anOrder(own, { customerId, total: 12_000 })
    const { explained } = await segmentsOf(own, customerId)
    expect(
      explained.segments.map(({ rule, value }: { rule: { key: string }; value: boolean }) => [rule.key, value]),
    ).toEqual([
      ['vip', false],
      ['known', true],
    ])
    expect(explained.segments[0].compared).toEqual([
      { what: 'Spent in the last 90 days', value: '12.000', needs: 'at least 50.000 OMR', met: false },
    ])
  })

  test('gets and loses tags by hand, but not those of a rule', async () => {
    const { customerId } = await aCustomer(own)
    const give = (tag: string) => own.call(api.giveTag, { customerId, tag })
    expect((await give('friend')).status).toBe(200)
    expect(await placeOf(own, customerId)).toEqual(['known', 'friend'])
    const listed = (await own.call(list, { tag: 'friend' } as never)).body.items
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([customerId])
    expect(await give('arabic')).toMatchObject({ status: 409, body: { code: 'segments.tag_by_rule' } })
    expect(await give('enemy')).toMatchObject({ status: 404, body: { code: 'segments.tag_not_found' } })
    await own.call(api.takeTag, { customerId, tag: 'friend' })
    expect(await placeOf(own, customerId)).toEqual(['known'])
  })

  test('takes their tags along into a merge', async () => {
    const [from, into] = [(await aCustomer(own)).customerId, (await aCustomer(own)).customerId]
    await own.call(api.giveTag, { customerId: from, tag: 'friend' })
    await anOrder(own, { customerId: from, total: 60_000 })
    const merged = await own.call(merge, { from, into, reason: 'The same person' } as never)
    expect(merged.status, JSON.stringify(merged.body)).toBeLessThan(300)
    expect(await placeOf(own, into)).toEqual(['vip', 'friend'])
    const { rows } = await world.owner.query('select 1 from segment_members where customer_id = $1', [inside(from)])
    expect(rows).toEqual([])
  })

  test('has exactly one segment also when much happens at once', async () => {
    const { customerId } = await aCustomer(own)
    await Promise.all([
      ...Array.from({ length: 6 }, () => anOrder(own, { customerId, total: 10_000 })),
      own.call(change, { customerId, locale: 'ar' } as never),
      own.call(api.giveTag, { customerId, tag: 'friend' }),
    ])
    expect(await placeOf(own, customerId)).toEqual(['vip', 'arabic', 'friend'])
    const { rows } = await world.owner.query(
      `select key from segment_history where customer_id = $1 and went_at is null and not is_tag`,
      [inside(customerId)],
    )
    expect(rows).toEqual([{ key: 'vip' }])
  })
})

describe('a decision about segments', () => {
  test('is tried before, and then that is what happens; it can be taken back', async () => {
    const own = await aTenant(world)
    const people = []
    for (const total of [60_000, 60_000, 5_000]) {
      const { customerId } = await aCustomer(own)
      await anOrder(own, { customerId, total })
      people.push(customerId)
    }
    const tried = await own.call(api.preview, VIPS as never)
    expect(tried.body).toMatchObject({ customers: 3, changing: 3 })
    expect(tried.body.segments[0]).toEqual({ key: 'vip', now: 0, after: 2, come: 2, go: 0 })
    expect(tried.body.sample).toHaveLength(3)
    await decide(world, own, VIPS)
    const after = async () =>
      (await own.call(api.read, {})).body.segments.map((one: { customers: number }) => one.customers)
    expect(await after()).toEqual([2, 1])
    const stricter = definitions({ vip: spent(100_000) })
    expect((await own.call(api.preview, stricter as never)).body.segments).toContainEqual({
      ...{ key: 'vip', now: 2, after: 0, come: 0, go: 2 },
    })
    await decide(world, own, stricter)
    expect(await after()).toEqual([0])
    expect((await own.call(api.undo, {})).body).toMatchObject({ version: 3 })
    await byTheClock(world, own)
    expect(await after()).toEqual([2, 1])
    expect(await placeOf(own, people[0]!)).toEqual(['vip'])
  })

  test('of an earlier version is refused, and so is one while the last is applied', async () => {
    const own = await aTenant(world)
    await own.call(api.decide, VIPS as never)
    expect(await own.call(api.decide, VIPS as never)).toMatchObject({ body: { code: 'segments.still_applying' } })
    await byTheClock(world, own)
    const stale = await own.call(api.decide, VIPS as never, { headers: { 'if-match': '"0"' } })
    expect(stale.status).toBe(412)
  })

  const rule = { attribute: 'spent', is: 'at_least', value: 1 }
  const wrong: readonly (readonly [string, object, string])[] = [
    ['an unknown attribute', { attribute: 'shoeSize', is: 'known' }, 'segment_attribute_unknown'],
    ['an operator of another type', { ...rule, is: 'yes', value: undefined }, 'segment_operator_unfit'],
    ['no value', { attribute: 'spent', is: 'at_least' }, 'segment_value_missing'],
    ['a value of another type', { ...rule, value: ['much'] }, 'segment_value_type'],
    ['a needless value', { attribute: 'verified', is: 'yes', value: 1 }, 'segment_value_needless'],
    ['an unknown choice', { attribute: 'type', is: 'one_of', value: ['king'] }, 'segment_choice_unknown'],
    ['a needless window', { attribute: 'verified', is: 'yes', window: { days: 3 } }, 'segment_window_needless'],
    ['a negative number', { ...rule, value: -1 }, 'segment_number_out_of_range'],
    ['an unknown tag', { attribute: 'tags', is: 'any_of', value: ['stranger'] }, 'segment_choice_unknown'],
    ['a contradiction', { all: [rule, { attribute: 'spent', is: 'at_most', value: 0 }] }, 'segment_never_fits'],
    [
      'a contradiction of words',
      { all: [{ attribute: 'type', is: 'one_of', value: ['full'] }, { not: { attribute: 'type', is: 'known' } }] },
      'segment_never_fits',
    ],
  ]
  test.each(wrong)('with %s is refused in both languages', async (_, one, code) => {
    for (const language of ['en', 'ar']) {
      const headers = { 'accept-language': language }
      const { status, body } = await shop.call(api.decide, definitions({ a: one as never }) as never, { headers })
      expect(status).toBe(422)
      expect(body.errors.map((error: { code: string }) => error.code)).toContain(code)
      expect(/[\u0600-\u06ff]/.test(body.errors[0].message)).toBe(language === 'ar')
    }
  })

  test('with a segment that no one can reach is refused', async () => {
    const hidden = definitions({ a: rule as never, b: { ...rule, value: 100 } as never })
    const { body } = await shop.call(api.decide, hidden as never)
    expect(body.errors).toMatchObject([{ path: 'segments.1.rule', code: 'segment_hidden' }])
    const all = { ...rule, value: 0 } as const
    const after = definitions({ a: all as never, b: { attribute: 'verified', is: 'yes' } })
    expect((await shop.call(api.decide, after as never)).body.errors[0].code).toBe('segment_hidden')
    const repeated = definitions({ others: rule as never })
    expect((await shop.call(api.decide, repeated as never)).body.errors[0].code).toBe('segment_key_repeated')
  })
})

test('an analyst sees counts and no person; a neighbour sees nothing', async () => {
  const own = await aTenant(world)
  await decide(world, own, VIPS)
  const { customerId } = await aCustomer(own)
  const analyst = await own.with(...ROLES.analyst)
  expect((await analyst.call(api.read, {})).body.segments[1].customers).toBe(1)
  expect((await analyst.call(api.listCustomers, { key: 'known' } as never)).status).toBe(403)
  expect((await analyst.call(api.listChanges, {} as never)).body.items[0]).toMatchObject({
    customerId: null,
    name: null,
  })
  expect((await analyst.call(api.ofOne, { customerId })).body.needs).toBe('customers:read')
  const manager = await own.with('segments:manage', 'segments:read')
  expect((await manager.call(api.preview, VIPS as never)).body.needs).toBe('customers:read')
  expect((await rival.call(api.ofOne, { customerId })).status).toBe(404)
  expect((await rival.call(api.giveTag, { customerId, tag: 'friend' })).status).toBe(404)
  expect((await rival.call(api.listCustomers, { key: 'known' } as never)).status).toBe(404)
  expect((await rival.call(api.read, {})).body.version).toBe(0)
})

test('a restricted customer stays in the segment, and is in no list or export of it', async () => {
  const own = await aTenant(world)
  await decide(world, own, VIPS)
  const [one, other] = [await aCustomer(own), await aCustomer(own)]
  await own.call(restrict, { customerId: one.customerId, reason: 'disputed' } as never)
  const { body } = await own.call(api.listCustomers, { key: 'known' } as never)
  expect(body).toMatchObject({ total: 2, leftOut: { restricted: 1 }, items: [{ customerId: other.customerId }] })
  const exported = (await own.call(api.exportCustomers, { key: 'known' } as never)).body as string
  expect(exported).not.toContain(one.customerId)
  expect(JSON.parse(exported.trim().split('\n').at(-1)!).summary).toMatchObject({
    written: 1,
    leftOut: { restricted: 1 },
  })
})

test('a rule is counted with the rules of the tags that it asks for, and what hides a segment is looked for so long', async () => {
  const own = await aTenant(world)
  const many: Rule = { any: Array.from({ length: 40 }, (_, n) => ({ attribute: 'orders', is: 'at_least', value: n })) }
  const asks = (times: number): Rule => ({
    any: [{ attribute: 'tags', is: 'any_of', value: Array.from({ length: times }, () => 'often') }],
  })
  const tried = async (rules: Readonly<Record<string, Rule>>) =>
    (await own.call(api.decide, definitions(rules, { often: many }) as never)).body
  expect((await tried({ a: asks(11) })).errors).toMatchObject([
    { path: 'segments.0.rule', code: 'segment_too_many_with_tags' },
  ])
  const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`s${n}`, asks(10)]))
  expect((await tried(eleven)).errors).toMatchObject([{ path: 'segments', code: 'segment_too_many_with_tags' }])

  const city = (word: string): Rule => ({ attribute: 'city', is: 'any_of', value: [word] })
  const hard = (n: number): Rule => ({
    all: [
      { any: Array.from({ length: 20 }, (_, at) => city(`a${n}-${at}`)) },
      { any: Array.from({ length: 8 }, (_, at) => ({ all: [city(`b${n}-${at}`), city(`c${n}-${at}`)] })) },
    ],
  })
  const rules = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`h${n}`, hard(n)]))
  expect(await tried(rules)).toMatchObject({ version: 1 })
})
