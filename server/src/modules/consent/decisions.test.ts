import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMomentAgo, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { type Caller, itself } from '../../kit/caller.ts'
import { seal } from '../../kit/sealing.ts'
import { inTenant } from '../../kit/transaction.ts'
import { customerKey } from '../customers/index.ts'
import { aCustomer, aFullCustomer, decide, inner, merge, publish, states, TEXTS } from './consent.harness.ts'
import * as api from './contract.ts'
import { decideConsent } from './decide.ts'
import { hasConsent } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
  for (const at of [shop, rival]) {
    for (const purpose of ['terms', 'marketing.sms', 'custom.photos']) await publish(at, purpose)
  }
})
afterAll(() => world.close())

const rowsOf = async (customerId: string) =>
  (
    await world.owner.query('select * from consent_events where customer_id = $1 order by decided_at, id', [
      inner(customerId),
    ])
  ).rows
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

describe('a decision', () => {
  test('is a row of its own, and the last one counts', async () => {
    const customerId = await aCustomer(shop)
    expect(await states(shop, customerId)).toMatchObject({ terms: 'none', 'marketing.sms': 'none' })
    const { status, body } = await decide(shop, customerId, 'marketing.sms', 'granted')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      purpose: 'marketing.sms',
      channel: 'sms',
      state: 'granted',
      version: 1,
      title: 'Offers',
    })
    await decide(shop, customerId, 'marketing.sms', 'withdrawn')
    await decide(shop, customerId, 'marketing.sms', 'withdrawn')
    expect(await states(shop, customerId)).toMatchObject({ 'marketing.sms': 'withdrawn', terms: 'none' })
    expect((await rowsOf(customerId)).map(({ decision }) => decision)).toEqual(['granted', 'withdrawn', 'withdrawn'])
  })

  test('sent twice under one Idempotency-Key is one row', async () => {
    const customerId = await aCustomer(shop)
    const key = { 'idempotency-key': 'consent-1' }
    const first = await decide(shop, customerId, 'terms', 'granted', {}, key)
    const again = await decide(shop, customerId, 'terms', 'granted', {}, key)
    expect(again.body).toEqual(first.body)
    expect(await rowsOf(customerId)).toHaveLength(1)
  })

  test('and others at the same moment are all kept, one after the other, and the last counts', async () => {
    const customerId = await aCustomer(shop)
    const many = Array.from({ length: 12 }, (_, n) => (n % 2 ? 'granted' : 'withdrawn') as 'granted' | 'withdrawn')
    await Promise.all(many.map((decision) => decide(shop, customerId, 'terms', decision)))
    const rows = await rowsOf(customerId)
    expect(rows).toHaveLength(12)
    expect(new Set(rows.map(({ decided_at }) => decided_at.getTime())).size).toBe(12)
    expect(await states(shop, customerId)).toMatchObject({ terms: rows.at(-1).decision })
  })

  test('made at exactly the same time as another counts if it is the stricter', async () => {
    const givenAt = minutesAgo(5)
    for (const order of [
      ['granted', 'withdrawn'],
      ['withdrawn', 'granted'],
    ] as const) {
      const customerId = await aCustomer(shop)
      for (const decision of order) await decide(shop, customerId, 'terms', decision, { source: 'import', givenAt })
      expect(await states(shop, customerId)).toMatchObject({ terms: 'withdrawn' })
    }
  })

  test.each([
    [{}, 422, 'consent.which_document'],
    [{ purpose: 'terms', documentId: '01a1fd1f-c733-7d85-9f74-5a0ab00c0051' }, 422, 'consent.which_document'],
    [{ purpose: 'custom.nothing' }, 404, 'consent.document_not_found'],
    [{ purpose: 'nothing at all' }, 422, 'invalid'],
    [{ purpose: 'terms', decision: 'requested' }, 422, 'invalid'],
    [{ purpose: 'terms', source: 'confirmation' }, 422, 'invalid'],
    [{ purpose: 'terms', source: 'unsubscribe' }, 422, 'invalid'],
    [{ purpose: 'terms', spokenTo: 'Said' }, 422, 'consent.spoken_only'],
    [{ purpose: 'terms', source: 'spoken', spokenTo: 'x'.repeat(81) }, 422, 'invalid'],
    [{ purpose: 'terms', givenAt: '2020-01-01T00:00:00Z' }, 403, 'consent.import_only'],
    [{ purpose: 'terms', source: 'import', givenAt: '2150-01-01T00:00:00Z' }, 422, 'consent.decided_in_future'],
    [{ purpose: 'terms', address: '1.2.3.4' }, 422, 'invalid'],
  ])('%j is refused, in the caller’s language', async (given, status, code) => {
    const customerId = await aCustomer(shop)
    const body = { customerId, decision: 'granted', source: 'till', ...given }
    const answer = await shop.call(api.decide, body as never, { headers: { 'accept-language': 'ar' } })
    expect(answer).toMatchObject({ status, body: { code } })
    expect(answer.body.title).toMatch(/[\u0600-\u06ff]/)
    expect(await rowsOf(customerId)).toEqual([])
  })

  test('from elsewhere needs the permission to import', async () => {
    const customerId = await aCustomer(shop)
    const till = await shop.with('customers:write')
    expect(await decide(till, customerId, 'terms', 'granted', { source: 'import' })).toMatchObject({
      status: 403,
      body: { code: 'consent.import_only' },
    })
  })

  test('needs the scopes of the customer', async () => {
    const customerId = await aCustomer(shop)
    const reader = await shop.with('customers:read')
    expect((await decide(reader, customerId, 'terms', 'granted')).status).toBe(403)
    const writer = await shop.with('customers:write')
    for (const endpoint of [api.read, api.listEvents])
      expect((await writer.call(endpoint as typeof api.read, { customerId })).status).toBe(403)
    expect((await fetch(`${world.url}/api/v1/customers/${customerId}/consents`)).status).toBe(401)
  })

  test('is told to others and kept in the history', async () => {
    const customerId = await aCustomer(shop)
    const { body } = await decide(shop, customerId, 'terms', 'granted')
    const { rows } = await world.owner.query(
      `select data from events where type = 'ConsentUpdated' and customer_id = $1`,
      [inner(customerId)],
    )
    expect(rows).toEqual([
      {
        data: {
          customerId: inner(customerId),
          eventId: body.eventId,
          documentId: body.documentId,
          purpose: 'terms',
          version: 1,
          decision: 'granted',
        },
      },
    ])
    const history = await shop.request('GET', `/api/v1/customers/${customerId}/history`)
    expect(history.body.items[0]).toMatchObject({ action: 'consent.granted', fields: ['terms'] })
  })
})

describe('a decision that another server sends on', () => {
  const where = { ip: '203.0.113.7', userAgent: 'Firefox of Muna' }
  const ofLast = async (customerId: string) =>
    (await shop.call(api.listEvents, { customerId })).body.items[0] as api.Recorded

  test('has the address and browser of the person, for a key that may say so', async () => {
    const customerId = await aCustomer(shop)
    const relay = await shop.with('customers:write', 'consents:relay')
    expect((await decide(relay, customerId, 'terms', 'granted', { source: 'web', ...where })).status).toBe(201)
    expect(await ofLast(customerId)).toMatchObject({ ...where, actor: `key:${relay.keyId}`, intact: true })
    await decide(relay, customerId, 'terms', 'granted', { source: 'web', ip: '2001:db8::7' })
    expect(await ofLast(customerId)).toMatchObject({ ip: '2001:db8::7', userAgent: null })
    const till = await shop.with('customers:write')
    for (const one of [{ ip: where.ip }, { userAgent: 'made up' }])
      expect(await decide(till, customerId, 'terms', 'granted', one)).toMatchObject({
        status: 403,
        body: { code: 'consent.relay_only' },
      })
    expect((await decide(relay, customerId, 'terms', 'granted', { ip: 'here' })).status).toBe(422)
    await decide(till, customerId, 'terms', 'granted')
    expect(await ofLast(customerId)).toMatchObject({ ip: '127.0.0.1' })
  })
})

describe('what was changed in the database', () => {
  const forge = (customerId: string, change: string) =>
    world.owner.query(`update consent_events set ${change} where customer_id = $1`, [inner(customerId)])

  test.each([
    ['the decision', `decision = case decision when 'granted' then 'withdrawn' else 'granted' end`],
    ['the time', `decided_at = decided_at - interval '1 year'`],
    ['the seal', `decision = 'granted', sealed = null`],
    ['the source', `source = 'import'`],
  ])('%s: is noticed, and allows nothing', async (_, change) => {
    const [customerId, other] = [await aCustomer(shop), await aCustomer(shop)]
    for (const id of [customerId, other]) {
      await decide(shop, id, 'terms', 'granted')
      await decide(shop, id, 'marketing.sms', 'withdrawn')
    }
    await forge(customerId, change)
    expect(await states(shop, customerId)).toMatchObject({ terms: 'withdrawn', 'marketing.sms': 'withdrawn' })
    expect(await shop.run((ctx) => hasConsent(ctx, inner(customerId), 'marketing.sms'))).toBe(false)
    const listed = async (id: string) =>
      (await shop.call(api.listEvents, { customerId: id })).body.items.map(({ intact }: api.Recorded) => intact)
    expect([await listed(customerId), await listed(other)]).toEqual([
      [false, false],
      [true, true],
    ])
    expect(await states(shop, other)).toMatchObject({ terms: 'granted' })
  })

  test('is not said of what an earlier release recorded', async () => {
    const customerId = await aCustomer(shop)
    const { eventId } = (await decide(shop, customerId, 'terms', 'granted')).body
    const sealed = await shop.run(async (ctx) =>
      seal(
        await customerKey(ctx, inner(customerId)),
        `consent_events.sealed|${ctx.tenant}|${eventId}`,
        JSON.stringify({ ip: '192.0.2.1' }),
      ),
    )
    await world.owner.query('update consent_events set sealed = $1 where id = $2', [sealed, eventId])
    expect((await shop.call(api.listEvents, { customerId })).body.items).toMatchObject([
      { ip: '192.0.2.1', intact: true },
    ])
    expect(await states(shop, customerId)).toMatchObject({ terms: 'granted' })
  })
})

test('many decisions come in pages, each once, newest first', async () => {
  const customerId = await aCustomer(shop)
  for (let n = 0; n < 53; n++) await decide(shop, customerId, 'terms', n % 2 ? 'withdrawn' : 'granted')
  const first = (await shop.call(api.listEvents, { customerId })).body
  const second = (await shop.call(api.listEvents, { customerId, cursor: first.nextCursor })).body
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 3, null])
  const times = [...first.items, ...second.items].map(({ decidedAt }: api.Recorded) => decidedAt)
  expect([times, new Set(times).size]).toEqual([[...times].sort().reverse(), 53])
  const other = await aCustomer(shop)
  expect((await shop.call(api.listEvents, { customerId: other, cursor: first.nextCursor })).status).toBe(400)
})

describe('what was spoken at the counter', () => {
  test('names the key or login that heard it, and who of the staff, sealed', async () => {
    const customerId = await aCustomer(shop)
    const till = await shop.with('customers:read', 'customers:write')
    const { body } = await decide(till, customerId, 'terms', 'granted', { source: 'spoken', spokenTo: 'Zuwaina-77' })
    const { body: receipt } = await till.call(api.receipt, { customerId, eventId: body.eventId })
    expect(receipt).toMatchObject({ source: 'spoken', heardBy: `key:${till.keyId}`, spokenTo: 'Zuwaina-77' })
    const { rows } = await world.owner.query(`select string_agg(t::text, ' ') as all from consent_events t`)
    expect(rows[0].all).not.toContain('Zuwaina')
    expect(rows[0].all).not.toContain(Buffer.from('Zuwaina-77').toString('hex'))
  })

  test('is recorded by staff: not by a customer’s own login, and not by the server itself', async () => {
    const customerId = inner(await aCustomer(shop))
    const login = { account: 'a', session: 's', provedAt: new Date() }
    const as = (caller: Partial<Caller>) =>
      inTenant(world.kith.db, { ...itself(shop.id, 'account:1'), ...caller }, (ctx) =>
        decideConsent(ctx, { customerId, purpose: 'terms', decision: 'granted', source: 'spoken' }),
      )
    await expect(as({ signedIn: { ...login, customer: customerId } })).rejects.toMatchObject({
      kind: { code: 'consent.spoken_needs_staff' },
    })
    await expect(as({ actor: 'job:x' })).rejects.toMatchObject({ kind: { code: 'consent.spoken_needs_staff' } })
    expect(await as({ signedIn: { ...login, customer: null } })).toMatchObject({ state: 'granted' })
  })
})

describe('at a time', () => {
  const decisions = fc.array(
    fc.record({
      purpose: fc.constantFrom('terms', 'marketing.sms', 'custom.photos'),
      decision: fc.constantFrom('granted' as const, 'withdrawn' as const),
      minute: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 8 },
  )

  test('the state is that of the decisions up to then, in any order of recording', async () => {
    const at = await aTenant(world)
    for (const purpose of ['terms', 'marketing.sms', 'custom.photos']) await publish(at, purpose)
    // Documents are older than everything that is imported.
    await world.owner.query(
      `update consent_versions set published_at = now() - interval '1 day' where tenant_id = $1`,
      [at.id],
    )
    const noon = Date.now() - 3_600_000 * 2
    const moment = (minute: number) => new Date(noon + minute * 60_000).toISOString()
    await fc.assert(
      fc.asyncProperty(decisions, fc.integer({ min: 0, max: 61 }), async (made, asked) => {
        const customerId = await aCustomer(at)
        for (const { purpose, decision, minute } of made) {
          await decide(at, customerId, purpose, decision, { source: 'import', givenAt: moment(minute) })
        }
        const expected = (purpose: string) => {
          const known = made.filter((one) => one.purpose === purpose && one.minute <= asked)
          const last = Math.max(...known.map(({ minute }) => minute))
          const latest = known.filter(({ minute }) => minute === last).map(({ decision }) => decision)
          return latest.includes('withdrawn') ? 'withdrawn' : (latest[0] ?? 'none')
        }
        const then = await states(at, customerId, moment(asked))
        for (const purpose of ['terms', 'marketing.sms', 'custom.photos']) {
          expect(then[purpose], purpose).toBe(expected(purpose))
          const has = await at.run((ctx) => hasConsent(ctx, inner(customerId), purpose, new Date(moment(asked))))
          expect(has).toBe(expected(purpose) === 'granted')
        }
      }),
      { numRuns: 25 },
    )
  })

  test('a decision from elsewhere is about the version that was in force, also before any was published here', async () => {
    const { documentId } = await publish(shop, 'custom.imported')
    const shown = async (customerId: string, at?: string) => {
      const { items } = (await shop.call(api.read, { customerId, ...(at && { at }) } as never)).body
      return items.find(({ purpose }: api.State) => purpose === 'custom.imported') as api.State | undefined
    }
    const between = await aMomentAgo()
    await shop.call(api.publishVersion, { documentId, asksAgain: true, texts: TEXTS })
    const customerId = await aCustomer(shop)
    const givenAt = '2025-01-01T00:00:00.000Z'
    const imported = await decide(shop, customerId, 'custom.imported', 'granted', { source: 'import', givenAt })
    expect(imported.body).toMatchObject({ state: 'outdated', version: 1, since: givenAt, latestVersion: 2 })
    expect(await shown(customerId, '2024-12-31T00:00:00Z')).toBeUndefined()
    for (const at of ['2025-06-01T00:00:00Z', between])
      expect(await shown(customerId, at)).toMatchObject({
        state: 'granted',
        version: 1,
        since: givenAt,
        latestVersion: 1,
      })
    expect(await shown(customerId)).toMatchObject({ state: 'outdated', version: 1 })
    const had = (at: string) => shop.run((ctx) => hasConsent(ctx, inner(customerId), 'custom.imported', new Date(at)))
    expect([await had('2024-12-31T00:00:00Z'), await had('2025-06-01T00:00:00Z')]).toEqual([false, true])
    const recent = await aCustomer(shop)
    await decide(shop, recent, 'custom.imported', 'granted', { source: 'import', givenAt: between })
    expect(await shown(recent)).toMatchObject({ version: 1, since: between })
  })

  test('before a document was published there is nothing to consent to', async () => {
    const customerId = await aCustomer(shop)
    await decide(shop, customerId, 'terms', 'granted')
    expect(await states(shop, customerId, minutesAgo(60))).toEqual({})
    expect(await shop.call(api.read, { customerId, at: 'yesterday' } as never)).toMatchObject({ status: 422 })
  })
})

describe('a receipt', () => {
  test('holds the text that was agreed to, in its language, with its hash, also after a new version', async () => {
    const at = await aTenant(world)
    const { documentId } = await publish(at, 'terms')
    const customerId = await aCustomer(at)
    const { body } = await decide(at, customerId, 'terms', 'granted', { language: 'ar' }, { 'user-agent': 'Till 3' })
    await at.call(api.publishVersion, { documentId, asksAgain: true, texts: { en: { title: 'New', text: 'New' } } })
    const { body: receipt } = await at.call(api.receipt, { customerId, eventId: body.eventId })
    expect(receipt).toMatchObject({
      customerId,
      business: 'A shop',
      purpose: 'terms',
      version: 1,
      language: 'ar',
      ...TEXTS.ar,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      ip: '127.0.0.1',
      userAgent: 'Till 3',
    })
    // IP addresses are only for callers who may read the history.
    const till = await at.with('customers:read')
    expect((await till.call(api.receipt, { customerId, eventId: body.eventId })).body).toMatchObject({
      ip: null,
      userAgent: null,
    })
    expect((await till.call(api.listEvents, { customerId })).body.items).toMatchObject([{ ip: null, userAgent: null }])
    const { rows } = await world.owner.query('select sealed from consent_events where tenant_id = $1', [at.id])
    expect(rows[0].sealed.toString('latin1')).not.toContain('127.0.0.1')
  })

  test.each([
    ['en', 'ltr', 'Receipt of a consent'],
    ['ar', 'rtl', 'إيصال موافقة'],
  ] as const)('prints in %s, from %s, and runs nothing that the text holds', async (language, direction, title) => {
    const at = await aTenant(world)
    const text = 'Read <script>alert(1)</script> & "agree"'
    await publish(at, 'terms', { texts: { en: { title: 'A <b>title</b>', text } } })
    const customerId = await aCustomer(at)
    const { body } = await decide(at, customerId, 'terms', 'granted')
    const page = await at.call(api.printedReceipt, { customerId, eventId: body.eventId, language })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-disposition')).toBeNull()
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.body).toContain(`<html lang="${language}" dir="${direction}">`)
    expect(page.body).toContain(`<h1>${title}</h1>`)
    expect(page.body).toContain("default-src 'none'")
    expect(page.body).toContain('A &lt;b&gt;title&lt;/b&gt;')
    expect(page.body).not.toMatch(/<script|<b>/)
    // Without an explicit language, in the language of the request.
    const own = { headers: { 'accept-language': language } }
    expect((await at.call(api.printedReceipt, { customerId, eventId: body.eventId }, own)).body).toContain(title)
  })

  test('is of this customer’s decisions only', async () => {
    const [customerId, other] = [await aCustomer(shop), await aCustomer(shop)]
    const { body } = await decide(shop, customerId, 'terms', 'granted')
    const { eventId } = body
    for (const endpoint of [api.receipt, api.printedReceipt]) {
      expect(await shop.call(endpoint, { customerId: other, eventId })).toMatchObject({
        status: 404,
        body: { code: 'consent.decision_not_found' },
      })
      expect(await rival.call(endpoint, { customerId, eventId })).toMatchObject({
        status: 404,
        body: { code: 'customer.not_found' },
      })
      expect(await rival.call(endpoint, { customerId: await aCustomer(rival), eventId })).toMatchObject({
        status: 404,
        body: { code: 'consent.decision_not_found' },
      })
    }
  })
})

test('another tenant’s customer, an unknown and a merged one are refused as everywhere', async () => {
  const customerId = await aCustomer(shop)
  for (const answer of [
    await rival.call(api.read, { customerId }),
    await rival.call(api.listEvents, { customerId }),
    await decide(rival, customerId, 'terms', 'granted'),
  ]) {
    expect(answer).toMatchObject({ status: 404, body: { code: 'customer.not_found' } })
  }
  expect(await rowsOf(customerId)).toEqual([])
  const into = await aFullCustomer(shop)
  await merge(shop, customerId, into)
  expect(await shop.call(api.read, { customerId })).toMatchObject({ status: 307, body: { customerId: into } })
  const written = await decide(shop, customerId, 'terms', 'granted')
  expect(written).toMatchObject({ status: 409, body: { customerId: into } })
})

test('the neighbouring tenant’s decisions say nothing about ours', async () => {
  const customerId = await aCustomer(shop)
  await decide(shop, customerId, 'terms', 'granted')
  const ask = (at: Shop) => at.run((ctx) => hasConsent(ctx, inner(customerId), 'terms'))
  expect([await ask(shop), await ask(rival)]).toEqual([true, false])
})
