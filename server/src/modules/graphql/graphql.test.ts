import { createHash } from 'node:crypto'
import { buildClientSchema, type GraphQLObjectType, getIntrospectionQuery, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, type Shop, type World } from '../../../test/harness.ts'
import { watchStatements } from '../../../test/work-done.ts'
import { OFFERED } from '../../kit/operate.ts'
import { anEmail, GOOD } from '../accounts/accounts.harness.ts'
import { add } from '../addresses/contract.ts'
import { create, get } from '../customers/contract.ts'
import { createKey } from '../tenants/contract.ts'
import { query } from './contract.ts'

let world: World
let shop: Shop
let rival: Shop
let watched: ReturnType<typeof watchStatements>
beforeAll(async () => {
  watched = watchStatements()
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(async () => {
  watched.stop()
  await world.close()
})

const ask = async (by: Pick<Shop, 'call'>, text: string, variables?: object): Promise<Body> =>
  (await by.call(query, { query: text, ...(variables && { variables }) } as never)).body
const aStub = async (at: Shop) =>
  (await at.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() } as never)).body as { id: string }

describe('a query', () => {
  test('reads a customer with what is below it, and lists page by page', async () => {
    const at = await aTenant(world)
    const [one, two] = [await aStub(at), await aStub(at)]
    await at.call(add, { customerId: one.id, city: 'Muscat', street: 'Al Mouj Street' } as never)
    const read = await ask(at, `query ($id: ID!) { customer(id: $id) { id firstName addresses { nodes { city } } } }`, {
      id: one.id,
    })
    expect(read).toEqual({
      data: { customer: { id: one.id, firstName: 'Salim', addresses: { nodes: [{ city: 'Muscat' }] } } },
      extensions: { cost: 2 },
    })
    const PAGE = `query ($after: String) { customers(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`
    const first = (await ask(at, PAGE)).data.customers
    const second = (await ask(at, PAGE, { after: first.pageInfo.endCursor })).data.customers
    expect([first.nodes[0].id, second.nodes[0].id].sort()).toEqual([one.id, two.id].sort())
    expect((await ask(at, `{ node(id: "${one.id}") { id ... on Customer { name } } }`)).data.node).toEqual({
      id: one.id,
      name: 'Salim',
    })
  })

  test('is understood by a foreign client from the introspection alone', async () => {
    const { data } = await ask(shop, getIntrospectionQuery())
    const schema = buildClientSchema(data)
    expect(validate(schema, parse('{ customers(first: 2) { edges { cursor node { id phone } } } }'))).toEqual([])
    const offered = [
      ...Object.keys(schema.getQueryType()!.getFields()),
      ...Object.keys(schema.getMutationType()!.getFields()),
    ]
    expect(offered).toContain('customersSuspend')
    expect(offered.filter((name) => /^(accounts|verification|tenants|webhooks)/.test(name))).toEqual([])
  })

  test('that is too deep, too costly or wrong is refused before anything is read', async () => {
    const many = Array.from(
      { length: 30 },
      (_, n) => `c${n}: customers(first: 200) { nodes { addresses { total: nodes { id } } } }`,
    )
    expect((await ask(shop, `{ ${many.join(' ')} }`)).errors).toMatchObject([
      { extensions: { code: 'graphql.too_costly' } },
    ])
    expect((await ask(shop, '{ customers { nodes { nickname } } }')).errors).toMatchObject([
      { extensions: { code: 'graphql.invalid' } },
    ])
    expect((await ask(shop, '{ customers {')).errors).toHaveLength(1)
  })

  const tooCostly = [{ extensions: { code: 'graphql.too_costly' } }]

  test('with fragments that double at each step is refused at once', async () => {
    const chain = (on: string) =>
      Array.from({ length: 40 }, (_, n) => `fragment F${n} on ${on} { id: __typename ...F${n + 1} ...F${n + 1} }`).join(
        ' ',
      )
    const end = (on: string) => `fragment F40 on ${on} { end: __typename }`
    for (const [query, on] of [
      ['{ customers(first: 1) { nodes { ...F0 } } }', 'Customer'],
      ['{ __schema { ...F0 } }', '__Schema'],
    ] as const)
      expect((await ask(shop, `${query} ${chain(on)} ${end(on)}`)).errors).toMatchObject(tooCostly)
  })

  test('costs what it runs below a node, with the default of a variable, for itself and in all that it reads', async () => {
    const at = await aTenant(world)
    const { id } = await aStub(at)
    const node = `{ node(id: "${id}") { ... on Customer { a: addresses { nodes { id } } b: addresses { nodes { id } } } } }`
    expect((await ask(at, node)).extensions).toEqual({ cost: 3 })
    const listed = 'query ($n: Int = 200) { customers(first: $n) { nodes { addresses { nodes { id } } } } }'
    expect((await ask(at, listed)).extensions).toEqual({ cost: 201 })
    expect((await ask(at, listed, { n: 2 })).extensions).toEqual({ cost: 3 })
    const none = '00000000-0000-4000-8000-000000000000'
    const inGroup = `{ duplicatesGroup(suggestionId: "${none}") { customers { addresses { nodes { id } } } } }`
    expect((await ask(at, inGroup)).extensions).toEqual({ cost: 51 })
    const groups = Array.from({ length: 20 }, (_, n) => inGroup.slice(1, -1).replace(' ', ` g${n}: `))
    expect((await ask(at, `{ ${groups.join(' ')} }`)).errors).toMatchObject(tooCostly)
    const wide = Array.from({ length: 600 }, (_, n) => `a${n}: id`).join(' ')
    expect((await ask(at, `{ customers(first: 200) { nodes { ${wide} } } }`)).errors).toMatchObject(tooCostly)
    const schemas = Array.from({ length: 11 }, (_, n) => `s${n}: __schema { queryType { name } }`).join(' ')
    expect((await ask(at, `{ ${schemas} }`)).errors).toMatchObject(tooCostly)
  })

  test('counts against the limit of its caller with all that it runs', async () => {
    const { body } = await shop.call(createKey, { name: 'slow', scopes: ['customers:read'], perMinute: 7 } as never)
    const slow = shop.visitor({ authorization: `Bearer ${body.apiKey}` })
    const times = (many: number) =>
      slow.call(query, {
        query: `{ ${Array.from({ length: many }, (_, n) => `c${n}: customers(first: 1) { nodes { id } }`).join(' ')} }`,
      } as never)
    // It costs one request to hear that it is too much.
    expect((await times(8)).body.errors).toMatchObject(tooCostly)
    expect((await times(3)).status).toBe(200)
    expect((await times(4)).status).toBe(429)
  })

  test('has numbers of any size, and values no deeper than REST', async () => {
    const { data } = await ask(shop, getIntrospectionQuery())
    const schema = buildClientSchema(data)
    const nameOf = ({ type }: { type: unknown }) => String(type).replace('!', '')
    // A version has no bound in its contract; the size of a page has.
    expect(nameOf(schema.getMutationType()!.getFields()['customersSuspend']!)).toBe('Customer')
    expect(nameOf((schema.getType('Customer') as GraphQLObjectType).getFields()['version']!)).toBe('Float')
    const takesJson = Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) =>
      args.filter((arg) => nameOf(arg) === 'JSON').map((arg) => [name, arg.name] as const),
    )
    const [name, arg] = takesJson[0]!
    const deep = `${'{ a: '.repeat(25)}1${' }'.repeat(25)}`
    const { errors } = await ask(shop, `mutation { ${name}(${arg}: ${deep}) { __typename } }`)
    expect(errors.map(({ message }: Body) => message).join()).toContain('nested too deeply')
  })

  test('finds nothing of a neighbour', async () => {
    const { id } = await aStub(shop)
    const { errors } = await ask(rival, `{ node(id: "${id}") { id } }`)
    expect(errors).toMatchObject([{ extensions: { code: 'customer.not_found', status: 404 } }])
  })
})

test('a change is made once, with the rules of REST, also one in several transactions', async () => {
  const { id } = await aStub(shop)
  const change = `mutation ($id: String!) { customersSuspend(customerId: $id, reason: "test") { status } }`
  const keyed = { headers: { 'idempotency-key': 'once' } }
  const { body } = await shop.call(query, { query: change, variables: { id } } as never, keyed)
  expect(body.errors).toMatchObject([{ extensions: { code: 'graphql.no_idempotency' } }])
  expect((await shop.call(get, { customerId: id })).body.status).toBe('active')
  expect((await ask(shop, change, { id })).data).toEqual({ customersSuspend: { status: 'suspended' } })
  const add = `mutation ($id: String!) { addressesAdd(customerId: $id, city: "Muscat", street: "Al Mouj Street") { city } }`
  const other = await aStub(shop)
  expect(await ask(shop, add, { id: other.id })).toMatchObject({ data: { addressesAdd: { city: 'Muscat' } } })
})

test('every module with something of customers is offered, with what it reads and what it changes', async () => {
  const { data } = await ask(shop, '{ __schema { queryType { fields { name } } mutationType { fields { name } } } }')
  const namesOf = (kind: 'queryType' | 'mutationType') =>
    data.__schema[kind].fields.map(({ name }: Body) => name) as string[]
  const [reads, writes] = [namesOf('queryType'), namesOf('mutationType')]
  for (const of of OFFERED) {
    expect(reads.filter((name) => name.startsWith(of)).length, of).toBeGreaterThan(0)
    expect(writes.filter((name) => name.startsWith(of)).length, of).toBeGreaterThan(0)
  }
  expect(writes).toEqual(expect.arrayContaining(['addressesAdd', 'ordersPay', 'mergingMerge', 'segmentsDecide']))
})

describe('what a query asks at the same time', () => {
  test('is one statement for all customers of a page, in one transaction', async () => {
    const at = await aTenant(world)
    const people = [await aStub(at), await aStub(at)]
    const begun = vi.spyOn(world.kith.db.transactions, 'begin')
    const below = `{ nodes { id addresses { nodes { city } } preferences { version } consents { nodes { purpose } } } }`
    const read = async () => {
      begun.mockClear()
      const { answer, statements } = await watched.during(() => ask(at, `{ customers(first: 20) ${below} }`))
      expect(answer.errors).toBeUndefined()
      return { nodes: answer.data.customers.nodes, cost: answer.extensions.cost, statements: statements.length }
    }
    await read()
    const ofTwo = await read()
    for (let n = 2; n < 12; n++) people.push(await aStub(at))
    for (const [n, { id }] of people.entries())
      await at.call(add, { customerId: id, city: `City ${n}`, street: 'Al Mouj Street' } as never)
    const ofTwelve = await read()
    // The caller, the list, and everything below it: not 37 of them.
    expect(begun.mock.calls.length).toBeLessThanOrEqual(3)
    begun.mockRestore()
    expect(ofTwelve.statements).toBe(ofTwo.statements)
    // The cost is that of each read by itself.
    expect([ofTwo.cost, ofTwelve.cost]).toEqual([61, 61])
    const cities = new Map(ofTwelve.nodes.map((one: Body) => [one.id, one.addresses.nodes]))
    expect(people.map(({ id }) => cities.get(id))).toEqual(people.map((_, n) => [{ city: `City ${n}` }]))
  })

  test('and is the same is read once', async () => {
    const { id } = await aStub(shop)
    const begun = vi.spyOn(world.kith.db.transactions, 'begin')
    const twice = await ask(shop, `{ a: customer(id: "${id}") { name } b: customer(id: "${id}") { id } }`)
    expect(twice.data).toMatchObject({ a: { name: 'Salim' }, b: { id } })
    expect(begun.mock.calls.length).toBeLessThanOrEqual(2)
    begun.mockRestore()
  })

  test('is refused one by one', async () => {
    const { id } = await aStub(shop)
    const none = `cust_${'0'.repeat(32)}`
    const { data, errors } = await ask(shop, `{ a: customer(id: "${id}") { id } b: customer(id: "${none}") { id } }`)
    expect(data).toEqual({ a: { id }, b: null })
    expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'customer.not_found' } }])
  })
})

test('a query that was sent before is asked by its hash, in its business alone', async () => {
  const text = '{ customers(first: 1) { nodes { id } } }'
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') } as const
  const byHash = async (by: Shop, more: object = {}) =>
    (await by.call(query, { extensions: { persistedQuery }, ...more } as never)).body
  const unknown = [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]
  expect((await byHash(shop)).errors).toMatchObject(unknown)
  expect((await byHash(shop, { query: text })).data.customers.nodes).toHaveLength(1)
  expect((await byHash(shop)).data.customers.nodes).toHaveLength(1)
  expect((await byHash(rival)).errors).toMatchObject(unknown)
  expect((await byHash(shop, { query: `${text} ` })).errors).toMatchObject([
    { extensions: { code: 'graphql.invalid' } },
  ])
})

test('the schema is told only where the API reference is', async () => {
  const there = await aWorld({ KITH_REFERENCE: 'off' })
  const at = await aTenant(there)
  for (const hidden of ['{ __schema { queryType { name } } }', '{ __type(name: "Customer") { name } }']) {
    const { data, errors } = await ask(at, hidden)
    expect([hidden, data, errors?.[0].extensions.code]).toEqual([hidden, undefined, 'graphql.invalid'])
  }
  expect((await ask(at, '{ customers(first: 1) { __typename } }')).data).toEqual({
    customers: { __typename: 'CustomerConnection' },
  })
  await there.close()
})

test('a page of another origin asks nothing with the cookies of a session', async () => {
  const own = new URL(world.url).origin
  const person = { email: anEmail(), password: GOOD, firstName: 'Aisha', session: 'cookie' }
  const { headers } = await shop.visitor({ origin: own }).request('POST', '/api/v1/auth/register', person)
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  expect(cookie).toContain('kith_')
  const asked = async (more: Record<string, string>) => {
    const text = JSON.stringify({ query: '{ customers { nodes { id } } }' })
    const { status, body } = await shop.visitor({ cookie, ...more }).request('POST', '/graphql', text, {
      headers: { 'content-type': 'application/json' },
    })
    return [status, body.code]
  }
  for (const origin of ['https://evil.example', 'null'])
    expect([origin, await asked({ origin })]).toEqual([origin, [403, 'foreign_origin']])
  expect(await asked({})).toEqual([403, 'foreign_origin'])
  // From our own page the session is heard: a customer's has no right to ask.
  expect(await asked({ origin: own })).toEqual([403, 'forbidden'])
})

test('a business keeps a share of the queries that are asked by their hash, and none whose cost was refused', async () => {
  const at = await aTenant(world)
  const send = async (by: Pick<Shop, 'call'>, text: string, more: object = {}) => {
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') }
    return (await by.call(query, { extensions: { persistedQuery }, ...more } as never)).body as Body
  }
  const isKept = async (text: string) => (await send(at, text)).errors?.[0].message !== 'PersistedQueryNotFound'
  const texts = Array.from({ length: 101 }, (_, n) => `{ customers(first: 1) { nodes { id n${n}: id } } }`)
  for (const text of texts) await send(at, text, { query: text })
  expect([await isKept(texts[0]!), await isKept(texts[1]!), await isKept(texts[100]!)]).toEqual([false, true, true])

  const { body } = await at.call(createKey, { name: 'slow', scopes: ['customers:read'], perMinute: 7 } as never)
  const slow = at.visitor({ authorization: `Bearer ${body.apiKey}` })
  const times = (many: number) =>
    `{ ${Array.from({ length: many }, (_, n) => `c${n}: customers(first: 1) { nodes { id } }`).join(' ')} }`
  const [accepted, refused] = [times(3), times(5)]
  expect((await send(slow, accepted, { query: accepted })).data).toBeDefined()
  expect((await send(slow, refused, { query: refused })).status).toBe(429)
  expect(await isKept(accepted)).toBe(true)
  expect(await isKept(refused)).toBe(false)
})
