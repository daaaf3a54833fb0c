import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEmail, GOOD } from '../src/modules/accounts/accounts.harness.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

const FRIEND = 'https://shop.example'
let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_CORS_ORIGINS: FRIEND })
  shop = await aTenant(world)
})
afterAll(() => world.close())

test('a page of another origin reads answers only where the setting names that origin', async () => {
  const heard = async (origin: string, method = 'GET', more = {}) =>
    (await shop.visitor({ origin, ...more }).request(method, '/api/v1/business')).headers.get(
      'access-control-allow-origin',
    )
  const preflight = { 'access-control-request-method': 'POST' }
  expect([await heard(FRIEND), await heard(FRIEND, 'OPTIONS', preflight)]).toEqual([FRIEND, FRIEND])
  for (const origin of ['https://evil.example', 'https://shop.example.evil.example', 'null'])
    expect([await heard(origin), await heard(origin, 'OPTIONS', preflight)]).toEqual([null, null])
})

test('the cookies of a session are Secure wherever the server is not reached as this machine', async () => {
  const setAt = async (host: string) => {
    const { port } = new URL(world.url)
    const person = { email: anEmail(), password: GOOD, firstName: 'Aisha', session: 'cookie' }
    const headers = { host, origin: `http://${host}`, 'x-kith-tenant': shop.slug, 'content-type': 'application/json' }
    return new Promise<string[]>((resolve, reject) => {
      const asked = request({ port, method: 'POST', path: '/api/v1/auth/register', headers }, (answer) => {
        answer.resume()
        resolve(answer.headers['set-cookie'] ?? [])
      })
      asked.on('error', reject).end(JSON.stringify(person))
    })
  }
  const isSecure = (cookies: readonly string[]) => cookies.map((cookie) => /; Secure/i.test(cookie))
  expect(isSecure(await setAt('shop.example'))).toEqual([true, true])
  expect(isSecure(await setAt(new URL(world.url).host))).toEqual([false, false])
})

test('a body that a plain form could send is not taken as JSON, and changes nothing', async () => {
  const before = (await shop.request('GET', '/api/v1/customers')).body.total
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const headers = { 'content-type': type }
    const { status, body } = await shop.request('POST', '/api/v1/customers', '{"firstName":"X"}', { headers })
    expect([type, status, body.code]).toEqual([type, 415, 'wrong_content_type'])
  }
  expect((await shop.request('GET', '/api/v1/customers')).body.total).toBe(before)
})

test('nothing can be framed, and answers about customers are not kept', async () => {
  const page = await shop.visitor({ accept: 'text/html' }).request('GET', '/')
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const answer = await shop.request('GET', '/api/v1/customers')
  expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('no file of the server is served that is not meant for a browser', async () => {
  for (const path of ['/.git/config', '/.env', '/package.json', '/server/src/main.ts', '/assets/..%2findex.html'])
    expect([path, (await shop.visitor().request('GET', path)).status]).toEqual([path, 404])
})
