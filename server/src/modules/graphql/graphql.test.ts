import { buildClientSchema, type GraphQLObjectType, getIntrospectionQuery, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, type Shop, type World } from '../../../test/harness.ts'
import { isScope, type Scope } from '../../kit/caller.ts'
import { knownOperations } from '../../kit/operate.ts'
import { SCOPES } from '../../permissions.ts'
import { add } from '../addresses/contract.ts'
import { create, get } from '../customers/contract.ts'
import { createKey } from '../tenants/contract.ts'
import { query } from './contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const ask = async (by: Pick<Shop, 'call'>, text: string, variables?: object): Promise<Body> =>
  (await by.call(query, { query: text, ...(variables && { variables }) } as never)).body
const aStub = async (at: Shop) =>
  (await at.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() } as never)).body as { id: string }

describe('a query', () => {
  test('reads a customer with what is below it, and lists page by page', async () => {
    const at = await aTenant(world)
    const [one, two] = [await aStub(at), await aStub(at)]
    await at.call(add, { customerId: one.id, city: 'Muscat', street: 'Al Mouj Street' } as never)
    const read = await ask(at, `query ($id: ID!) { customer(id: $id) { id firstName addresses { items { city } } } }`, {
      id: one.id,
    })
    expect(read).toEqual({
      data: { customer: { id: one.id, firstName: 'Salim', addresses: { items: [{ city: 'Muscat' }] } } },
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
      (_, n) => `c${n}: customers(first: 200) { nodes { addresses { total: items { id } } } }`,
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
    const node = `{ node(id: "${id}") { ... on Customer { a: addresses { items { id } } b: addresses { items { id } } } } }`
    expect((await ask(at, node)).extensions).toEqual({ cost: 3 })
    const listed = 'query ($n: Int = 200) { customers(first: $n) { nodes { addresses { items { id } } } } }'
    expect((await ask(at, listed)).extensions).toEqual({ cost: 201 })
    expect((await ask(at, listed, { n: 2 })).extensions).toEqual({ cost: 3 })
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

test('a change is made once, with the rules of REST', async () => {
  const { id } = await aStub(shop)
  const change = `mutation ($id: String!) { customersSuspend(customerId: $id, reason: "test") { status } }`
  const keyed = { headers: { 'idempotency-key': 'once' } }
  const { body } = await shop.call(query, { query: change, variables: { id } } as never, keyed)
  expect(body.errors).toMatchObject([{ extensions: { code: 'graphql.no_idempotency' } }])
  expect((await shop.call(get, { customerId: id })).body.status).toBe('active')
  expect((await ask(shop, change, { id })).data).toEqual({ customersSuspend: { status: 'suspended' } })
})

test('each operation is refused with the same code here and over REST', async () => {
  const offered = (await ask(shop, '{ __schema { queryType { fields { name } } mutationType { fields { name } } } }'))
    .data.__schema
  const names = new Set([...offered.queryType.fields, ...offered.mutationType.fields].map(({ name }: Body) => name))
  const compared = knownOperations().filter(({ name }) => names.has(camel(name)))
  expect(compared.length).toBeGreaterThan(30)
  const wrong = await Promise.all(
    compared.map(async (operation) => {
      const { endpoint } = operation.route
      if (!isScope(endpoint.allow)) return []
      const lacking = await shop.with(...(Object.keys(SCOPES) as Scope[]).filter((scope) => scope !== endpoint.allow))
      if (endpoint.allow === 'customers:read') return []
      const args = Object.keys(endpoint.params.shape).map((name) => `${name}: "cust_${'0'.repeat(32)}"`)
      const kind = endpoint.method === 'get' ? 'query' : 'mutation'
      const text = `${kind} { ${camel(operation.name)}${args.length > 0 ? `(${args.join(', ')})` : ''} { __typename } }`
      const { errors } = await ask(lacking, text)
      const path = endpoint.path.replace(/:\w+/g, `cust_${'0'.repeat(32)}`)
      const rest = await lacking.request(
        endpoint.method.toUpperCase(),
        path,
        endpoint.method === 'get' ? undefined : {},
      )
      const [here, there] = [errors?.[0]?.extensions, rest.body]
      // Where the document itself lacks an argument, GraphQL says so before anything is asked.
      if (here?.code === 'graphql.invalid') return []
      return here?.code === there.code && here?.needs === there.needs
        ? []
        : [`${operation.name}: ${here?.code} ${there.code}`]
    }),
  )
  expect(wrong.flat()).toEqual([])
})

const camel = (name: string) => name.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())

test('a query with fragments that double at each step is refused at once', async () => {
  const chain = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Customer { id ...F${n + 1} ...F${n + 1} }`)
  const text = `{ customers(first: 1) { nodes { ...F0 } } } ${chain.join(' ')} fragment F40 on Customer { id }`
  expect((await ask(shop, text)).errors).toMatchObject([{ extensions: { code: 'graphql.too_costly' } }])
})

test('a query costs what it runs below a node, and with the default of a variable', async () => {
  const { id } = await aStub(shop)
  const node = `{ node(id: "${id}") { ... on Customer { a: addresses { items { id } } b: addresses { items { id } } } } }`
  expect((await ask(shop, node)).extensions).toEqual({ cost: 3 })
  const listed = 'query ($n: Int = 200) { customers(first: $n) { nodes { addresses { items { id } } } } }'
  expect((await ask(shop, listed)).extensions).toEqual({ cost: 201 })
})
