import path from 'node:path'
import { credentials, loadPackageDefinition, Metadata, type ServiceError, status } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { operationNames } from '../src/contracts.ts'
import { apiDocument } from '../src/kit/http/openapi.ts'
import { startGrpc } from '../src/main.ts'
import { aPerson } from '../src/modules/accounts/accounts.harness.ts'
import { modules } from '../src/modules.ts'
import { operationsOf, type Wish, wishOf } from './fuzz/requests.ts'
import { aTenant, aWorld, eventually, type Shop, type World } from './harness.ts'

const SEED = 20_240
const AT_ONCE = 40

let world: World
let shop: Shop
let grpc: Awaited<ReturnType<typeof startGrpc>>
let customer: Record<string, string>
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  grpc = await startGrpc(world.kith)
  customer = { authorization: `Bearer ${(await aPerson(shop)).body.accessToken}` }
  await closeDatabase(true)
})
afterAll(async () => {
  await closeDatabase(false)
  await grpc.stop()
  await world.close()
})

/** No connection is let in, and those that were are ended: as after a failover to a database that is not open yet. */
async function closeDatabase(closed: boolean): Promise<void> {
  const admin = new pg.Client({ ...inject('server'), user: 'postgres', database: 'postgres' })
  await admin.connect()
  const { database } = world.owner
  await admin.query(`alter database ${database} allow_connections ${!closed}`)
  const ours = `starts_with(usename, 'kith_app') and datname = $1`
  if (closed) await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${ours}`, [database])
  await admin.end()
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string | undefined
}

async function complaint({ method, path, headers, body }: Asked): Promise<string | null> {
  const answer = await fetch(world.url + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  const isFine = answer.status === 503 ? answer.headers.has('retry-after') : answer.status < 500
  return isFine ? null : `${method} ${path} ${answer.status} ${text.slice(0, 200)}`
}

test('no request of any operation, alias or caller is answered 500, and each 503 says when to come back', async () => {
  const document = apiDocument(
    modules.flatMap(({ routes }) => routes),
    operationNames,
  )
  const visitor = { 'x-kith-tenant': shop.slug }
  const callers = [{ authorization: `Bearer ${shop.apiKey}` }, customer, visitor, {}]
  const asked = operationsOf(document).flatMap((operation, index) =>
    fc
      .sample(wishOf(document, operation, [shop.slug, shop.id]), { seed: SEED + index, numRuns: callers.length })
      .map(({ path, headers, body }: Wish, n) => ({
        method: operation.method.toUpperCase(),
        path,
        headers: { ...headers, ...callers[n]! } as Record<string, string>,
        body,
      })),
  )
  const complaints: (string | null)[] = []
  const inTurn = asked[Symbol.iterator]()
  const lane = async () => {
    for (const one of inTurn) complaints.push(await complaint(one))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  expect(complaints.length).toBeGreaterThan(400)
  expect(complaints.filter(Boolean)).toEqual([])
})

test('a known key hears 503 of what it reads and writes', async () => {
  for (const [method, where] of [
    ['GET', '/api/v1/customers'],
    ['GET', '/customers'],
    ['POST', '/api/v1/customers'],
    ['GET', '/api/v1/customers/export?format=csv'],
    ['POST', '/api/v1/auth/login'],
  ] as const) {
    const login = { email: 'aisha@example.com', password: 'saffron kettle seventeen' }
    const body = method === 'GET' ? undefined : where.endsWith('login') ? login : { firstName: 'Aisha' }
    const answer = await shop.request(method, where, body, { headers: { accept: 'application/json' } })
    expect([where, answer.status, answer.body.code]).toEqual([where, 503, 'database_away'])
    expect(answer.headers.get('retry-after')).toBe('2')
  }
})

test('what needs no database is there, and the server says that it is not ready', async () => {
  for (const where of ['/docs', '/openapi.json', '/health/live', '/metrics']) {
    expect([where, (await fetch(world.url + where)).status]).toEqual([where, 200])
  }
  const browser = { accept: 'text/html,application/xhtml+xml' }
  expect([200, 404]).toContain((await fetch(`${world.url}/customers`, { headers: browser })).status)
  const ready = await fetch(`${world.url}/health/ready`)
  expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2'])
})

test('a call over gRPC hears the same', async () => {
  const definition = loadSync('kith/auth/v1/auth.proto', { includeDirs: [path.resolve('server/proto')] })
  // biome-ignore lint/suspicious/noExplicitAny: grpc-js makes its clients at run time
  const protos = loadPackageDefinition(definition) as any
  const auth = new protos.kith.auth.v1.AuthService(new URL(grpc.url).host, credentials.createInsecure())
  const metadata = new Metadata()
  metadata.set('x-kith-tenant', shop.slug)
  const error = await new Promise<ServiceError>((resolve) =>
    auth.login({ email: 'a@example.com', password: 'wrong' }, metadata, (refused: ServiceError) => resolve(refused)),
  )
  expect([error.code, error.metadata.get('kith-code')]).toEqual([status.UNAVAILABLE, ['database_away']])
  expect(error.metadata.get('retry-after')).toEqual(['2'])
  auth.close()
})

test('once it is open again everything goes on', async () => {
  await closeDatabase(false)
  await eventually(async () => (await shop.request('GET', '/api/v1/customers')).status === 200)
  expect((await fetch(`${world.url}/health/ready`)).status).toBe(200)
})
