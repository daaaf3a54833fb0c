import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { aTenant, aWorld, type Body, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_API: 'customers', KITH_API_PREFIX: '/crm' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

test('the customer API is there alone, under a path of its own', async () => {
  const made = await shop.request('POST', '/crm/api/v1/customers', {
    type: 'stub',
    firstName: 'Aisha',
    phone: '90123457',
  })
  expect(made).toMatchObject({ status: 201, body: { firstName: 'Aisha' } })
  const at = `/crm/api/v1/customers/${made.body.id}`
  for (const part of ['', '/addresses', '/preferences', '/consents', '/subscriptions', '/flairs', '/loyalty'])
    expect([part, (await shop.request('GET', at + part)).status]).toEqual([part, 200])
  const bearer = { authorization: `Bearer ${shop.apiKey}` }
  for (const elsewhere of [
    '/api/v1/customers',
    '/crm/api/v1/webhooks',
    '/crm/api/v1/auth/login',
    '/crm/graphql',
    '/crm/api/v1/tenant',
  ])
    expect([elsewhere, (await fetch(world.url + elsewhere, { headers: bearer })).status]).toEqual([elsewhere, 404])
  // The document that is compared is of the whole API.
  world.seen.complaints.splice(0)
  const browser = { headers: { accept: 'text/html' } }
  expect((await shop.request('GET', '/', undefined, browser)).status).toBe(404)
  expect((await shop.request('GET', '/health/ready')).status).toBe(200)
})

test('its document has what is there, and says where', async () => {
  const { servers, paths } = (await (await fetch(`${world.url}/openapi.json`)).json()) as Body
  expect(servers).toEqual([{ url: '/crm' }])
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/v1/customers', '/api/v1/customers/{customerId}/orders']),
  )
  expect(Object.keys(paths).filter((path) => /auth|webhook|graphql|setup/.test(path))).toEqual([])
})

test('a path that is none stops the start, and one for the whole API', () => {
  expect(() => readConfig({ KITH_API: 'customers', KITH_API_PREFIX: 'crm' })).toThrow('KITH_API_PREFIX')
  expect(() => readConfig({ KITH_API_PREFIX: '/crm' })).toThrow('KITH_API=customers')
})
