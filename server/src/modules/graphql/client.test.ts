import { Client, fetchExchange, gql } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

/** It parses and sends by itself: nothing of it is the library of the server. What it sends is kept. */
function aClient(apiKey: string) {
  const sent: Body[] = []
  const client = new Client({
    url: `${world.url}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'network-only',
    exchanges: [persistedExchange({ preferGetForPersistedQueries: false }), fetchExchange],
    fetchOptions: { headers: { authorization: `Bearer ${apiKey}` } },
    fetch: (where, init) => {
      sent.push(JSON.parse(String(init?.body)))
      return fetch(where, init)
    },
  })
  return { client, sent }
}
const aStub = async () =>
  (await shop.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() } as never)).body.id as string

const PAGE = gql`
  query Page($first: Int, $after: String) {
    customers(first: $first, after: $after) {
      edges { cursor node { id addresses { totalCount: total edges { node { city } } } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`

describe('a client of another maker', () => {
  test('reads page by page to the end, and sends a query whose hash is known without its text', async () => {
    const made = [await aStub(), await aStub(), await aStub()]
    const { client, sent } = aClient(shop.apiKey)
    const found: string[] = []
    let after: string | null = null
    for (let more = true; more; ) {
      const { data, error }: Body = await client.query(PAGE, { first: 2, after })
      expect(error).toBeUndefined()
      const { edges, pageInfo }: Body = data.customers
      found.push(...edges.map(({ node }: Body) => node.id))
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0].cursor, edges.at(-1).cursor])
      more = pageInfo.hasNextPage
      after = pageInfo.endCursor
    }
    expect(found.sort()).toEqual(made.sort())
    // The hash, then with the text, then again the hash alone.
    expect(sent.map(({ query }) => query !== undefined)).toEqual([false, true, false])
    expect(new Set(sent.map(({ extensions }) => extensions.persistedQuery.sha256Hash)).size).toBe(1)
  })

  test('makes a change, and hears by its code why another is refused', async () => {
    const id = await aStub()
    const suspend = gql`
      mutation Suspend($id: String!) {
        customersSuspend(customerId: $id, reason: "asked by phone") { id status }
      }
    `
    const { client } = aClient(shop.apiKey)
    expect((await client.mutation(suspend, { id })).data).toMatchObject({
      customersSuspend: { id, status: 'suspended' },
    })
    const none = await client.mutation(suspend, { id: `cust_${'0'.repeat(32)}` })
    expect(none.error?.graphQLErrors.map(({ extensions }) => extensions['code'])).toEqual(['customer.not_found'])
    const reader = aClient((await shop.with('customers:read')).apiKey).client
    const refused = await reader.mutation(suspend, { id })
    expect(refused.error?.graphQLErrors.map(({ extensions }) => extensions['code'])).toEqual(['forbidden'])
  })
})
