import { GraphQLNonNull, GraphQLObjectType, type GraphQLOutputType, getNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, type Shop, type World } from '../../../test/harness.ts'
import { add } from '../addresses/contract.ts'
import { decide, publish } from '../consent/consent.harness.ts'
import { change, create } from '../customers/contract.ts'
import { accept } from '../duplicates/contract.ts'
import { duplicatesAt } from '../duplicates/duplicates.harness.ts'
import { anOrder, give } from '../loyalty/loyalty.harness.ts'
import { mergesAt } from '../merging/merging.harness.ts'
import * as segments from '../segments/segments.harness.ts'
import { query } from './contract.ts'
import { graphqlSchema } from './schema.ts'

let world: World
let shop: Shop
/** What the fields below are asked with. */
let about: Readonly<Record<string, string>>
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  const { aStub, merge } = mergesAt(() => shop)
  const { id: customerId } = await aStub()
  for (const city of ['Muscat', 'Nizwa', 'Salalah'])
    await shop.call(add, { customerId, city, street: 'Al Mouj Street' } as never)
  for (const notes of ['one', 'two', 'three']) await shop.call(change, { customerId, notes } as never)
  for (const total of [5000, 6000, 7000]) await anOrder(shop, customerId, total)
  await give(shop, customerId, 10)
  const { documentId } = await publish(shop, 'marketing.sms')
  for (const decision of ['granted', 'withdrawn', 'granted'] as const)
    await decide(shop, customerId, 'marketing.sms', decision)
  for (const _ of 'abc') await merge((await aStub()).id, customerId)
  const { make, find, between } = duplicatesAt(() => shop)
  for (const _ of 'abc') await make({ firstName: 'Khalfan', lastName: 'Rawahi', birthDate: '1980-02-03' })
  for (const firstName of ['Asma', 'Basma']) {
    const twin = { firstName, lastName: 'Harrasi', birthDate: '1988-08-18' }
    const [one, other] = [await make(twin), await make(twin)]
    const { body } = await shop.call(accept, { suggestionId: (await between(one.id, other.id))!.id })
    await find()
    await shop.call(change, { customerId: body.into, firstName: 'Wilhelmina', birthDate: '1951-12-30' } as never)
  }
  await find()
  await segments.decide(world, shop, segments.definitions({ buyers: { attribute: 'spent', is: 'at_least', value: 1 } }))
  about = { customerId, documentId, key: 'others' }
})
afterAll(() => world.close())

const ask = async (by: Pick<Shop, 'call'>, text: string): Promise<Body> =>
  (await by.call(query, { query: text } as never)).body

/** Everything of a row that needs no further selection. */
function plainFields(type: GraphQLOutputType): string {
  const named = getNamedType(type)
  if (!(named instanceof GraphQLObjectType)) return ''
  const plain = Object.values(named.getFields()).filter(
    ({ type, args }) => args.length === 0 && !(getNamedType(type) instanceof GraphQLObjectType),
  )
  return `{ __typename ${plain.map(({ name }) => name).join(' ')} }`
}

/** Every list, with the text that asks for a page of it. */
const lists = () =>
  Object.values(graphqlSchema().getQueryType()!.getFields()).flatMap((field) => {
    const type = getNamedType(field.type)
    if (!(type instanceof GraphQLObjectType) || !type.name.endsWith('Connection')) return []
    const edge = getNamedType(type.getFields()['edges']!.type) as GraphQLObjectType // As every connection has it.
    const node = plainFields(edge.getFields()['node']!.type)
    const given = field.args.flatMap(({ name, type }) =>
      type instanceof GraphQLNonNull ? [`${name}: ${JSON.stringify(about[name])}`] : [],
    )
    const asked = (page: string) => {
      const args = [...given, page].filter(Boolean).join(', ')
      const selected = `{ edges { cursor node ${node} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`
      return `{ list: ${field.name}${args && `(${args})`} ${selected} }`
    }
    return [{ name: field.name, type, asked }]
  })

describe('every list', () => {
  test('is a connection as Relay has it, and none is left that is read otherwise', () => {
    expect(lists().length).toBeGreaterThan(25)
    for (const { name, type } of lists()) {
      const { edges, pageInfo } = type.getFields()
      expect([name, String(pageInfo!.type)]).toEqual([name, 'PageInfo!'])
      const edge = getNamedType(edges!.type) as GraphQLObjectType // As every connection has it.
      expect([name, String(edge.getFields()['cursor']!.type)]).toEqual([name, 'String!'])
    }
    const fields = Object.values(graphqlSchema().getQueryType()!.getFields())
    expect(
      fields.flatMap(({ name, args }) => args.filter((arg) => ['limit', 'cursor'].includes(arg.name)).map(() => name)),
    ).toEqual([])
    const withItems = fields.filter(({ type }) => {
      const named = getNamedType(type)
      return named instanceof GraphQLObjectType && 'items' in named.getFields()
    })
    expect(withItems.map(({ name }) => name)).toEqual([])
  })

  test('is read on behind each of its rows', async () => {
    const tried: string[] = []
    for (const { name, asked } of lists()) {
      const whole = await ask(shop, asked(''))
      expect([name, whole.errors]).toEqual([name, undefined])
      const { edges, pageInfo } = whole.data.list
      const ends = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]
      expect([name, pageInfo.startCursor, pageInfo.endCursor]).toEqual([name, ...ends])
      if (edges.length > 1) tried.push(name)
      const nodes = edges.map(({ node }: Body) => node)
      for (const [index, { cursor }] of edges.entries()) {
        const { data, errors } = await ask(shop, asked(`after: "${cursor}"`))
        expect([name, index, errors]).toEqual([name, index, undefined])
        expect([name, index, data.list.edges.map(({ node }: Body) => node)]).toEqual([
          name,
          index,
          nodes.slice(index + 1),
        ])
        expect([name, data.list.pageInfo.hasPreviousPage]).toEqual([name, true])
      }
      const one = await ask(shop, asked('first: 1'))
      expect([name, one.data.list.edges.map(({ node }: Body) => node)]).toEqual([name, nodes.slice(0, 1)])
      expect([name, one.data.list.pageInfo.hasNextPage]).toEqual([name, edges.length > 1])
    }
    expect(tried).toEqual(
      expect.arrayContaining([
        ...['customers', 'customersList', 'customersHistory', 'addressesList', 'consentListEvents'],
        ...[
          'mergingList',
          'mergingListAll',
          'duplicatesList',
          'duplicatesDoubts',
          'ordersListOfCustomer',
          'loyaltyListEntries',
        ],
        ...['segmentsListCustomers', 'segmentsListChanges'],
      ]),
    )
  })

  test('takes no cursor of another, and no page of nothing', async () => {
    for (const { name, asked } of lists()) {
      const codes = async (page: string) =>
        (await ask(shop, asked(page))).errors?.map((one: Body) => one.extensions.code)
      expect([name, await codes('after: "bm8gY3Vyc29y"')]).toEqual([name, ['cursor_invalid']])
      expect([name, await codes('first: 0')]).toEqual([name, ['invalid']])
      expect([name, await codes('first: -2')]).toEqual([name, ['invalid']])
    }
  })
})

test('a search by likeness leaves no one out, whichever of its rows it is read on from', async () => {
  for (const firstName of ['Maryam', 'Mariam', 'Maryamah', 'Meryem', 'Maryam'])
    await shop.call(create, { type: 'stub', firstName, phone: aPhone() } as never)
  const found = async (page = '') => {
    const { data } = await ask(shop, `{ customers(q: "Maryam"${page}) { edges { cursor node { id } } } }`)
    return data.customers.edges as { cursor: string; node: { id: string } }[]
  }
  const all = await found()
  expect(all.length).toBeGreaterThan(3)
  for (const [index, { cursor }] of all.entries()) {
    const rest = (await found(`, after: "${cursor}"`)).map(({ node }) => node.id)
    expect(rest).toEqual(expect.arrayContaining(all.slice(index + 1).map(({ node }) => node.id)))
  }
})
