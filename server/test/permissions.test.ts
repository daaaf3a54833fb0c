import { afterAll, beforeAll, expect, test } from 'vitest'
import { isScope, type Scope } from '../src/kit/caller.ts'
import type { Endpoint } from '../src/kit/endpoint.ts'
import { modules } from '../src/modules.ts'
import { SCOPES } from '../src/permissions.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

const endpoints = modules.flatMap(({ routes }) => routes.map(({ endpoint }) => endpoint))
const scopes = Object.keys(SCOPES) as Scope[]
const IDS: Readonly<Record<string, () => string>> = {
  tenant: () => shop.slug,
  customerId: () => `cust_${'0'.repeat(32)}`,
}
const PROOF = { verificationToken: 'x'.repeat(43) }
const BODIES: Readonly<Record<string, object>> = { '/api/v1/customers/:customerId/upgrade': PROOF }

/** The answer to a call of this operation. */
function ask(by: Pick<Shop, 'request'>, { method, path, bytes }: Endpoint) {
  const at = path.replace(/:(\w+)/g, (_, name: string) => IDS[name]?.() ?? 'x')
  const headers = bytes ? { 'content-type': 'application/octet-stream' } : {}
  return by.request(method.toUpperCase(), at, method === 'get' ? undefined : (BODIES[path] ?? {}), { headers })
}

test('a visitor is told to sign in by every operation that docs/permissions.md does not open to anyone, and by no other', async () => {
  const wrong = endpoints.map(async (endpoint) => {
    const { status, body } = await ask(shop.visitor(), endpoint)
    const toSignIn = status === 401 && body.code === 'unauthenticated'
    return toSignIn === (endpoint.allow !== 'anyone') ? [] : [`${endpoint.method} ${endpoint.path}: ${status}`]
  })
  expect((await Promise.all(wrong)).flat()).toEqual([])
})

test('a key with every other scope is refused by each operation that needs one', async () => {
  const wrong = scopes.map(async (missing) => {
    const key = await shop.with(...scopes.filter((scope) => scope !== missing))
    const needing = endpoints.filter(({ allow, also }) => also === missing || (isScope(allow) && allow === missing))
    const answers = await Promise.all(needing.map((endpoint) => ask(key, endpoint)))
    return answers.flatMap(({ status, body }, n) =>
      status === 403 && body.needs === missing ? [] : [`${needing[n]!.method} ${needing[n]!.path}: ${status}`],
    )
  })
  expect((await Promise.all(wrong)).flat()).toEqual([])
})
