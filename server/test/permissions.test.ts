import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../src/modules.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

const endpoints = modules.flatMap(({ routes }) => routes.map(({ endpoint }) => endpoint))
const IDS: Readonly<Record<string, () => string>> = {
  tenant: () => shop.slug,
  customerId: () => `cust_${'0'.repeat(32)}`,
}
const PROOF = { verificationToken: 'x'.repeat(43) }
const BODIES: Readonly<Record<string, object>> = { '/api/v1/customers/:customerId/upgrade': PROOF }

test('a visitor is told to sign in by every operation that docs/permissions.md does not open to anyone, and by no other', async () => {
  const asked = endpoints.map(async ({ method, path, allow }) => {
    const at = path.replace(/:(\w+)/g, (_, name: string) => IDS[name]?.() ?? 'x')
    const body = method === 'get' ? undefined : (BODIES[path] ?? {})
    const answer = await shop.visitor().request(method.toUpperCase(), at, body)
    const toSignIn = answer.status === 401 && answer.body.code === 'unauthenticated'
    return toSignIn === (allow !== 'anyone') ? [] : [`${method} ${path}: ${answer.status}`]
  })
  expect((await Promise.all(asked)).flat()).toEqual([])
})
