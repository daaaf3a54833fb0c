import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { customers } from '../customers/index.ts'
import { aCustomer, aFullCustomer, decide, inner, merge, publish, states } from './consent.harness.ts'
import * as api from './contract.ts'
import { decideConsent } from './decide.ts'
import { consent, hasConsent, unsubscribeHeaders } from './index.ts'

const PURPOSES = ['terms', 'marketing.sms'] as const
let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  for (const purpose of [...PURPOSES, 'marketing.email']) await publish(shop, purpose)
  await world.owner.query(`update consent_versions set published_at = now() - interval '1 day'`)
})
afterAll(() => world.close())

const { personalData } = consent
const has = (customerId: string, purpose: string) => shop.run((ctx) => hasConsent(ctx, inner(customerId), purpose))
const now = async (customerId: string) => (await shop.call(api.read, { customerId })).body
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

describe('merging', () => {
  test.each([
    ['granted', 'none', 'granted'],
    ['granted', 'granted', 'granted'],
    ['none', 'granted', 'granted'],
    ['withdrawn', 'granted', 'withdrawn'],
    ['granted', 'withdrawn', 'withdrawn'],
    ['none', 'withdrawn', 'withdrawn'],
    ['none', 'none', 'none'],
  ] as const)('%s into %s is %s: of two the no counts, whichever came last', async (theirs, own, expected) => {
    for (const [before, after] of [
      [10, 5],
      [5, 10],
    ] as const) {
      const [from, into] = [await aCustomer(shop), await aCustomer(shop)]
      const past = (minutes: number) => ({ source: 'import', givenAt: minutesAgo(minutes) })
      if (theirs !== 'none') await decide(shop, from, 'terms', theirs, past(before))
      if (own !== 'none') await decide(shop, into, 'terms', own, past(after))
      await merge(shop, from, into)
      expect(await states(shop, into)).toMatchObject({ terms: expected })
      expect(await has(from, 'terms')).toBe(expected === 'granted')
    }
  })

  test('a decision after the merge is newer than both', async () => {
    const [from, into] = [await aCustomer(shop), await aCustomer(shop)]
    await decide(shop, from, 'terms', 'withdrawn')
    await merge(shop, from, into)
    await decide(shop, into, 'terms', 'granted')
    expect(await states(shop, into)).toMatchObject({ terms: 'granted' })
    // Also after a further merge: the old withdrawal was answered.
    const next = await aCustomer(shop)
    await merge(shop, into, next)
    expect(await states(shop, next)).toMatchObject({ terms: 'granted' })
  })

  test('before the merge the survivor stood as it stood', async () => {
    const [from, into] = [await aCustomer(shop), await aCustomer(shop)]
    await decide(shop, from, 'terms', 'withdrawn', { source: 'import', givenAt: minutesAgo(10) })
    await decide(shop, into, 'terms', 'granted', { source: 'import', givenAt: minutesAgo(8) })
    await merge(shop, from, into)
    expect(await states(shop, into, minutesAgo(5))).toMatchObject({ terms: 'granted' })
    expect(await states(shop, into)).toMatchObject({ terms: 'withdrawn' })
  })

  test('loses nothing when the clock of another process runs ahead', async () => {
    const [from, into, next] = [await aCustomer(shop), await aCustomer(shop), await aCustomer(shop)]
    await decide(shop, into, 'terms', 'granted')
    await shop.run((ctx) =>
      decideConsent(
        { ...ctx, now: new Date(ctx.now.getTime() + 3_000) },
        { customerId: inner(from), purpose: 'terms', decision: 'withdrawn', source: 'web' },
      ),
    )
    await merge(shop, from, into)
    expect(await states(shop, into)).toMatchObject({ terms: 'withdrawn' })
    await merge(shop, into, next)
    expect(await states(shop, next)).toMatchObject({ terms: 'withdrawn' })
    await decide(shop, next, 'terms', 'granted')
    expect(await states(shop, next)).toMatchObject({ terms: 'granted' })
  })

  test('every receipt stays readable with the survivor', async () => {
    const [from, into] = [await aCustomer(shop), await aCustomer(shop)]
    const { body } = await decide(shop, from, 'terms', 'granted', {}, { 'user-agent': 'Before the merge' })
    await merge(shop, from, into)
    const { body: receipt } = await shop.call(api.receipt, { customerId: into, eventId: body.eventId })
    expect(receipt).toMatchObject({ decision: 'granted', userAgent: 'Before the merge' })
    expect((await shop.call(api.listEvents, { customerId: into })).body.items).toHaveLength(1)
  })

  const decisions = fc.array(
    fc.record({
      purpose: fc.constantFrom(...PURPOSES),
      decision: fc.constantFrom('granted' as const, 'withdrawn' as const),
      minute: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 4 },
  )
  const decideAll = async (
    customerId: string,
    made: readonly { purpose: string; decision: 'granted' | 'withdrawn'; minute: number }[],
  ) => {
    for (const { purpose, decision, minute } of made)
      await decide(shop, customerId, purpose, decision, { source: 'import', givenAt: minutesAgo(90 - minute) })
  }

  test('and un-merging is as if nothing had been, for any decisions of three customers', async () => {
    await fc.assert(
      fc.asyncProperty(decisions, decisions, decisions, fc.boolean(), async (a, b, c, chained) => {
        const people = [await aCustomer(shop), await aCustomer(shop), await aCustomer(shop)] as const
        const [one, two, three] = people
        await Promise.all([decideAll(one, a), decideAll(two, b), decideAll(three, c)])
        const look = async () => Promise.all(people.map(now))
        const before = await look()
        const first = await merge(shop, one, two)
        const afterFirst = await now(two)
        const second = chained ? await merge(shop, two, three) : await merge(shop, three, two)
        await second()
        expect(await now(two)).toEqual(afterFirst)
        await first()
        expect(await look()).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  test('a no said while two counted as one stays with both when they are told apart', async () => {
    const [from, into] = [await aCustomer(shop), await aCustomer(shop)]
    for (const id of [from, into]) {
      await decide(shop, id, 'terms', 'granted')
      await decide(shop, id, 'marketing.sms', 'withdrawn')
    }
    const undo = await merge(shop, from, into)
    await decide(shop, into, 'terms', 'withdrawn')
    await decide(shop, into, 'marketing.sms', 'granted')
    await undo()
    expect(await states(shop, into)).toMatchObject({ terms: 'withdrawn', 'marketing.sms': 'granted' })
    // One of them consented; which one is unknown, so the consent stays with the survivor.
    expect(await states(shop, from)).toMatchObject({ terms: 'withdrawn', 'marketing.sms': 'withdrawn' })
  })
})

describe('the export', () => {
  test('has every decision with its source, also those of merged customers', async () => {
    const [from, into] = [await aFullCustomer(shop), await aFullCustomer(shop, { email: 'exported@example.com' })]
    await decide(shop, from, 'terms', 'granted', { source: 'spoken', spokenTo: 'Hamdan' }, { 'user-agent': 'Till 9' })
    await decide(shop, into, 'marketing.email', 'granted')
    await merge(shop, from, into)
    const held = await shop.run((ctx) => personalData.export(ctx, inner(into)))
    expect(held).toMatchObject({
      consents: [
        { purpose: 'marketing.email', decision: 'requested', address: 'exported@example.com' },
        { purpose: 'terms', decision: 'granted', spokenTo: 'Hamdan', userAgent: 'Till 9', ip: '127.0.0.1' },
      ],
    })
  })
})

describe('erasing', () => {
  test('keeps the decisions as proof without a person, ends every consent, and leaves no link', async () => {
    const [from, into] = [await aFullCustomer(shop), await aFullCustomer(shop)]
    await decide(shop, from, 'terms', 'granted')
    await decide(shop, into, 'marketing.sms', 'granted')
    await decide(shop, into, 'marketing.email', 'granted')
    for (const id of [from, into]) await shop.run((ctx) => unsubscribeHeaders(ctx, inner(id), 'marketing.sms'))
    await merge(shop, from, into)
    // In either order of the two modules.
    await shop.run(async (ctx) => {
      await customers.personalData.erase(ctx, inner(into))
      await personalData.erase(ctx, inner(into))
    })
    const { rows } = await world.owner.query(
      'select e.decision, e.source, e.sealed is null as bare from consent_events e where customer_id = any($1) order by recorded_at, id',
      [[inner(from), inner(into)]],
    )
    expect(rows.map(({ decision, source }) => [decision, source])).toEqual([
      ['granted', 'till'],
      ['granted', 'till'],
      ['requested', 'till'],
      ['withdrawn', 'erasure'],
      ['withdrawn', 'erasure'],
      ['withdrawn', 'erasure'],
    ])
    expect(rows.slice(3).every(({ bare }) => bare)).toBe(true)
    for (const id of [from, into]) {
      for (const purpose of PURPOSES) expect(await has(id, purpose)).toBe(false)
    }
    const keys = await world.owner.query('select from data_keys where id = any($1)', [[inner(from), inner(into)]])
    expect(keys.rowCount).toBe(0)
    const held = await shop.run((ctx) => personalData.export(ctx, inner(into)))
    for (const one of (held as { consents: Record<string, unknown>[] }).consents) {
      expect(one).toMatchObject({ ip: null, userAgent: null, spokenTo: null, address: null })
    }
    for (const table of ['consent_links', 'consent_confirmations']) {
      const { rowCount } = await world.owner.query(`select from ${table} where customer_id = any($1)`, [
        [inner(from), inner(into)],
      ])
      expect(rowCount).toBe(0)
    }
    expect((await shop.call(api.read, { customerId: into })).status).toBe(404)
  })
})
