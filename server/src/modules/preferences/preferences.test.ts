import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import type { Moved } from '../../kit/personal-data.ts'
import { create } from '../customers/contract.ts'
import { customers } from '../customers/index.ts'
import * as api from './contract.ts'
import { mayContact, preferences, whoWants } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
const label = { en: 'Label', ar: 'تسمية' }
const choices = ['hanger', 'folded'].map((value) => ({ value, label }))
const items = [
  { key: 'folding', label, type: 'choice', choices, default: 'hanger' },
  { key: 'ecoFriendly', label, type: 'boolean', default: false },
  { key: 'ironing', label, type: 'text', default: null },
  { key: 'bags', label, type: 'number', minimum: 1, maximum: 9, default: null },
]
const topics = ['orders', 'offers'].map((key) => ({ key, label, default: true }))
const schema = { items, topics, timeZone: null } as never
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
  await shop.call(api.changeSchema, schema)
})
afterAll(() => world.close())

const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const aCustomer = async (at: Shop = shop): Promise<string> =>
  (await at.call(create, { type: 'stub', firstName: 'Zayana', phone: aPhone() })).body.id
const read = async (customerId: string, at: Shop = shop) => (await at.call(api.get, { customerId })).body
const change = (customerId: string, more: Record<string, unknown>, headers: Record<string, string> = {}) =>
  shop.call(api.change, { customerId, ...more } as never, { headers })

describe('the schema', () => {
  test('is the tenant’s own, and a sign-up page may read it before sign-in', async () => {
    const answer = await fetch(`${world.url}/api/v1/preference-schema`, { headers: { 'x-kith-tenant': shop.slug } })
    expect(await answer.json()).toEqual(schema)
    expect((await rival.call(api.readSchema, {})).body).toMatchObject({
      items: [],
      topics: [{ key: 'orders' }, { key: 'offers' }, { key: 'news' }],
    })
  })

  test('is decided by those who manage the settings', async () => {
    const till = await shop.with('customers:read', 'customers:write')
    expect(await till.call(api.changeSchema, schema)).toMatchObject({ status: 403, body: { needs: 'settings:manage' } })
  })

  test.each([
    [
      'a key twice',
      { items: [items[1], items[1]], topics, timeZone: null },
      { key: 'ecoFriendly', because: 'repeated' },
    ],
    [
      'a topic twice',
      { items, topics: [topics[0], topics[0]], timeZone: null },
      { key: 'orders', because: 'repeated' },
    ],
    [
      'a choice twice',
      { items: [{ ...items[0], choices: [choices[0], choices[0]] }], topics, timeZone: null },
      { key: 'folding', because: 'repeated_choice' },
    ],
    [
      'a default that is no choice',
      { items: [{ ...items[0], default: 'rolled' }], topics, timeZone: null },
      { key: 'folding', because: 'default_does_not_fit' },
    ],
    [
      'an invented time zone',
      { items, topics, timeZone: 'Asia/Nowhere' },
      { key: 'timeZone', because: 'time_zone_unknown' },
    ],
  ])('with %s is refused', async (_, body, problem) => {
    expect(await rival.call(api.changeSchema, body as never)).toMatchObject({
      status: 422,
      body: { code: 'preference.schema_unfit', problems: [problem] },
    })
  })

  test('may change under what customers said: what does not fit counts as the default, is reported, and comes back', async () => {
    const at = await aTenant(world)
    await at.call(api.changeSchema, schema)
    const customerId = await aCustomer(at)
    const said = { values: { folding: 'folded', bags: 7, ironing: 'no starch' } }
    await at.call(api.change, { customerId, ...said })
    const narrower = [
      { ...items[0], choices: [choices[0]] },
      { ...items[3], maximum: 5, default: 1 },
    ]
    await at.call(api.changeSchema, { items: narrower, topics, timeZone: null } as never)
    expect(await read(customerId, at)).toMatchObject({
      values: { folding: 'hanger', bags: 1 },
      unfit: [
        { key: 'values.folding', because: 'unfitting' },
        { key: 'values.bags', because: 'unfitting' },
        { key: 'values.ironing', because: 'unknown' },
      ],
    })
    await at.call(api.change, { customerId, communication: { sms: { offers: false } } })
    await at.call(api.changeSchema, schema)
    expect(await read(customerId, at)).toMatchObject({ ...said, unfit: [], communication: { sms: { offers: false } } })
    expect((await read(customerId, at)).said).toContain('communication.sms.offers')
    expect((await read(customerId, at)).said).not.toContain('communication.email.offers')
  })
})

describe('preferences', () => {
  test('of a customer without stored preferences are the defaults', async () => {
    const customerId = await aCustomer()
    const { body, headers } = await shop.call(api.get, { customerId })
    expect(body).toMatchObject({
      customerId,
      values: { folding: 'hanger', ecoFriendly: false, ironing: null, bags: null },
      communication: { sms: { orders: true, offers: true }, phone: { orders: true, offers: true } },
      quietHours: null,
      timeZone: 'Asia/Muscat',
      unfit: [],
      version: 1,
      updatedAt: null,
    })
    expect(headers.get('etag')).toBe('"1"')
  })

  test('change by what is named; null goes back to the default; PUT forgets the rest', async () => {
    const customerId = await aCustomer()
    await change(customerId, { values: { folding: 'folded', ecoFriendly: true } })
    await change(customerId, { values: { ecoFriendly: null }, quietHours: { from: '22:00', to: '07:00' } })
    expect(await read(customerId)).toMatchObject({
      values: { folding: 'folded', ecoFriendly: false },
      quietHours: { from: '22:00', to: '07:00' },
      version: 3,
    })
    const { body } = await shop.call(api.replace, { customerId, communication: { email: { offers: false } } })
    expect(body).toMatchObject({
      values: { folding: 'hanger' },
      communication: { email: { orders: true, offers: false } },
      quietHours: null,
      version: 4,
    })
  })

  test.each([
    [{ values: { starch: true } }, ['values.starch']],
    [
      { values: { folding: 'rolled', ecoFriendly: 'yes', bags: 10 } },
      ['values.folding', 'values.ecoFriendly', 'values.bags'],
    ],
    [{ communication: { sms: { gossip: true } } }, ['communication.sms.gossip']],
  ])('%j is refused, with all that does not fit', async (body, keys) => {
    const customerId = await aCustomer()
    const answer = await change(customerId, body, { 'accept-language': 'ar' })
    expect(answer).toMatchObject({ status: 422, body: { code: 'preference.unfit', keys } })
    expect(answer.body.title).toMatch(/[\u0600-\u06ff]/)
    expect((await read(customerId)).version).toBe(1)
  })

  test.each([
    [{ quietHours: { from: '22:00', to: '22:00' } }, 'preference.quiet_hours_empty'],
    [{ quietHours: { from: '25:00', to: '07:00' } }, 'invalid'],
    [{ communication: { pigeon: { orders: true } } }, 'invalid'],
    [{ values: { 'a.b': true } }, 'invalid'],
    [{ values: { ironing: 'x'.repeat(501) } }, 'invalid'],
    [{ surprise: 1 }, 'invalid'],
  ])('%j is refused with %s', async (body, code) => {
    expect(await change(await aCustomer(), body)).toMatchObject({ status: 422, body: { code } })
  })

  test('a lost race is 412 and changes nothing; of two at once one wins', async () => {
    const customerId = await aCustomer()
    const tries = [true, false].map((offers) =>
      change(customerId, { communication: { sms: { offers } } }, { 'if-match': '"1"' }),
    )
    const answers = await Promise.all(tries)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(answers.find(({ status }) => status === 412)).toMatchObject({
      body: { code: 'version_conflict', version: 2 },
    })
    expect((await read(customerId)).version).toBe(2)
  })

  test('20 changes at once are all kept', async () => {
    const at = await aTenant(world)
    const keys = Array.from({ length: 20 }, (_, n) => `k${n}`)
    await at.call(api.changeSchema, {
      items: keys.map((key) => ({ key, label, type: 'boolean' as const, default: false })),
      topics,
      timeZone: null,
    })
    const customerId = await aCustomer(at)
    await Promise.all(keys.map((key) => at.call(api.change, { customerId, values: { [key]: true } })))
    const { values, version } = await read(customerId, at)
    expect(Object.values(values).every(Boolean)).toBe(true)
    expect(version).toBe(21)
  })

  test('another tenant’s customer, an unknown and a merged one are refused as everywhere', async () => {
    const customerId = await aCustomer()
    for (const endpoint of [api.get, api.change, api.replace]) {
      expect(await rival.call(endpoint as never, { customerId } as never)).toMatchObject({
        status: 404,
        body: { code: 'customer.not_found' },
      })
    }
    const into = await aCustomer()
    await shop.run((ctx) => customers.personalData.merge(ctx, inner(customerId), inner(into), {}))
    expect(await shop.call(api.get, { customerId })).toMatchObject({ status: 307, body: { customerId: into } })
  })

  test('need the scopes of the customer', async () => {
    const customerId = await aCustomer()
    const reader = await shop.with('customers:read')
    expect(await reader.call(api.change, { customerId })).toMatchObject({ status: 403 })
    const writer = await shop.with('customers:write')
    expect(await writer.call(api.get, { customerId })).toMatchObject({ status: 403 })
  })

  test('tell others which keys changed and no values, keep the values in the history, and nothing in the clear', async () => {
    const customerId = await aCustomer()
    await change(customerId, { values: { ironing: 'qwxzsecret' } })
    const { rows } = await world.owner.query(
      `select data from events where type = 'CustomerPreferencesUpdated' and customer_id = $1`,
      [inner(customerId)],
    )
    expect(rows).toEqual([{ data: { customerId: inner(customerId), keys: ['values.ironing'], version: 2 } }])
    const { body } = await shop.request('GET', `/api/v1/customers/${customerId}/history`)
    expect(body.items[0]).toMatchObject({
      action: 'preferences.changed',
      fields: ['values.ironing'],
      before: { 'values.ironing': null },
      after: { 'values.ironing': 'qwxzsecret' },
    })
    const tables = ['customer_preferences', 'events', 'audit_entries', 'tenant_settings']
    for (const table of tables) {
      const { rows } = await world.owner.query(`select string_agg(t::text, ' ') as all from ${table} t`)
      for (const encoding of ['utf8', 'hex'] as const) {
        expect(rows[0].all).not.toContain(Buffer.from('qwxzsecret').toString(encoding))
      }
    }
  })

  test('saving the same again changes and publishes nothing', async () => {
    const customerId = await aCustomer()
    await change(customerId, { values: { ecoFriendly: true } })
    expect((await change(customerId, { values: { ecoFriendly: true } })).body.version).toBe(2)
  })
})

describe('whether a customer may be contacted', () => {
  const may = (customerId: string, channel: api.Channel, topic: string, at?: string, where = shop) =>
    where.run((ctx) => mayContact(ctx, inner(customerId), { channel, topic, ...(at && { at: new Date(at) }) }))

  test('follows what they said by channel and topic, and the default where they said nothing', async () => {
    const customerId = await aCustomer()
    await change(customerId, { communication: { sms: { offers: false } } })
    expect(await may(customerId, 'sms', 'offers')).toBe(false)
    expect(await may(customerId, 'sms', 'orders')).toBe(true)
    expect(await may(customerId, 'email', 'offers')).toBe(true)
    expect(await may(customerId, 'email', 'no such topic')).toBe(false)
    const other = await aCustomer()
    const both = [inner(customerId), inner(other)]
    expect(await shop.run((ctx) => whoWants(ctx, both, { channel: 'sms', topic: 'offers' }))).toEqual(
      new Set([both[1]]),
    )
    expect(await rival.run((ctx) => whoWants(ctx, both, { channel: 'email', topic: 'offers' }))).toEqual(new Set())
  })

  test.each([
    // Muscat is four hours ahead of UTC.
    ['22:00', '07:00', '2026-03-01T17:59:59Z', true],
    ['22:00', '07:00', '2026-03-01T18:00:00Z', false],
    ['22:00', '07:00', '2026-03-01T20:30:00Z', false],
    ['22:00', '07:00', '2026-03-02T02:59:59Z', false],
    ['22:00', '07:00', '2026-03-02T03:00:00Z', true],
    ['13:00', '15:00', '2026-03-01T09:00:00Z', false],
    ['13:00', '15:00', '2026-03-01T11:00:00Z', true],
    ['13:00', '15:00', '2026-03-01T08:59:00Z', true],
    ['00:00', '06:00', '2026-03-01T20:00:00Z', false],
  ])('quiet hours from %s to %s: at %s it is %s', async (from, to, at, expected) => {
    const customerId = await aCustomer()
    await change(customerId, { quietHours: { from, to } })
    expect(await may(customerId, 'sms', 'orders', at)).toBe(expected)
  })

  test('in the time zone that the business says', async () => {
    const at = await aTenant(world)
    await at.call(api.changeSchema, { items: [], topics, timeZone: 'America/New_York' } as never)
    const customerId = await aCustomer(at)
    await at.call(api.change, { customerId, quietHours: { from: '22:00', to: '07:00' } })
    expect(await may(customerId, 'sms', 'orders', '2026-01-10T03:30:00Z', at)).toBe(false)
    expect(await may(customerId, 'sms', 'orders', '2026-01-10T18:30:00Z', at)).toBe(true)
  })
})

describe('the hooks of preferences', () => {
  const { personalData } = preferences
  const merge = (from: string, into: string, at = shop) =>
    at.run(async (ctx) => {
      await customers.personalData.merge(ctx, inner(from), inner(into), {})
      return personalData.merge(ctx, inner(from), inner(into), {})
    })
  const unmerge = async (from: string, into: string, moved: Moved) => {
    await world.owner.query(`update customers set status = 'active', merged_into = null where id = $1`, [inner(from)])
    await world.owner.query('update data_keys set customer_id = id where id = $1', [inner(from)])
    await shop.run((ctx) =>
      personalData.unmerge(ctx, inner(from), inner(into), JSON.parse(JSON.stringify(moved)), () => {}),
    )
  }
  const told = fc.record(
    {
      values: fc.record(
        { folding: fc.constantFrom('hanger', 'folded'), ecoFriendly: fc.boolean(), ironing: fc.constantFrom('a', 'b') },
        { requiredKeys: [] },
      ),
      communication: fc.record(
        { sms: fc.record({ offers: fc.boolean(), orders: fc.boolean() }, { requiredKeys: [] }) },
        { requiredKeys: [] },
      ),
      quietHours: fc.option(fc.constantFrom({ from: '22:00', to: '07:00' }, { from: '12:00', to: '13:00' })),
    },
    { requiredKeys: [] },
  )
  const still = ({ version, updatedAt, ...rest }: Record<string, unknown>) => rest

  test('un-merging gives back exactly what merging brought, for any three customers', async () => {
    await fc.assert(
      fc.asyncProperty(told, told, told, async (...all) => {
        const [one, two, three] = [await aCustomer(), await aCustomer(), await aCustomer()]
        // The same two, without the first: the state after undoing the earlier merge.
        const [likeTwo, likeThree] = [await aCustomer(), await aCustomer()]
        const people = [one, two, three, likeTwo, likeThree]
        for (const [index, id] of people.entries()) await change(id, [...all, all[1], all[2]][index]!)
        const before = [await read(one), await read(two), await read(three)].map(still)
        const [first, second] = [await merge(one, three), await merge(two, three)]
        await merge(likeTwo, likeThree)
        await unmerge(one, three, first)
        expect(still(await read(three))).toEqual({ ...still(await read(likeThree)), customerId: three })
        await unmerge(two, three, second)
        expect([await read(one), await read(two), await read(three)].map(still)).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  test('the survivor’s word counts, the other’s fills what it left open, and a no to being contacted counts from either', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    await change(from, { values: { folding: 'folded', ecoFriendly: true }, communication: { sms: { offers: false } } })
    await change(into, {
      values: { folding: 'hanger' },
      communication: { sms: { offers: true }, email: { offers: false } },
    })
    await merge(from, into)
    expect(await read(into)).toMatchObject({
      values: { folding: 'hanger', ecoFriendly: true },
      communication: { sms: { offers: false }, email: { offers: false } },
    })
  })

  test('what was said since the merge stays with the survivor, even if it is the same', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    await change(from, { communication: { sms: { offers: false } }, values: { ecoFriendly: true } })
    const moved = await merge(from, into)
    await change(into, { communication: { sms: { offers: false } } })
    await shop.run((ctx) => personalData.unmerge(ctx, inner(from), inner(into), moved, () => {}))
    expect(await read(into)).toMatchObject({
      values: { ecoFriendly: false },
      communication: { sms: { offers: false } },
    })
  })

  test('the export holds what was said, also by merged customers; erasing leaves nothing of either', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    await change(from, { values: { ironing: 'theirs' } })
    await change(into, { values: { ironing: 'own' } })
    await merge(from, into)
    const held = JSON.stringify(await shop.run((ctx) => personalData.export(ctx, inner(into))))
    expect(held).toContain('theirs')
    expect(held).toContain('own')
    await shop.run((ctx) => personalData.erase(ctx, inner(into)))
    const { rows } = await world.owner.query('select from customer_preferences where customer_id = any($1)', [
      [inner(from), inner(into)],
    ])
    expect(rows).toEqual([])
    expect(await shop.run((ctx) => personalData.export(ctx, inner(into)))).toEqual({ preferences: [] })
  })
})
