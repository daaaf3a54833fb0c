import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  GraphQLID,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql'
import { z } from 'zod'
import { isOffered, isReading, knownOperations, type Operation } from '../../kit/operate.ts'
import { connection, listIn, PAGE } from './connection.ts'
import { type From, fromArguments, resolve } from './resolve.ts'
import type { Together } from './together.ts'
import { capital, type Fields, Node, Types } from './types.ts'

const OF_CUSTOMER = /^\/api\/v1\/customers\/:customerId\/([a-z-]+)$/
type Field = GraphQLFieldConfig<unknown, Together>

let made: GraphQLSchema | undefined

/** Made once, out of the same contracts as everything else. */
export function graphqlSchema(): GraphQLSchema {
  made ??= makeSchema(knownOperations().filter(isOffered))
  return made
}

function makeSchema(operations: readonly Operation[]): GraphQLSchema {
  const named = (name: string) => operations.find((one) => one.name === name)!
  const types: Types = new Types((type) => (type === 'Customer' ? ofCustomer() : {}))
  const fieldOf = (operation: Operation, from = fromArguments): Field => {
    const { endpoint } = operation.route
    const called = operation.name.split('.').map(capital).join('')
    const parts = [endpoint.params, endpoint.query, endpoint.body]
    const args: GraphQLFieldConfigArgumentMap = Object.assign({}, ...parts.map((part) => types.inputs(part, called)))
    if (from === fromCustomer) delete args['customerId']
    const list = listIn(endpoint)
    if (list) {
      const { limit: _, cursor: __, ...filters } = args
      const field = connection(types, operation, called, types.output(list.row, `${called}Item`), from)
      return { ...field, args: { ...filters, ...field.args } }
    }
    return {
      type: types.output(endpoint.output, `${called}Result`),
      description: endpoint.summary,
      args,
      resolve: resolve(operation, from),
      extensions: {
        operation,
        page: endpoint.output instanceof z.ZodObject && 'items' in endpoint.output.shape ? PAGE : 1,
      },
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
    return Object.fromEntries<Field>(below.map(([field, operation]) => [field, fieldOf(operation, fromCustomer)]))
  }
  const customer = types.output(named('customers.get').route.endpoint.output, 'Customer')
  const one = { ...fieldOf(named('customers.get')), args: { id: { type: new GraphQLNonNull(GraphQLID) } } }
  const byId = resolve(named('customers.get'), (_, { id }) => ({ customerId: id }))
  const reads = operations.filter(isReading)
  const writes = operations.filter((one) => !isReading(one))
  const all = (some: readonly Operation[]): Fields =>
    Object.fromEntries(some.map((operation) => [camel(operation.name), fieldOf(operation)]))
  /** The list of customers, of the type that has what is below a customer. */
  function customers(): Field {
    const list = named('customers.list')
    const { type, ...field } = connection(types, list, 'Customer', customer, fromArguments)
    return { ...field, type: new GraphQLNonNull(type), args: fieldOf(list).args! }
  }
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      // The arguments of the first two are their own.
      fields: () => ({
        node: { ...one, type: Node, resolve: byId },
        customer: { ...one, resolve: byId },
        customers: customers(),
        ...all(reads),
      }),
    }),
    mutation: new GraphQLObjectType({ name: 'Mutation', fields: () => all(writes) }),
  })
}

const fromCustomer: From = (customer, args) => ({ ...args, customerId: Object(customer).id })

const camel = (name: string) => name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())
