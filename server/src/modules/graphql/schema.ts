import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  GraphQLID,
  GraphQLBoolean,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import { z } from 'zod'
import { isOffered, isReading, knownOperations, type Operation } from '../../kit/operate.ts'
import { resolve } from './resolve.ts'
import type { Together } from './together.ts'
import { capital, type Fields, Node, Types } from './types.ts'

const OF_CUSTOMER = /^\/api\/v1\/customers\/:customerId\/([a-z-]+)$/
const PAGE = 50

let made: GraphQLSchema | undefined

/** Made once, out of the same contracts as everything else. */
export function graphqlSchema(): GraphQLSchema {
  made ??= makeSchema(knownOperations().filter(isOffered))
  return made
}

function makeSchema(operations: readonly Operation[]): GraphQLSchema {
  const named = (name: string) => operations.find((one) => one.name === name)!
  const types: Types = new Types((type) => (type === 'Customer' ? ofCustomer() : {}))
  const fieldOf = (operation: Operation, given: object = {}): GraphQLFieldConfig<unknown, Together> => {
    const { endpoint } = operation.route
    const called = operation.name.split('.').map(capital).join('')
    const parts = [endpoint.params, endpoint.query, endpoint.body]
    const args: GraphQLFieldConfigArgumentMap = Object.assign({}, ...parts.map((part) => types.inputs(part, called)))
    for (const name of Object.keys(given)) delete args[name]
    return {
      type: types.output(endpoint.output, `${called}Result`),
      description: endpoint.summary,
      args,
      resolve: resolve(operation),
      extensions: { operation, page: endpoint.output instanceof z.ZodObject && 'items' in endpoint.output.shape ? PAGE : 1 },
    }
  }
  /** `customer { addresses { … } }`: what is read below a customer's address and needs no more than the id. */
  function ofCustomer(): Fields {
    const below = operations.flatMap((operation) => {
      const { method, path, query } = operation.route.endpoint
      const part = method === 'get' ? OF_CUSTOMER.exec(path)?.[1] : undefined
      const isFree = Object.values(query.shape).every((field) => field.safeParse(undefined).success)
      return part === undefined || !isFree ? [] : [[camel(part), operation] as const]
    })
    return Object.fromEntries<Fields[string]>(
      below.map(([field, operation]) => {
        const config = fieldOf(operation, { customerId: true })
        const own = resolve(operation, (customer, args) => ({ ...args, customerId: Object(customer).id }))
        return [field, { ...config, resolve: own }]
      }),
    )
  }
  // A shape with fields becomes an object.
  const customer = types.output(named('customers.get').route.endpoint.output, 'Customer') as GraphQLObjectType
  const one = { ...fieldOf(named('customers.get')), args: { id: { type: new GraphQLNonNull(GraphQLID) } } }
  const byId = resolve(named('customers.get'), (_, { id }) => ({ customerId: id }))
  const reads = operations.filter(isReading)
  const writes = operations.filter((one) => !isReading(one))
  const all = (some: readonly Operation[]): Fields =>
    Object.fromEntries(some.map((operation) => [camel(operation.name), fieldOf(operation)]))
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      // The arguments of these three are their own.
      fields: () => ({
        node: { ...one, type: Node, resolve: byId },
        customer: { ...one, resolve: byId },
        customers: connection(customer, named('customers.list'), types),
        ...all(reads),
      }),
    }),
    mutation: new GraphQLObjectType({ name: 'Mutation', fields: () => all(writes) }),
    types: [customer],
  })
}

/** As Relay has it. A page is read on from its end only. */
function connection(node: GraphQLObjectType, list: Operation, types: Types) {
  const { limit: _, cursor: __, ...filters } = types.inputs(list.route.endpoint.query, 'CustomersList')
  const pageInfo = new GraphQLObjectType({
    name: 'PageInfo',
    fields: {
      hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
      hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
      startCursor: { type: GraphQLString },
      endCursor: { type: GraphQLString },
    },
  })
  const edge = new GraphQLObjectType({
    name: 'CustomerEdge',
    fields: { node: { type: new GraphQLNonNull(node) }, cursor: { type: GraphQLString } },
  })
  const page = resolve(list, (_source, { first, after, ...filter }) => ({
    ...filter,
    limit: String(first ?? PAGE),
    ...(after != null && { cursor: after }),
  }))
  const type = new GraphQLObjectType({
    name: 'CustomerConnection',
    fields: {
      edges: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(edge))) },
      nodes: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(node))) },
      pageInfo: { type: new GraphQLNonNull(pageInfo) },
    },
  })
  return {
    type: new GraphQLNonNull(type),
    description: list.route.endpoint.summary,
    args: { ...filters, first: { type: GraphQLInt }, after: { type: GraphQLString } },
    extensions: { operation: list, page: PAGE },
    async resolve(source: unknown, args: Record<string, unknown>, together: Together) {
      // As the contract of the list says.
      const { items, nextCursor } = (await page(source, args, together)) as { items: object[]; nextCursor: string | null }
      return {
        nodes: items,
        edges: items.map((one, index) => ({ node: one, cursor: index === items.length - 1 ? nextCursor : null })),
        pageInfo: {
          hasNextPage: nextCursor !== null,
          hasPreviousPage: args['after'] != null,
          startCursor: null,
          endCursor: nextCursor,
        },
      }
    },
  }
}

const camel = (name: string) => name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())
