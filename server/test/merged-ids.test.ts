import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create } from '../src/modules/customers/contract.ts'
import * as merging from '../src/modules/merging/contract.ts'
import { modules } from '../src/modules.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from './harness.ts'

const REASON = { reason: 'because' }
/** The input that a path needs to be called at all; the others take an empty body. A new one belongs here. */
const BODIES: Readonly<Record<string, object>> = {
  'post /api/v1/customers/:customerId/payment-methods': {
    ...{ provider: 'thawani', token: 'card_1', brand: 'Visa', lastFour: '4242', expiryMonth: 4, expiryYear: 2029 },
  },
  'patch /api/v1/customers/:customerId': { notes: 'x' },
  'post /api/v1/customers/:customerId/contacts/reveal': REASON,
  'post /api/v1/customers/:customerId/addresses': { street: 'Way 2703', building: '1', city: 'Muscat' },
  'patch /api/v1/customers/:customerId/addresses/:addressId': { label: 'Home' },
  'put /api/v1/customers/:customerId/preferences': { values: {} },
  'patch /api/v1/customers/:customerId/preferences': { values: {} },
  'post /api/v1/customers/:customerId/consents': { purpose: 'terms', decision: 'granted', source: 'till' },
  'put /api/v1/customers/:customerId/cart': { lines: [] },
  'put /api/v1/customers/:customerId/picture': {
    picture:
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  },
  'post /api/v1/customers/:customerId/upgrade': { verificationToken: 'x'.repeat(40) },
  'post /api/v1/customers/:customerId/contacts/verify': { verificationToken: 'x'.repeat(40) },
  'delete /api/v1/customers/:customerId/sessions/:sessionId': REASON,
  'delete /api/v1/customers/:customerId/sessions': REASON,
  'post /api/v1/customers/:customerId/loyalty/adjustments': { points: 1, ...REASON },
  'post /api/v1/customers/:customerId/loyalty/redemptions': { points: 1 },
  'post /api/v1/customers/:customerId/subscriptions': { planId: 'premium' },
  'post /api/v1/customers/:customerId/flairs': { flairId: 'gold' },
  'post /api/v1/customers/:customerId/notes': { text: 'x' },
  'post /api/v1/customers/:customerId/restore': { entryId: '0196f3a0-0000-7000-8000-000000000001' },
  'patch /api/v1/customers/:customerId/notes/:noteId': { pinned: true },
  'put /api/v1/customers/:customerId/restriction': REASON,
  'delete /api/v1/customers/:customerId/restriction': REASON,
  'post /api/v1/customers/:customerId/erasure': { reason: 'requested' },
  'put /api/v1/customers/:customerId/legal-hold': REASON,
}

/** What was redeemed without network is settled with the survivor: the sale was made under the former id. */
const SETTLED = '/api/v1/customers/:customerId/loyalty/offline-redemptions'

/** Every address of every module with the id of a customer in it, aliases too. */
const addresses = modules
  .flatMap(({ routes }) => routes)
  .flatMap(({ endpoint }) =>
    [{ method: endpoint.method, path: endpoint.path }, ...(endpoint.aliases ?? [])].map((at) => ({
      ...at,
      body: BODIES[`${endpoint.method} ${endpoint.path}`] ?? {},
    })),
  )
  .filter(({ path }) => path.includes(':customerId'))
const at = (path: string, customerId: string) =>
  path
    .replace(':customerId', customerId)
    .replace(':addressId', 'addr_0196f3a0000070008000000000000001')
    .replace(':redemptionId', 'rdm_0196f3a0000070008000000000000001')
    .replace(':subscriptionId', 'sub_0196f3a0000070008000000000000001')
    .replace(':paymentMethodId', 'pm_0196f3a0000070008000000000000001')
    .replace(':tag', 'vip')
    .replace(/:\w+/g, '0196f3a0-0000-7000-8000-000000000001')

let world: World
let shop: Shop
let from: string
let into: string
const rows = async () =>
  (
    await world.owner.query('select to_jsonb(c) as row from customers c where tenant_id = $1 order by id', [shop.id])
  ).rows.map(({ row }) => JSON.stringify(row))

beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  const aStub = async () =>
    (await shop.call(create, { type: 'stub', firstName: 'Muna', phone: aPhone() })).body.id as string
  ;[from, into] = [await aStub(), await aStub()]
  expect((await shop.call(merging.merge, { from, into, reason: 'the same' })).status).toBe(201)
})
afterAll(() => world.close())

describe('the id of a customer who was merged into another', () => {
  test('stands in the addresses of many modules', () => expect(addresses.length).toBeGreaterThan(55))

  test('leads each read to the same address of the survivor, and no browser keeps that', async () => {
    for (const { path } of addresses.filter(({ method }) => method === 'get')) {
      const query = path.endsWith('/compare') ? '?from=2026-01-01' : ''
      const { status, headers, body } = await shop.request('GET', at(path, from) + query)
      expect([status, headers.get('location')], path).toEqual([307, at(path, into) + query])
      expect(headers.get('cache-control'), path).toBe('no-store')
      expect(body, path).toMatchObject({ code: 'customer.merged', status: 307, customerId: into })
    }
    const asked = await shop.request('GET', `/api/v1/customers/${from}/consents?at=2026-01-01T00:00:00Z`)
    expect(asked.headers.get('location')).toBe(`/api/v1/customers/${into}/consents?at=2026-01-01T00:00:00Z`)
    const disguised = await shop.request('GET', `/api/v1/customers/%63${from.slice(1)}/addresses`)
    expect(disguised.headers.get('location')).toBe(`/api/v1/customers/${into}/addresses`)
  })

  test('is refused for each write, which a client that follows redirects cannot send to the survivor', async () => {
    const before = await rows()
    for (const { method, path, body } of addresses.filter(({ method, path }) => method !== 'get' && path !== SETTLED)) {
      const answer = await shop.request(method.toUpperCase(), at(path, from), body)
      const said = [answer.status, answer.body.code, answer.body.customerId, answer.headers.get('location')]
      expect(said, `${method} ${path}: ${JSON.stringify(answer.body)}`).toEqual([409, 'customer.merged', into, null])
    }
    const followed = await fetch(`${world.url}/api/v1/customers/${from}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${shop.apiKey}` },
    })
    expect(followed.status).toBe(409)
    expect(await rows()).toEqual(before)
  })

  test('is unknown to the neighbour', async () => {
    const rival = await aTenant(world)
    for (const method of ['GET', 'DELETE'])
      expect((await rival.request(method, `/api/v1/customers/${from}`)).status).toBe(404)
  })
})
