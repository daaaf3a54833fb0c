import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startHttp } from '../src/main.ts'
import { aPerson, GOOD } from '../src/modules/accounts/accounts.harness.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'
import { ask, freePort, isInstalled, PROXIES, type ProxyName, startProxy } from './real-proxies.harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

/** Kith behind this proxy, with its configuration in deploy/. */
async function behind(name: ProxyName, settings: object = { KITH_TRUST_PROXY: 1 }, change?: (text: string) => string) {
  const port = await freePort()
  const config = { ...world.kith.config, KITH_PUBLIC_URL: `https://localhost:${port}`, ...settings }
  const http = await startHttp({ ...world.kith, config })
  const proxy = await startProxy(name, port, http.url, change)
  const stop = async () => {
    await proxy.stop()
    await http.stop()
  }
  return { url: proxy.url, http, stop }
}

const FORGED = {
  'x-forwarded-for': '6.6.6.6',
  'x-forwarded-proto': 'http',
  'x-forwarded-host': 'evil.example',
  forwarded: 'for=6.6.6.6;host=evil.example;proto=http',
}

const signIn = async (url: string, headers: Record<string, string>) => {
  const { email } = await aPerson(shop)
  const login = { email, password: GOOD, session: 'cookie' }
  return ask(url, 'POST', '/api/v1/auth/login', { 'x-kith-tenant': shop.slug, ...headers }, login)
}

describe.each(Object.keys(PROXIES) as ProxyName[])('behind %s', (name) => {
  let proxied: Awaited<ReturnType<typeof behind>> | undefined
  const there = isInstalled(name)
  beforeAll(async () => {
    if (there) proxied = await behind(name)
  })
  afterAll(() => proxied?.stop())

  test('a browser signs in, with any forged headers', async ({ skip }) => {
    if (!proxied) return skip(`${name} or openssl is not installed`)
    const { url } = proxied
    for (const forged of [{}, FORGED]) {
      const { status, cookies, text } = await signIn(url, { origin: url, ...forged })
      expect([status, text]).toEqual([200, expect.any(String)])
      expect(cookies.length).toBeGreaterThan(0)
      for (const cookie of cookies) expect(cookie).toMatch(/; Secure/)
      const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
      expect((await ask(url, 'GET', '/api/v1/auth/me', { cookie, ...forged })).status).toBe(200)
      expect((await ask(url, 'POST', '/api/v1/auth/logout', { cookie, origin: 'https://evil.example' })).status).toBe(
        403,
      )
    }
  })

  test('the address of a caller is the one that the proxy saw', async ({ skip }) => {
    if (!proxied) return skip(`${name} or openssl is not installed`)
    const headers = { authorization: `Bearer ${shop.apiKey}`, ...FORGED }
    const made = await ask(proxied.url, 'POST', '/api/v1/customers', headers, { firstName: 'Aisha' })
    expect(made.status).toBe(201)
    const { body } = await shop.request('GET', '/api/v1/audit?action=customer.created')
    expect(body.items[0].ip).toBe('127.0.0.1')
  })

  test('the metrics are not there', async ({ skip }) => {
    if (!proxied) return skip(`${name} or openssl is not installed`)
    expect((await ask(proxied.url, 'GET', '/metrics')).status).toBe(404)
    expect((await ask(proxied.url, 'GET', '/health/ready')).status).toBe(200)
  })
})

test('HAProxy without a server answers as Kith does, with 503 and Retry-After', async ({ skip }) => {
  skip(!isInstalled('HAProxy'), 'HAProxy or openssl is not installed')
  const proxied = await behind('HAProxy')
  await proxied.http.stop()
  const { status, retryAfter, text } = await ask(proxied.url, 'GET', '/api/v1/customers')
  expect([status, retryAfter]).toEqual([503, '2'])
  expect(JSON.parse(text)).toMatchObject({ code: 'overloaded', status: 503, type: 'urn:kith:problem:overloaded' })
  await proxied.stop()
})

describe('behind an nginx that was set up in a hurry', () => {
  test('which drops the port of the host, a browser signs in', async ({ skip }) => {
    skip(!isInstalled('nginx'), 'nginx or openssl is not installed')
    const proxied = await behind('nginx', { KITH_TRUST_PROXY: 1 }, (text) => text.replaceAll('$http_host', '$host'))
    expect((await signIn(proxied.url, { origin: proxied.url })).status).toBe(200)
    expect((await signIn(proxied.url, { origin: 'https://localhost:1' })).status).toBe(403)
    await proxied.stop()
  })

  test('which hides that it is there, the metrics are not there, and a browser signs in at KITH_PUBLIC_URL', async ({
    skip,
  }) => {
    skip(!isInstalled('nginx'), 'nginx or openssl is not installed')
    const bare = (text: string) => text.replaceAll(/^ *(proxy_set_header|proxy_http_version).*$/gm, '')
    const proxied = await behind('nginx', {}, bare)
    expect((await ask(proxied.url, 'GET', '/metrics')).status).toBe(404)
    expect((await signIn(proxied.url, { origin: proxied.url })).status).toBe(200)
    await proxied.stop()
  })
})
