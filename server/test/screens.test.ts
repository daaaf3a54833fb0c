import { request as httpRequest, Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { isLoopback, isOwnBrowser } from '../src/kit/http/loopback.ts'
import { startHttp } from '../src/main.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

const DEMO_KEY = 'kith_demo'
const START = 'printed-at-the-start'
const PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

let world: World
let shop: Shop
let demo: Awaited<ReturnType<typeof startHttp>>
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  demo = await startHttp(world.kith, { demoKey: DEMO_KEY, startToken: START })
})
afterAll(async () => {
  await demo.stop()
  await world.close()
})

/** With headers of our own choosing, also those that `fetch` keeps for itself. */
function ask(url: string, path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const sent = httpRequest(`${url}${path}`, { headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text) => {
        body += text
      })
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body }))
    })
    sent.on('error', reject).end()
  })
}

describe('a browser that goes somewhere', () => {
  test.each(['/', '/till', '/customers', '/customers/cust_0', '/nowhere?q=1'])('gets the page at %s', async (path) => {
    const answer = await ask(world.url, path, { accept: PAGE })
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache', vary: 'accept' } })
    expect(answer.body).toContain('<div id="root">')
  })

  test.each(['/', '/till', '/till?x=1'])('is not needed for the page: %s after curl gives it as well', async (path) => {
    for (const headers of [{ accept: '*/*' }, {}] as Record<string, string>[])
      expect((await ask(world.url, path, headers)).body).toContain('<div id="root">')
    expect((await ask(world.url, path, { accept: 'application/json' })).status).toBe(404)
    expect((await ask(world.url, '/nowhere', { accept: '*/*' })).status).toBe(404)
  })

  test('runs nothing but what this server sent', async () => {
    const { headers, body } = await ask(world.url, '/', { accept: PAGE })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/)
    expect(body).not.toMatch(/<script(?![^>]*\bsrc="\/assets\/)/)
    expect(body).not.toMatch(/(src|href)="https?:/)
  })

  test('does not hold up the end of the server, once it has its page', async () => {
    const ending = await startHttp(world.kith)
    for (let n = 0; n < 3; n++) await ask(ending.url, '/till', { accept: PAGE })
    const cutOff = vi.spyOn(Server.prototype, 'closeAllConnections')
    await ending.stop()
    // Running requests have seven seconds; there are none.
    expect(cutOff).not.toHaveBeenCalled()
    cutOff.mockRestore()
  })

  test('keeps the files for ever, for their names change with their content', async () => {
    const { body } = await ask(world.url, '/', { accept: PAGE })
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(body)![1]!
    const answer = await ask(world.url, script, { 'accept-encoding': 'br' })
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' },
    })
    expect(await ask(world.url, '/assets/nothing.js', { accept: PAGE })).toMatchObject({ status: 404 })
    expect(await ask(world.url, '/assets/..%2findex.html', { accept: PAGE })).not.toMatchObject({ status: 200 })
  })
})

describe('a till without network', () => {
  test('finds the worker at the root, which knows files of ours and no answer of the API', async () => {
    const { status, headers, body } = await ask(world.url, '/service-worker.js', { accept: '*/*' })
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' })
    expect(headers['content-security-policy']).toBe("default-src 'none'; connect-src 'self'")
    const kept = [...body.matchAll(/["'`](\/(?:assets\/[\w.@-]+)?)["'`]/g)].map(([, file]) => file!)
    expect(kept.length).toBeGreaterThan(10)
    const answers = await Promise.all(kept.map((file) => ask(world.url, file, { accept: PAGE })))
    expect(answers.filter((one) => one.status !== 200)).toEqual([])
    const { body: page } = await ask(world.url, '/', { accept: PAGE })
    const manifest = /rel="manifest" href="([^"]+)"/.exec(page)![1]!
    const { icons, start_url } = JSON.parse((await ask(world.url, manifest)).body)
    expect(start_url).toBe('/till')
    expect(icons.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['any', 'any', 'maskable'])
    for (const { src } of icons) expect(await ask(world.url, src)).toMatchObject({ status: 200 })
  })

  test('no answer about a customer is kept by the browser itself', async () => {
    const other = await aTenant(world)
    const { id } = (await other.request('POST', '/api/v1/customers', {})).body
    for (const path of [`/api/v1/customers/${id}`, '/api/v1/customers?limit=1', '/api/v1/tenant/offline-key']) {
      expect((await other.request('GET', path)).headers.get('cache-control')).toBe('no-store')
    }
  })

  test('has a key that is the same for the same caller and different for each other one', async () => {
    const [one, two, reader] = await Promise.all([
      shop.with('customers:write'),
      shop.with('customers:write'),
      shop.with('customers:read'),
    ])
    const neighbour = await aTenant(world)
    const keyOf = async (who: Pick<Shop, 'request'>) => (await who.request('GET', '/api/v1/tenant/offline-key')).body
    const first = await keyOf(one)
    expect(Buffer.from(first.key, 'base64url')).toHaveLength(32)
    expect(first.keepSeconds).toBe(12 * 3_600)
    expect(await keyOf(one)).toEqual(first)
    const others = await Promise.all([two, shop, neighbour].map(keyOf))
    expect(new Set([first, ...others].map(({ key }) => key)).size).toBe(4)
    expect(new Set([first, ...others].map(({ holder }) => holder)).size).toBe(4)
    expect(await reader.request('GET', '/api/v1/tenant/offline-key')).toMatchObject({ status: 403 })
    expect(await shop.visitor().request('GET', '/api/v1/tenant/offline-key')).toMatchObject({ status: 401 })
  })
})

describe('a program', () => {
  test('still gets the API, also at the addresses that are screens for people', async () => {
    expect((await shop.request('GET', '/customers?limit=1')).body.items).toEqual([])
    expect((await shop.request('GET', '/customers?limit=1')).headers.get('vary')).toBe('accept')
    for (const path of ['/nowhere', '/api/v1/nowhere']) {
      expect(await shop.request('GET', path)).toMatchObject({ status: 404, body: { code: 'not_found' } })
    }
    const asBrowser = { headers: { accept: PAGE } }
    expect(await shop.request('GET', '/api/v1/nowhere', undefined, asBrowser)).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    })
    expect(await shop.request('GET', '/api/v1/customers?limit=1', undefined, asBrowser)).toMatchObject({
      body: { items: [] },
    })
    expect(await shop.request('POST', '/nowhere', {}, asBrowser)).toMatchObject({ status: 404 })
    expect((await ask(world.url, '/health/live', { accept: PAGE })).body).toBe('{"status":"live"}')
  })

  test('reads its business and its permissions, of its own tenant only', async () => {
    const cashier = await shop.with('customers:read', 'customers:write')
    expect((await cashier.request('GET', '/api/v1/tenant')).body).toEqual({
      slug: shop.slug,
      name: 'A shop',
      name2: null,
      country: 'OM',
      locale: 'en',
      timeZone: 'Asia/Muscat',
      ownTimeZone: null,
      version: 1,
      actor: expect.stringMatching(/^key:[0-9a-f]+$/),
      may: ['customers:read', 'customers:write'],
    })
    const neighbour = await aTenant(world)
    expect((await neighbour.request('GET', '/api/v1/tenant')).body.slug).toBe(neighbour.slug)
    const exporter = await shop.with('customers:export')
    // Any permission will do.
    expect((await exporter.request('GET', '/api/v1/tenant')).body.may).toEqual(['customers:export'])
  })
})

describe('a visitor', () => {
  test('learns the name above the door, of the business that they name and of no other', async () => {
    const neighbour = await aTenant(world)
    for (const { slug } of [shop, neighbour]) {
      const named = await ask(world.url, '/api/v1/business', { 'x-kith-tenant': slug })
      expect(JSON.parse(named.body)).toEqual({ slug, name: 'A shop', name2: null, country: 'OM', locale: 'en' })
    }
    expect(await ask(world.url, '/api/v1/business')).toMatchObject({ status: 400 })
    expect(await ask(world.url, '/api/v1/business', { 'x-kith-tenant': 'nobody' })).toMatchObject({ status: 404 })
  })

  test('is told of the development inbox only where there is one, and only at this machine', async () => {
    const page = async (url: string, cookie = '') => (await ask(url, '/inbox', { accept: PAGE, cookie })).body
    expect(await page(demo.url, startCookie(demo.url))).toContain('data-inbox')
    expect(await page(demo.url)).not.toContain('data-inbox')
    const config = { ...world.kith.config, KITH_DEV_INBOX: 'off' as const }
    const sending = await startHttp({ ...world.kith, config }, { startToken: START })
    expect(await page(sending.url, startCookie(sending.url))).not.toContain('data-inbox')
    await sending.stop()
  })
})

const startCookie = (url: string, token = START) => `kith_start_${new URL(url).port}=${token}`

describe('the address that the start prints', () => {
  test('makes a browser that of the person at this machine, and leaves nothing in the address', async () => {
    const answer = await ask(demo.url, `/till?start=${START}&x=1`, { accept: PAGE })
    expect(answer).toMatchObject({
      status: 302,
      headers: {
        location: '/till?x=1',
        'cache-control': 'no-store',
        'set-cookie': [`${startCookie(demo.url)}; Path=/; HttpOnly; SameSite=Strict`],
      },
    })
    expect(await ask(demo.url, `//evil.example/?start=${START}`)).toMatchObject({ headers: { location: '/' } })
  })

  test('does nothing with another token, or where no start has one', async () => {
    expect(await ask(demo.url, '/till?start=guessed', { accept: PAGE })).toMatchObject({ status: 200 })
    expect((await ask(demo.url, '/till?start=guessed', { accept: PAGE })).headers['set-cookie']).toBeUndefined()
    expect(await ask(world.url, `/till?start=${START}`, { accept: PAGE })).toMatchObject({ status: 200 })
  })
})

describe('the one click of the demo', () => {
  const name = { host: '127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }
  const own = { ...name, cookie: '' }
  beforeAll(() => {
    own.cookie = startCookie(demo.url)
  })

  test('is not for a stranger behind a bare proxy that makes them look like the person at this machine', async () => {
    expect(await ask(demo.url, '/demo/session', name)).toMatchObject({ status: 404 })
    const guessed = { ...name, cookie: startCookie(demo.url, 'guessed') }
    expect(await ask(demo.url, '/demo/session', guessed)).toMatchObject({ status: 404 })
    expect((await ask(demo.url, '/', { ...guessed, accept: PAGE })).body).not.toContain('data-demo')
  })

  test('is there for the person at this machine', async () => {
    const answer = await ask(demo.url, '/demo/session', own)
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    expect(JSON.parse(answer.body)).toEqual({ apiKey: DEMO_KEY })
    expect((await ask(demo.url, '/', { ...own, accept: PAGE })).body).toContain('<html data-demo')
  })

  test.each([
    ['a name that was rebound to this machine', { host: 'evil.example' }],
    ['a name that begins like ours', { host: 'localhost.evil.example' }],
    ['another site', { host: 'localhost:4000', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { host: 'localhost:4000', origin: 'http://localhost:3000' }],
    ['a proxy', { host: 'localhost:4000', 'x-forwarded-for': '203.0.113.9' }],
    ['another kind of proxy', { host: 'localhost:4000', via: '1.1 proxy' }],
  ])('is not for %s, and the page does not offer it', async (_, sent) => {
    const headers = { cookie: own.cookie, ...sent }
    expect(await ask(demo.url, '/demo/session', headers)).toMatchObject({ status: 404 })
    expect((await ask(demo.url, '/', { ...headers, accept: PAGE })).body).not.toContain('data-demo')
  })

  test('is nowhere else: not without a demo, not to the network', async () => {
    expect(await ask(world.url, '/demo/session', own)).toMatchObject({ status: 404 })
    expect(isOwnBrowser({ remoteAddress: '203.0.113.9', headers: own })).toBe(false)
    expect(isOwnBrowser({ remoteAddress: undefined, headers: own })).toBe(false)
    expect(['127.0.0.1', '::1', 'localhost', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true)
    expect(['0.0.0.0', '::', '127.0.0.1.evil.example', '10.0.0.1'].some(isLoopback)).toBe(false)
  })

  test.each([
    ['a proxy', { KITH_TRUST_PROXY: 1 }],
    ['an address of its own', { KITH_PUBLIC_URL: 'https://crm.example' }],
    ['every network', { HOST: '0.0.0.0' }],
  ])('is nowhere where the settings name %s, for any request', async (_, settings) => {
    const open = { ...world.kith, config: { ...world.kith.config, ...settings } }
    const there = await startHttp(open, { demoKey: DEMO_KEY, startToken: START })
    const cookie = startCookie(there.url)
    expect(await ask(there.url, '/demo/session', { ...name, cookie })).toMatchObject({ status: 404 })
    await there.stop()
  })
})
