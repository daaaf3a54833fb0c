import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMomentAgo, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { ROLES } from '../../permissions.ts'
import { decide as consentTo, publish } from '../consent/consent.harness.ts'
import { change, changeOwnFields, get, list, suspend } from '../customers/contract.ts'
import { reviewOne } from '../loyalty/contract.ts'
import { merge } from '../merging/contract.ts'
import * as orders from '../orders/contract.ts'
import { aCustomer, anOrder } from '../orders/orders.harness.ts'
import * as preferences from '../preferences/contract.ts'
import { restrict } from '../privacy/contract.ts'
import * as api from './contract.ts'
import * as problems from './problems.ts'
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
    const before = await aMomentAgo()
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
    const listed = (await own.call(list, { tag: 'friend', tags: 'true' } as never)).body.items
    expect(listed.map(({ id, tags }: { id: string; tags: string[] }) => [id, tags])).toEqual([[customerId, ['friend']]])
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

describe('rules compare', () => {
  const one = async (rule: Rule, own: Shop) => decide(world, own, definitions({ in: rule }))
  const isIn = async (own: Shop, customerId: string) => (await placeOf(own, customerId))[0] === 'in'

  test('the status', async () => {
    const own = await aTenant(world)
    await one({ attribute: 'status', is: 'one_of', value: ['suspended'] }, own)
    const { customerId } = await aCustomer(own)
    expect(await isIn(own, customerId)).toBe(false)
    await own.call(suspend, { customerId, reason: 'x' } as never)
    expect(await isIn(own, customerId)).toBe(true)
  })

  test('the plan and the country', async () => {
    const own = await aTenant(world)
    await one(
      {
        all: [
          { attribute: 'plan', is: 'one_of', value: ['premium'] },
          { attribute: 'country', is: 'none_of', value: ['OM'] },
        ],
      },
      own,
    )
    const [abroad, here] = [
      await aCustomer(own, { plan: 'Premium', country: 'AE' }),
      await aCustomer(own, { plan: 'Premium', country: 'OM' }),
    ]
    expect([await isIn(own, abroad.customerId), await isIn(own, here.customerId)]).toEqual([true, false])
  })

  test('the loyalty tier, from the review that changes it', async () => {
    const own = await aTenant(world)
    await one({ attribute: 'loyaltyTier', is: 'one_of', value: ['gold'] }, own)
    const { customerId } = await aCustomer(own)
    await anOrder(own, { customerId, total: 150_000 })
    await own.call(reviewOne, { customerId })
    expect(await isIn(own, customerId)).toBe(false)
    await anOrder(own, { customerId, total: 450_000 })
    await own.call(reviewOne, { customerId })
    expect(await isIn(own, customerId)).toBe(true)
  })

  test('the completeness of the profile', async () => {
    const own = await aTenant(world)
    await one({ attribute: 'completeness', is: 'at_least', value: 100 }, own)
    const { customerId } = await aCustomer(own)
    expect(await isIn(own, customerId)).toBe(false)
    await own.call(change, { customerId, email: 'whole@example.com' } as never)
    expect(await isIn(own, customerId)).toBe(true)
  })

  test('fields of the business by their type, only those it has, and anew when it says otherwise', async () => {
    const own = await aTenant(world)
    const label = { en: 'Children', ar: 'الأطفال' }
    const fields = (compared: boolean) => ({
      person: [
        { key: 'children', label, type: 'number' as const, compared },
        { key: 'ends', label: { en: 'Contract ends', ar: 'نهاية العقد' }, type: 'date' as const, compared },
        { key: 'member', label: { en: 'Member', ar: 'عضو' }, type: 'boolean' as const },
        {
          ...{ key: 'size', label: { en: 'Size', ar: 'المقاس' }, type: 'choice' as const },
          choices: [{ value: 'xl', label: { en: 'XL', ar: 'كبير جدًا' } }],
        },
        { key: 'hall', label: { en: 'Hall', ar: 'القاعة' }, type: 'text' as const },
      ],
      address: [],
    })
    await own.call(changeOwnFields, fields(true) as never)
    const told = { children: 3.5, ends: '2026-02-01', member: true, size: 'xl', hall: ' East ' }
    const { customerId } = await aCustomer(own, { ownFields: told })
    const fitting: readonly Rule[] = [
      { attribute: 'ownNumber.children', is: 'at_least', value: 3.5 },
      { not: { attribute: 'ownNumber.children', is: 'at_least', value: 4 } },
      { attribute: 'ownDate.ends', is: 'before', value: '2026-02-02' },
      { not: { attribute: 'ownDate.ends', is: 'before', value: '2026-02-01' } },
      { attribute: 'ownDate.ends', is: 'on_or_after', value: '2026-02-01' },
      { attribute: 'ownField.member', is: 'one_of', value: ['yes'] },
      { attribute: 'ownField.size', is: 'one_of', value: ['xl'] },
      { attribute: 'ownField.hall', is: 'one_of', value: ['east'] },
    ]
    await one({ all: [...fitting] }, own)
    const { customerId: without } = await aCustomer(own)
    expect([await isIn(own, customerId), await isIn(own, without)]).toEqual([true, false])
    const { explained } = await segmentsOf(own, customerId)
    expect(explained.segments[0].compared[0]).toEqual({
      ...{ what: 'Children', value: 3.5, needs: 'at least 3.5', met: true },
    })
    await own.call(change, { customerId, ownFields: { size: null } } as never)
    expect(await isIn(own, customerId)).toBe(false)

    const offered = (await own.call(api.attributes, {})).body.items.filter(({ key }: { key: string }) =>
      key.startsWith('own'),
    )
    expect(offered.map(({ key, type }: { key: string; type: string }) => [key, type])).toEqual([
      ['ownField.member', 'word_token'],
      ['ownField.size', 'word_token'],
      ['ownField.hall', 'word_token'],
      ['ownNumber.children', 'kept_number'],
      ['ownDate.ends', 'kept_day'],
    ])
    // What is not to be compared any more is a word again, and not readable beside the segment.
    const { rows: kept } = await world.owner.query('select kept from segment_members where customer_id = $1', [
      inside(customerId),
    ])
    expect(kept[0].kept).toMatchObject({ 'ownNumber.children': 3.5, 'ownDate.ends': '2026-02-01' })
    await own.call(changeOwnFields, fields(false) as never)
    await byTheClock(world, own)
    const { rows } = await world.owner.query('select kept from segment_members where customer_id = $1', [
      inside(customerId),
    ])
    expect(JSON.stringify(rows[0].kept)).not.toContain('own')
    await one({ attribute: 'ownField.children', is: 'one_of', value: ['3.5'] }, own)
    expect(await isIn(own, customerId)).toBe(true)

    const foreign = await rival.call(api.decide, definitions({ in: fitting[0]! }) as never)
    expect(foreign.body.errors[0].code).toBe('segment_attribute_unknown')
  })

  test('a field that has another type now, by no value from before', async () => {
    const own = await aTenant(world)
    const since = (type: 'text' | 'date') => ({
      person: [{ key: 'since', label: { en: 'Since', ar: 'منذ' }, type, ...(type === 'date' && { compared: true }) }],
      address: [],
    })
    await own.call(changeOwnFields, since('text') as never)
    const { customerId } = await aCustomer(own, { ownFields: { since: 'last year' } })
    await own.call(changeOwnFields, since('date') as never)
    await one({ not: { attribute: 'ownDate.since', is: 'before', value: '2030-01-01' } }, own)
    await anOrder(own, { customerId, total: 1_000 })
    await byTheClock(world, own)
    expect(await isIn(own, customerId)).toBe(true)
    await own.call(change, { customerId, ownFields: { since: '2026-02-01' } } as never)
    expect(await isIn(own, customerId)).toBe(false)
  })

  test.each([
    [
      'no number can be',
      [
        { is: 'at_least', value: 0.5 },
        { is: 'at_most', value: 0.4 },
      ],
      true,
    ],
    [
      'a number can be',
      [
        { is: 'at_least', value: 0.4 },
        { is: 'at_most', value: 0.4 },
      ],
      false,
    ],
    ['a missing number can be', [{ is: 'unknown' }], false],
    ['no missing number can be', [{ is: 'unknown' }, { is: 'at_most', value: 9 }], true],
  ])('%s what a rule about a field asks for, and that is told', async (_, asks, never) => {
    const own = await aTenant(world)
    const field = { key: 'size', label: { en: 'Size', ar: 'المقاس' }, type: 'number', compared: true }
    await own.call(changeOwnFields, { person: [field], address: [] } as never)
    const rule = { all: asks.map((one) => ({ attribute: 'ownNumber.size', ...one })) }
    const { status, body } = await own.call(api.decide, definitions({ in: rule as never }) as never)
    expect([status, body.errors?.[0].code]).toEqual(never ? [422, 'segment_never_fits'] : [200, undefined])
  })
})

test('a list for a channel has those who may be written to now, and says why the others may not', async () => {
  const own = await aTenant(world)
  for (const purpose of ['marketing.sms', 'marketing.email']) await publish(own, purpose)
  await decide(world, own, VIPS)
  const people = await Promise.all([1, 2, 3, 4].map(() => aCustomer(own)))
  const [willing, , unverified, sleeping] = people.map(({ customerId }) => customerId) as [
    string,
    string,
    string,
    string,
  ]
  await world.owner.query('update customers set phone_verified = false where id = $1', [inside(unverified)])
  for (const customerId of [willing, unverified, sleeping]) await consentTo(own, customerId, 'marketing.sms', 'granted')
  const wish = { quietHours: { from: '20:00', to: '08:00' } }
  expect((await own.call(preferences.change, { customerId: sleeping, ...wish } as never)).status).toBe(200)
  const ask = (more: object) =>
    own.call(api.listCustomers, { key: 'known', channel: 'sms', limit: '200', ...more } as never)
  const night = (await ask({ sendAt: '2026-05-05T23:00:00Z' })).body
  expect(night.items.map((one: { customerId: string }) => one.customerId)).toEqual([willing])
  expect(night).toMatchObject({ total: 4, looked: 4, leftOut: { no_consent: 1, not_verified: 1, quiet_hours: 1 } })
  const day = (await ask({ sendAt: '2026-05-05T12:00:00Z' })).body
  expect(day.items.map((one: { customerId: string }) => one.customerId).sort()).toEqual([willing, sleeping].sort())

  // Page by page: each is looked at once.
  let [looked, cursor]: [number, string | null] = [0, null]
  do {
    const { body }: { body: { looked: number; nextCursor: string | null } } = await ask({
      limit: '1',
      ...(cursor && { cursor }),
    })
    looked += body.looked
    cursor = body.nextCursor
  } while (cursor !== null)
  expect(looked).toBe(4)
  const { body: file } = await own.call(api.exportCustomers, {
    ...{ key: 'known', channel: 'sms', sendAt: '2026-05-05T23:00:00Z' },
  } as never)
  const lines = String(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({ customerId: willing, unsubscribe: expect.stringContaining('http') })
  expect(lines[1].summary).toMatchObject({ written: 1, leftOut: { no_consent: 1, not_verified: 1, quiet_hours: 1 } })
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
})

describe('a rule', () => {
  const rule = { attribute: 'spent', is: 'at_least', value: 1 }
  const ofType = (is: string, value?: unknown) => ({ attribute: 'type', is, ...(value !== undefined && { value }) })
  const one = (given: object) => definitions({ a: given as never })
  const wrong: readonly (readonly [string, object, string, string])[] = [
    ['asks for nothing', one({ ...rule, attribute: '' }), 'segment_attribute_missing', 'segments.0.rule'],
    ['asks for an unknown attribute', one({ ...rule, attribute: 'shoe' }), 'segment_attribute_unknown', '.attribute'],
    ['compares as another type does', one({ attribute: 'spent', is: 'yes' }), 'segment_operator_unfit', '.is'],
    ['has no value', one({ attribute: 'spent', is: 'at_least' }), 'segment_value_missing', '.value'],
    ['has a value of another type', one({ ...rule, value: ['much'] }), 'segment_value_type', '.value'],
    ['has a number for words', one(ofType('one_of', 3)), 'segment_value_type', '.value'],
    ['has a needless value', one({ attribute: 'verified', is: 'yes', value: 1 }), 'segment_value_needless', '.value'],
    ['names an unknown choice', one(ofType('one_of', ['king'])), 'segment_choice_unknown', '.value'],
    [
      'has a needless window',
      one({ attribute: 'verified', is: 'yes', window: { days: 3 } }),
      'segment_window_needless',
      '.window',
    ],
    ['has a negative number', one({ ...rule, value: -1 }), 'segment_number_out_of_range', '.value'],
    ['has a broken number', one({ ...rule, value: 1.5 }), 'segment_number_out_of_range', '.value'],
    [
      'looks back for too long',
      one({ attribute: 'lastOrder', is: 'within', value: 4_000 }),
      'segment_number_out_of_range',
      '.value',
    ],
    [
      'names an unknown tag',
      one({ attribute: 'tags', is: 'any_of', value: ['stranger'] }),
      'segment_choice_unknown',
      '.value',
    ],
    [
      'contradicts itself',
      one({ all: [rule, { attribute: 'spent', is: 'at_most', value: 0 }] }),
      'segment_never_fits',
      'segments.0.rule',
    ],
    [
      'contradicts itself in words',
      one({ all: [ofType('one_of', ['full']), { not: ofType('known') }] }),
      'segment_never_fits',
      'segments.0.rule',
    ],
    [
      'is too long',
      one({ all: Array.from({ length: 21 }, () => ({ any: [rule, ofType('known')] })) }),
      'segment_too_many_comparisons',
      'segments.0.rule',
    ],
    [
      'of a tag asks for tags',
      definitions({}, { a: null, b: { attribute: 'tags', is: 'any_of', value: ['a'] } }),
      'segment_tag_in_tag',
      'tags.1.rule.attribute',
    ],
    [
      'is hidden by a wider one before it',
      definitions({ a: rule as never, b: { ...rule, value: 100 } as never }),
      'segment_hidden',
      'segments.1.rule',
    ],
    [
      'is hidden by one that fits everyone',
      definitions({ a: { ...rule, value: 0 } as never, b: { attribute: 'verified', is: 'yes' } }),
      'segment_hidden',
      'segments.1.rule',
    ],
    ['is called as another', definitions({ others: rule as never }), 'segment_key_repeated', 'otherwise.key'],
    ['is called in capitals', definitions({ VIP: rule as never }), 'invalid_format', 'segments.0.key'],
  ]
  test.each(wrong)('that %s is refused in both languages, at its place', async (_, given, code, place) => {
    for (const language of ['en', 'ar']) {
      const headers = { 'accept-language': language }
      for (const call of [api.decide, api.preview]) {
        const { status, body } = await shop.call(call, given as never, { headers })
        expect(status).toBe(422)
        const error = body.errors.find((error: { code: string }) => error.code === code)
        expect(error, JSON.stringify(body.errors)).toBeDefined()
        expect(error.path).toContain(place)
        expect(/[\u0600-\u06ff]/.test(error.message)).toBe(language === 'ar')
      }
    }
  })

  test('can be wrong in no way that is not tried here', () => {
    const tried = new Set(wrong.map(([, , code]) => code))
    // One with the rules of its tags is tried by itself.
    const { TAG_FORM: _, TOO_MANY_WITH_TAGS: __, ...own } = problems
    expect(Object.values(own).filter((code) => !tried.has(code))).toEqual([])
  })

  test.each([
    ['of no parts', { all: [] }],
    ['with an unknown word', { ...rule, is: 'greater' }],
    ['with an unknown key', { ...rule, unit: 'OMR' }],
    ['with two ways at once', { all: [rule], any: [rule] }],
    ['with no words', ofType('one_of', [])],
    ['with a window of no days', { ...rule, window: { days: 0 } }],
  ])('%s is refused', async (_, given) => {
    const { status, body } = await shop.call(api.decide, one(given) as never)
    expect(status).toBe(422)
    expect(body.errors[0].path).toContain('segments.0.rule')
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
