import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../server/test/harness.ts'
import { each, type Kith, KithRefusal, type Output, openKith } from './index.ts'

let world: World
let shop: Shop
let kith: Kith
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  kith = openKith({ url: world.url, token: shop.apiKey })
})
afterAll(() => world.close())

/** The network as a test wants it: each answer is made by the next of these, then by the real server. */
const network = (...first: ((...sent: Parameters<typeof fetch>) => Promise<Response>)[]) => {
  const sent: RequestInit[] = []
  const through = (async (url: string, init: RequestInit) => {
    sent.push(init)
    return (first.shift() ?? fetch)(url, init)
  }) as typeof fetch
  return { sent, kith: openKith({ url: world.url, token: shop.apiKey, fetch: through }) }
}

describe('a call', () => {
  test('puts every field where it belongs, and is typed by the contract', async () => {
    const made = await kith.postCustomers({ type: 'stub', firstName: 'Aisha', phone: aPhone() })
    expectTypeOf(made.type).toEqualTypeOf<'guest' | 'stub' | 'full'>()
    expectTypeOf<Output<'getCustomers'>['nextCursor']>().toEqualTypeOf<string | null>()
    const changed = await kith.patchCustomersById(
      { customerId: made.id, notes: 'likes oud' },
      { ifMatch: made.version },
    )
    expect(changed).toMatchObject({ id: made.id, notes: 'likes oud', version: made.version + 1 })
    expect((await kith.getCustomers({ q: 'aish', limit: 5 })).items.map(({ id }) => id)).toEqual([made.id])
    expect(await kith.getCustomersExport({ format: 'csv' })).toContain('Aisha')
  })

  test('that is refused throws what the server said, in the language asked for', async () => {
    const arabic = openKith({ url: world.url, token: shop.apiKey, language: 'ar' })
    const refused = await arabic.getCustomersById({ customerId: `cust_${'0'.repeat(32)}` }).catch((error) => error)
    expect(refused).toBeInstanceOf(KithRefusal)
    expect(refused).toMatchObject({ code: 'customer.not_found', status: 404 })
    expect(refused.message).toMatch(/[؀-ۿ]/)
  })

  test('that changes a merged customer is refused, and never done to the survivor', async () => {
    const [from, into] = [await kith.postCustomers({ type: 'guest' }), await kith.postCustomers({ type: 'guest' })]
    await kith.postCustomersMerge({ from: from.id, into: into.id, reason: 'the same' })
    await expect(kith.deleteCustomersById({ customerId: from.id })).rejects.toMatchObject({
      code: 'customer.merged',
      status: 409,
      problem: { customerId: into.id },
    })
    expect(await kith.getCustomersById({ customerId: into.id })).toMatchObject({ status: 'active' })
    expect(await kith.getCustomersById({ customerId: from.id })).toMatchObject({ id: into.id })
    expect(await kith.getCustomersAddresses({ customerId: from.id })).toMatchObject({ items: [] })
  })

  test('tells a lost race apart', async () => {
    const { id, version } = await kith.postCustomers()
    await kith.patchCustomersById({ customerId: id, firstName: 'Omar' })
    await expect(
      kith.patchCustomersById({ customerId: id, firstName: 'Ali' }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'version_conflict' })
  })
})

describe('when the network fails', () => {
  test('a call is repeated, and what was done is not done twice', async () => {
    const lost = async (...sent: Parameters<typeof fetch>) => {
      await fetch(...sent)
      throw new TypeError('fetch failed')
    }
    const { kith, sent } = network(lost)
    const made = await kith.postCustomers({ type: 'stub', firstName: 'Once', phone: aPhone() })
    expect(sent).toHaveLength(2)
    expect(new Set(sent.map(({ headers }) => (headers as Record<string, string>)['idempotency-key'])).size).toBe(1)
    expect((await kith.getCustomers({ q: 'once' })).items.map(({ id }) => id)).toEqual([made.id])
  })

  test('a busy server is asked again, a server that says no is not', async () => {
    const busy = async () => new Response('{}', { status: 503 })
    const tired = network(busy)
    await tired.kith.postCustomers()
    expect(tired.sent).toHaveLength(2)
    const no = network()
    await expect(no.kith.postCustomers({ type: 'stub' })).rejects.toMatchObject({ status: 422 })
    expect(no.sent).toHaveLength(1)
  })

  test('whoever calls can give up', async () => {
    const stop = new AbortController()
    const { kith } = network(async () => {
      stop.abort(new Error('closed the page'))
      throw new TypeError('fetch failed')
    })
    await expect(kith.getCustomers({}, { signal: stop.signal })).rejects.toThrow()
  })
})

test('a list can be walked to its end, and not further than somebody wants', async () => {
  const other = await aTenant(world)
  const its = openKith({ url: world.url, token: other.apiKey })
  await Promise.all(Array.from({ length: 7 }, () => its.postCustomers()))
  const numbers: string[] = []
  for await (const { number } of each(its, 'getCustomers', { limit: 3, sort: 'number', order: 'asc' }))
    numbers.push(number)
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `CUST-0000${n}`))
})
