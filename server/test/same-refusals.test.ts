import path from 'node:path'
import { credentials, loadPackageDefinition, Metadata, type ServiceError } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { type GraphQLField, getNamedType, isCompositeType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KithRefusal, openKith } from '../../sdk/src/index.ts'
import { isScope, type Scope } from '../src/kit/caller.ts'
import { isOffered, isReading, knownOperations, type Operation } from '../src/kit/operate.ts'
import { startGrpc } from '../src/main.ts'
import { aPerson } from '../src/modules/accounts/accounts.harness.ts'
import { graphqlSchema } from '../src/modules/graphql/schema.ts'
import { SCOPES } from '../src/permissions.ts'
import { published } from './documented/answers.ts'
import { resolved } from './fuzz/values.ts'
import { aTenant, aWorld, type Body, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const ID = '0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47'
const PREFIXES: Readonly<Record<string, string>> = {
  customerId: 'cust',
  addressId: 'addr',
  redemptionId: 'rdm',
  orderId: 'ord',
  paymentMethodId: 'pm',
  subscriptionId: 'sub',
}
const idFor = (name: string) => (PREFIXES[name] ? `${PREFIXES[name]}_${ID.replaceAll('-', '')}` : ID)

const inREST = ({ route: { endpoint } }: Operation) =>
  published.paths[endpoint.path.replaceAll(/:(\w+)/g, '{$1}')][endpoint.method]
/** What the document gives as an example, about a customer who is not there. */
function inputOf(operation: Operation): Record<string, unknown> {
  const { params } = operation.route.endpoint
  const ids = Object.keys(params.shape).map((name) => [name, idFor(name)])
  const [content] = Object.values<Body>(inREST(operation).requestBody?.content ?? {})
  const asked = (inREST(operation).parameters ?? [])
    .map((one: Body) => resolved(published, one))
    .filter((one: Body) => one.in === 'query' && one.required)
    .map(({ name, example, schema }: Body) => [name, example ?? schema.example ?? '2026-11-30T09:00:00Z'])
  return { ...content?.example, ...Object.fromEntries(asked), ...Object.fromEntries(ids) }
}

/** The code of the refusal by each way in; null where it is not refused. */
type Way = (operation: Operation, input: Readonly<Record<string, unknown>>, token: string) => Promise<string | null>
const bySDK: Way = ({ name }, input, token) => {
  const [module, own] = name.split('.') as [string, string]
  const kith = openKith({ url: world.url, token, longestWaitSeconds: 0 }) as unknown as Record<
    string,
    Record<string, (i: object) => Promise<unknown>>
  >
  return kith[module]![own]!(input).then(
    () => null,
    (error) => (error instanceof KithRefusal ? error.code : String(error)),
  )
}
const byREST: Way = async ({ route: { endpoint } }, input, token) => {
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !(name in endpoint.params.shape)))
  const asked = new URLSearchParams(endpoint.method === 'get' ? (rest as Record<string, string>) : {})
  const place = endpoint.path.replace(/:(\w+)/g, (_, name) => String(input[name]))
  const answer = await fetch(`${world.url}${place}?${asked}`, {
    method: endpoint.method.toUpperCase(),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(endpoint.method !== 'get' && { body: JSON.stringify(rest) }),
  })
  return answer.ok ? null : ((await answer.json()) as Body).code
}
const byGraphQL: Way = async (operation, variables, token) => {
  const name = operation.name.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
  const [kind, type] = isReading(operation)
    ? ['query', graphqlSchema().getQueryType()!]
    : ['mutation', graphqlSchema().getMutationType()!]
  const field = type.getFields()[name] as GraphQLField<unknown, unknown>
  const args = field.args.filter(({ name: arg }) => arg in variables)
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const selected = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : ''
  const text = args.length
    ? `${kind} (${declared}) { ${name}(${passed}) ${selected} }`
    : `${kind} { ${name} ${selected} }`
  const answer = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  })
  const { errors, code } = (await answer.json()) as Body
  const [error] = errors ?? []
  if (error?.extensions.code === 'graphql.invalid') return `graphql.invalid: ${error.message}`
  return code ?? error?.extensions.code ?? null
}
const WAYS = { REST: byREST, GraphQL: byGraphQL, SDK: bySDK }

async function codesOf(operation: Operation, token: string): Promise<string[]> {
  const input = inputOf(operation)
  const codes = await Promise.all(Object.values(WAYS).map((way) => way(operation, input, token)))
  return [...new Set(codes.map(String))]
}

const keys = new Map<string, Promise<string>>()
/** A key that may do everything else; `customers:read` is what the door of GraphQL asks for. */
function keyWithout(allow: Scope): Promise<string> {
  const others = (Object.keys(SCOPES) as Scope[]).filter((scope) => scope !== allow)
  const made = keys.get(allow) ?? shop.with(...others).then(({ apiKey }) => apiKey)
  keys.set(allow, made)
  return made
}
const OPERATIONS = knownOperations().filter(isOffered)

describe('refused with one code by REST, GraphQL and the SDK', () => {
  test('is a caller without the permission, for every operation', async () => {
    for (const operation of OPERATIONS) {
      const { allow } = operation.route.endpoint
      if (!isScope(allow) || allow === 'customers:read') continue
      expect([operation.name, await codesOf(operation, await keyWithout(allow))]).toEqual([
        operation.name,
        ['forbidden'],
      ])
    }
  })

  // One that succeeds without an id would be done three times, each time with another outcome.
  test('is what is about a customer who is not there, for every operation with an id in its path', async () => {
    const withIds = OPERATIONS.filter(({ route }) => Object.keys(route.endpoint.params.shape).length > 0)
    expect(withIds.length).toBeGreaterThan(50)
    const several: unknown[] = []
    for (const operation of withIds) {
      const codes = await codesOf(operation, shop.apiKey)
      if (codes.length > 1) several.push([operation.name, codes])
    }
    expect(several).toEqual([])
  })

  test('is a caller with a key that there is not', async () => {
    expect(await codesOf(OPERATIONS.find(({ name }) => name === 'customers.get')!, 'kith_none')).toEqual([
      'unauthenticated',
    ])
  })
})

describe('what is there by gRPC too', () => {
  let grpc: Awaited<ReturnType<typeof startGrpc>>
  // biome-ignore lint/suspicious/noExplicitAny: grpc-js makes its clients at run time
  let auth: any
  beforeAll(async () => {
    grpc = await startGrpc(world.kith)
    const loaded = loadSync('kith/auth/v1/auth.proto', { includeDirs: [path.resolve('server/proto')] })
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const protos = loadPackageDefinition(loaded) as any
    auth = new protos.kith.auth.v1.AuthService(new URL(grpc.url).host, credentials.createInsecure())
  })
  afterAll(async () => {
    auth.close()
    await grpc.stop()
  })
  const byGRPC = (request: object, tenant: string) =>
    new Promise<string | null>((resolve) => {
      const metadata = new Metadata()
      if (tenant !== '') metadata.set('x-kith-tenant', tenant)
      auth.login(request, metadata, (error: ServiceError | null) =>
        resolve(error && String(error.metadata.get('kith-code')[0])),
      )
    })

  test('is refused with one code by REST, gRPC and the SDK', async () => {
    const { email } = await aPerson(shop)
    const cases: readonly [object, string][] = [
      [{ email, password: 'not the password at all' }, shop.slug],
      [{ email: 'nobody@example.com', password: 'not the password at all' }, shop.slug],
      [{ email: 'not an e-mail', password: 'x' }, shop.slug],
      [{ email, password: 'not the password at all' }, 'no-such-shop'],
      [{ email, password: 'not the password at all' }, ''],
    ]
    for (const [request, tenant] of cases) {
      const headers = { 'content-type': 'application/json', ...(tenant && { 'x-kith-tenant': tenant }) }
      const answer = await fetch(`${world.url}/api/v1/auth/login`, {
        method: 'POST',
        headers,
        body: JSON.stringify(request),
      })
      const bySDK = await openKith({ url: world.url, tenant })
        .accounts.login(request as never)
        .then(
          () => null,
          ({ code }: KithRefusal) => code,
        )
      const codes = [((await answer.json()) as Body).code, bySDK, await byGRPC(request, tenant)]
      expect(new Set(codes).size, codes.join()).toBe(1)
      expect(codes[0]).toEqual(expect.any(String))
    }
  })
})
