import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../server/test/harness.ts'
import { type Kith, KithRefusal, type Output, openKith } from './index.ts'
import { waitAfter } from './repeated.ts'

let world: World
let shop: Shop
let kith: Kith
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  kith = openKith({ url: world.url, token: shop.apiKey })
})
afterAll(() => world.close())

/** A programmable network: each response comes from the next of these, then from the real server. */
const network = (...first: ((...sent: Parameters<typeof fetch>) => Promise<Response>)[]) => {
  const sent: RequestInit[] = []
  const keys = () => sent.map(({ headers }) => new Headers(headers).get('idempotency-key'))
  const through = (async (url: string, init: RequestInit) => {
    sent.push(init)
    return (first.shift() ?? fetch)(url, init)
  }) as typeof fetch
  const options = { url: world.url, token: shop.apiKey, fetch: through }
  return { sent, keys, kith: openKith(options), hasty: openKith({ ...options, longestWaitSeconds: 1 }) }
}

describe('a call', () => {
  test('puts every field where it belongs, and is typed by the contract', async () => {
    const made = await kith.customers.create({ type: 'stub', firstName: 'Aisha', phone: aPhone() })
    expectTypeOf(made.type).toEqualTypeOf<'guest' | 'stub' | 'full'>()
    expectTypeOf<Output<'customers.list'>['nextCursor']>().toEqualTypeOf<string | null>()
    const changed = await kith.customers.change({ customerId: made.id, notes: 'likes oud' }, { ifMatch: made.version })
    expect(changed).toMatchObject({ id: made.id, notes: 'likes oud', version: made.version + 1 })
    expect((await kith.customers.list({ q: 'aish', limit: 5 })).items.map(({ id }) => id)).toEqual([made.id])
    expect(await kith.customers.exportCustomers({ format: 'csv' })).toContain('Aisha')
  })

  test('that is refused throws what the server said, in the language asked for', async () => {
    const arabic = openKith({ url: world.url, token: shop.apiKey, language: 'ar' })
    const refused = await arabic.customers.get({ customerId: `cust_${'0'.repeat(32)}` }).catch((error) => error)
    expect(refused).toBeInstanceOf(KithRefusal)
    expect(refused).toMatchObject({ code: 'customer.not_found', status: 404 })
    expect(refused.message).toMatch(/[؀-ۿ]/)
  })

  test('that changes a merged customer is refused, and never done to the survivor', async () => {
    const [from, into] = [
      await kith.customers.create({ type: 'guest' }),
      await kith.customers.create({ type: 'guest' }),
    ]
    await kith.merging.merge({ from: from.id, into: into.id, reason: 'the same' })
    await expect(kith.customers.deactivate({ customerId: from.id })).rejects.toMatchObject({
      code: 'customer.merged',
      status: 409,
      problem: { customerId: into.id },
    })
    expect(await kith.customers.get({ customerId: into.id })).toMatchObject({ status: 'active' })
    expect(await kith.customers.get({ customerId: from.id })).toMatchObject({ id: into.id })
    expect(await kith.addresses.list({ customerId: from.id })).toMatchObject({ items: [] })
  })

  test('tells a lost race apart', async () => {
    const { id, version } = await kith.customers.create()
    await kith.customers.change({ customerId: id, firstName: 'Omar' })
    await expect(
      kith.customers.change({ customerId: id, firstName: 'Ali' }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'version_conflict' })
  })
})

describe('when the network fails', () => {
  const lost = async (...sent: Parameters<typeof fetch>): Promise<Response> => {
    await fetch(...sent)
    throw new TypeError('fetch failed')
  }

  test('a call is repeated, and what was done is not done twice', async () => {
    const { kith, sent, keys } = network(lost)
    const made = await kith.customers.create({ type: 'stub', firstName: 'Once', phone: aPhone() })
    expect(sent).toHaveLength(2)
    expect(new Set(keys()).size).toBe(1)
    expect((await kith.customers.list({ q: 'once' })).items.map(({ id }) => id)).toEqual([made.id])
  })

  test('a busy server is asked again, a server that says no is not', async () => {
    const busy = async () => new Response('{}', { status: 503 })
    const tired = network(busy)
    await tired.kith.customers.create()
    expect(tired.sent).toHaveLength(2)
    const no = network()
    await expect(no.kith.customers.create({ type: 'stub' })).rejects.toMatchObject({ status: 422 })
    expect(no.sent).toHaveLength(1)
  })

  test('what could be done twice is not repeated: neither a change nor a POST whose answer is not kept', async () => {
    const { id } = await kith.customers.create()
    const calls: ((kith: Kith) => Promise<unknown>)[] = [
      (kith) => kith.customers.change({ customerId: id, notes: 'once' }),
      (kith) => kith.customers.deactivate({ customerId: id }),
      (kith) => kith.accounts.refresh(),
      (kith) => kith.verification.sendOtp({ phone: aPhone(), purpose: 'register' }),
    ]
    for (const call of calls) {
      const { kith, sent, keys } = network(lost)
      await expect(call(kith)).rejects.toThrow('fetch failed')
      expect([sent.length, ...keys()]).toEqual([1, null])
    }
  })

  test('a caller can give up, also while the call waits', async () => {
    for (const failure of [lost, async () => new Response('{}', { status: 429, headers: { 'retry-after': '30' } })]) {
      const stop = new AbortController()
      const { kith, sent } = network(async (...asked) => {
        setImmediate(() => stop.abort(new Error('closed the page')))
        return failure(...asked)
      })
      await expect(kith.customers.list({}, { signal: stop.signal })).rejects.toThrow('closed the page')
      expect(sent).toHaveLength(1)
    }
  })
})

describe('asked too often', () => {
  const tooOften = (retryAfter: string, status = 429) => {
    const problem = { code: 'too_many_requests', status, title: 'Later' }
    return async () => new Response(JSON.stringify(problem), { status, headers: { 'retry-after': retryAfter } })
  }

  test('a call waits as long as the server says, by seconds or by a date', () => {
    const waits = (retryAfter: string) => waitAfter(new Response(null, { headers: { 'retry-after': retryAfter } }), 1)
    expect(waits('7')).toBe(7000)
    const inAMinute = waits(new Date(Date.now() + 60_000).toUTCString())
    expect(inAMinute).toBeGreaterThan(7000)
    expect(inAMinute).toBeLessThanOrEqual(60_000)
    expect([waits('soon'), waits('0'), waitAfter(null, 2)]).toEqual([200, 200, 400])
  })

  test('a call is done after the wait', async () => {
    const { kith, sent } = network(tooOften('1'))
    expect(await kith.tenants.business()).toMatchObject({ country: 'OM' })
    expect(sent).toHaveLength(2)
  })

  test('a change waits too, as it was not done; a sign-in does not', async () => {
    const { id } = await kith.customers.create()
    const change = network(tooOften('1'))
    await change.kith.customers.change({ customerId: id, notes: 'later' })
    expect(change.sent).toHaveLength(2)
    const signIn = network(tooOften('1'))
    await expect(signIn.kith.accounts.refresh()).rejects.toMatchObject({ status: 429 })
    expect(signIn.sent).toHaveLength(1)
  })

  test('what asks for more than the caller would wait is thrown at once', async () => {
    const { hasty, sent } = network(tooOften('2'))
    await expect(hasty.customers.list()).rejects.toMatchObject({ code: 'too_many_requests', status: 429 })
    expect(sent).toHaveLength(1)
  })
})

test('an archive comes as the bytes that it is, a table as text', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const { kith } = network(async () => new Response(bytes, { headers: { 'content-type': 'application/zip' } }))
  const archive = await kith.privacy.downloadExport({ token: 'one' })
  expectTypeOf(archive).toEqualTypeOf<Uint8Array<ArrayBuffer>>()
  expectTypeOf<Output<'customers.exportCustomers'>>().toEqualTypeOf<string>()
  expect(archive).toEqual(bytes)
})

test('a list can be walked to its end, and not further than the caller wants', async () => {
  const other = await aTenant(world)
  const its = openKith({ url: world.url, token: other.apiKey })
  await Promise.all(Array.from({ length: 7 }, () => its.customers.create()))
  const numbers: string[] = []
  for await (const { number } of its.customers.list({ limit: 3, sort: 'number', order: 'asc' })) numbers.push(number)
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `CUST-0000${n}`))
})
