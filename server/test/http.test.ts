import { request as httpRequest } from 'node:http'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operationNames } from '../src/contracts.ts'
import { apiDocument } from '../src/kit/http/openapi.ts'
import { startHttp } from '../src/main.ts'
import { change, create, get, list } from '../src/modules/customers/contract.ts'
import { revokeApiKey } from '../src/modules/tenants/index.ts'
import { modules } from '../src/modules.ts'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const stub = (more: Record<string, unknown> = {}) =>
  ({ type: 'stub', firstName: 'Hamad', phone: aPhone(), ...more }) as never
const counted = async () =>
  (await world.owner.query('select count(*)::int as n from customers where tenant_id = $1', [shop.id])).rows[0].n

describe('bad input gets its own refusal, and nothing is written', () => {
  const raw = (body: string, headers: Record<string, string> = {}) =>
    shop.request('POST', '/api/v1/customers', body, { headers })

  test.each([
    ['malformed JSON', '{"type":', {}, 400, 'malformed_json'],
    ['a __proto__ key', '{"__proto__": {"x": 1}}', {}, 400, 'malformed_json'],
    ['another content type', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong_content_type'],
    ['an array', '[]', {}, 422, 'invalid'],
    ['10 MB', JSON.stringify({ notes: 'x'.repeat(10_000_000) }), {}, 413, 'too_large'],
  ])('%s', async (_, body, headers, status, code) => {
    const before = await counted()
    expect(await raw(body, headers)).toMatchObject({ status, body: { code } })
    expect(await counted()).toBe(before)
  })

  test.each([
    ['an unknown key', { shoe: 1 }, 'shoe', 'unknown_key'],
    ['a phone that cannot be dialled in the country', { phone: '123' }, 'phone', 'phone_invalid'],
    ['a phone of another country without its code', { phone: '020 7946 0958' }, 'phone', 'phone_invalid'],
    ['an e-mail that is none', { email: 'a@b' }, 'email', 'email_invalid'],
    ['NUL in a name', { firstName: 'A\u0000b' }, 'firstName', 'control_characters'],
    ['a lone surrogate in a name', { firstName: 'A\ud800' }, 'firstName', 'broken_characters'],
    ['a name of 5,000 characters', { firstName: 'x'.repeat(5_000) }, 'firstName', 'too_big'],
    ['a right-to-left override', { firstName: 'A\u202egnp.exe' }, 'firstName', 'reordering_characters'],
    ['a line break in a name', { firstName: 'A\nB' }, 'firstName', 'line_breaks'],
    ['a name of spaces', { firstName: '   ' }, 'firstName', 'too_small'],
    ['a number for a name', { firstName: 5 }, 'firstName', 'invalid_type'],
    ['NUL deep inside the free keys', { extra: { a: [{ b: '\u0000' }] } }, 'extra', 'control_characters'],
    ['free keys beyond reason', { extra: { a: 'x'.repeat(20_000) } }, 'extra', 'too_many_keys'],
    ['an avatar over http', { avatarUrl: 'http://a.example/a.png' }, 'avatarUrl', 'invalid_format'],
  ])('%s', async (_, more, path, code) => {
    const before = await counted()
    const answer = await shop.call(create, stub(more))
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ path, code, message: expect.any(String) }] },
    })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await counted()).toBe(before)
  })

  test('all that is wrong is said at once, in the language of the caller', async () => {
    const { body, headers } = await shop.call(create, stub({ phone: '1', firstName: '', x: 1 }), {
      headers: { 'accept-language': 'fr, ar;q=0.9, en;q=0.5' },
    })
    expect(headers.get('content-language')).toBe('ar')
    expect(body.title).toMatch(/[\u0600-\u06ff]/)
    expect(body.errors.map((one: { path: string }) => one.path).sort()).toEqual(['firstName', 'phone', 'x'])
    for (const { message } of body.errors) expect(message).toMatch(/[\u0600-\u06ff]/)
    const phone = await shop.call(create, stub({ phone: '1' }), { headers: { 'accept-language': 'ar' } })
    expect(phone.body.errors[0].message).toMatch(/[\u0600-\u06ff]/)
  })

  test.each([
    ['the country beside it', { country: 'AE', phone: '050 123 4567' }, ['email']],
    ['the country of the business', { phone: '050 123 4567' }, ['email', 'phone']],
  ])('a phone is judged by %s also when something else is wrong', async (_, more, paths) => {
    const { body } = await shop.call(create, stub({ email: 'x', ...more }))
    expect(body.errors.map((one: { path: string }) => one.path)).toEqual(paths)
  })

  test('a phone is judged by the country of the customer also when something else is wrong', async () => {
    const { body: her } = await shop.call(create, stub({ country: 'AE' }))
    const wrong = { email: 'x', phone: '050 123 4567' }
    const { body } = await shop.call(change, { customerId: her.id, ...wrong })
    expect(body.errors.map((one: { path: string }) => one.path)).toEqual(['email'])
    const rival = await aTenant(world)
    expect((await rival.call(change, { customerId: her.id, ...wrong })).body.errors).toHaveLength(2)
  })

  test('a list may be given several times or with commas; what stands once says so', async () => {
    const twice = await shop.request('GET', '/api/v1/customers?type=stub&type=full')
    expect(twice.status).toBe(200)
    expect(await shop.request('GET', '/api/v1/customers?type=stub,full')).toMatchObject({ status: 200 })
    expect(await shop.request('GET', '/api/v1/customers?q=ali&q=saif')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'q', code: 'given_twice', message: 'Given more than once; give it once' }] },
    })
  })

  test.each(['POST /api/v1/customers', 'PATCH /api/v1/tenant', 'PUT /api/v1/settings/verification'])(
    'a country that there is not is refused by %s',
    async (where) => {
      const [method, path] = where.split(' ') as [string, string]
      const body = path.endsWith('verification') ? { countries: ['ZZ'] } : { country: 'ZZ' }
      const answer = await shop.request(method, path, body, { headers: { 'accept-language': 'ar' } })
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'country_unknown', message: 'ليس رمز بلد صحيحًا' }] },
      })
    },
  )

  test('a wrong query and an unknown query key are refused', async () => {
    expect(await shop.request('GET', '/api/v1/customers?limit=0')).toMatchObject({ status: 422 })
    expect(await shop.request('GET', '/api/v1/customers?filter=x')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unknown_key' }] },
    })
    expect(await shop.request('GET', '/api/v1/customers?type=robot')).toMatchObject({ status: 422 })
  })

  test('an unknown address and a wrong method are problems too', async () => {
    expect(await shop.request('GET', '/api/v1/nothing')).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await shop.request('DELETE', '/api/v1/customers')).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    })
  })
})

describe('every answer', () => {
  const ID = '01a1fd1f-c733-7d85-9f74-5a0ab00c0051'

  test.each(['/api/v1/customers', '/health/live', '/nothing', '/openapi.json', '/docs'])(
    'carries the id of its request: %s',
    async (path) => {
      const { headers } = await shop.request('GET', path)
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(
        (await shop.request('GET', path, undefined, { headers: { 'x-request-id': ID } })).headers.get('x-request-id'),
      ).toBe(ID)
    },
  )

  test('of no carries it inside as well', async () => {
    const { body, headers } = await shop.request('GET', '/nothing')
    expect(body.requestId).toBe(headers.get('x-request-id'))
  })

  test('asks for https only where it came by https', async () => {
    const behind = await aWorld({ KITH_TRUST_PROXY: '1' })
    const over = async (protocol: string) => {
      const { headers } = await fetch(`${behind.url}/health/live`, { headers: { 'x-forwarded-proto': protocol } })
      return headers.get('strict-transport-security')
    }
    expect([await over('http'), await over('https')]).toEqual([null, 'max-age=31536000; includeSubDomains'])
    await behind.close()
  })

  test('to a business that there is not says so', async () => {
    const asked = (slug: string) =>
      shop.visitor({ 'x-kith-tenant': slug, 'accept-language': 'ar' }).request('GET', '/api/v1/business')
    expect(await asked('no-such-shop')).toMatchObject({
      status: 404,
      body: { code: 'tenant_unknown', title: 'لا توجد هنا منشأة بهذا الاسم.' },
    })
    expect((await asked(shop.slug)).status).toBe(200)
  })
})

describe('who asks', () => {
  test.each([
    ['nobody', ''],
    ['rubbish', 'Bearer kith_abc'],
    ['another scheme', 'Basic YTpi'],
    ['a well-formed key of no tenant', `Bearer kith_${'A'.repeat(64)}`],
  ])('%s is told to authenticate', async (_, authorization) => {
    const response = await fetch(`${world.url}/api/v1/customers`, { headers: authorization ? { authorization } : {} })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="kith"')
    expect(await response.json()).toMatchObject({ code: 'unauthenticated' })
  })

  test('the right key with one letter changed, and the key of one tenant with the name of another, are worthless', async () => {
    const rival = await aTenant(world)
    const bytes = Buffer.from(shop.apiKey.slice(5), 'base64url')
    const changed = Buffer.from(bytes)
    changed[47]! ^= 1
    const moved = Buffer.concat([Buffer.from(rival.id.replaceAll('-', ''), 'hex'), bytes.subarray(16)])
    for (const forged of [changed, moved]) {
      const authorization = `Bearer kith_${forged.toString('base64url')}`
      expect((await fetch(`${world.url}/api/v1/customers`, { headers: { authorization } })).status).toBe(401)
    }
  })

  test('a revoked key ends at once', async () => {
    const { keyId, ...till } = await shop.with('customers:read')
    expect((await till.call(list, {})).status).toBe(200)
    await shop.run((ctx) => revokeApiKey(ctx, { keyId }))
    expect((await till.call(list, {})).status).toBe(401)
    await expect(shop.run((ctx) => revokeApiKey(ctx, { keyId }))).rejects.toMatchObject({
      kind: { code: 'api_key.not_found' },
    })
  })

  test('a key without a scope is told which one it lacks', async () => {
    const till = await shop.with('customers:read')
    expect(await till.call(create, {})).toMatchObject({
      status: 403,
      body: { code: 'forbidden', needs: 'customers:write' },
    })
  })

  test('a key beyond its rate is told when to come back', async () => {
    const { createApiKey } = await import('../src/modules/tenants/index.ts')
    const { apiKey } = await shop.run((ctx) =>
      createApiKey(ctx, { name: 'slow', scopes: ['customers:read'], perMinute: 3 }),
    )
    const ask = () => fetch(`${world.url}/api/v1/customers?limit=1`, { headers: { authorization: `Bearer ${apiKey}` } })
    for (let n = 0; n < 3; n++) expect((await ask()).status).toBe(200)
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({
      code: 'too_many_requests',
      title: expect.stringMatching(/^Too many attempts; try again in (\d+ seconds|1 minute)\.$/),
    })
  })
})

describe('Idempotency-Key', () => {
  const withKey = (key: string) => ({ headers: { 'idempotency-key': key } })

  test('the same request again gets the same answer, and is done once', async () => {
    const input = stub()
    const first = await shop.call(create, input, withKey('k-1'))
    const second = await shop.call(create, input, withKey('k-1'))
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ])
    expect(second.headers.get('etag')).toBe('"1"')
  })

  test('twenty at once are done once and all get that answer', async () => {
    const before = await counted()
    const input = stub()
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.call(create, input, withKey('k-race'))))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect(await counted()).toBe(before + 1)
  })

  test('another body under the same key is refused; the order of keys does not matter', async () => {
    const input = stub() as Record<string, unknown>
    const { body } = await shop.call(create, input as never, withKey('k-2'))
    const turned = Object.fromEntries(Object.entries(input).reverse())
    expect((await shop.request('POST', '/api/v1/customers', turned, withKey('k-2'))).body).toEqual(body)
    expect(await shop.call(create, stub(), withKey('k-2'))).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    })
  })

  test('a refused request keeps nothing: the key can be used again', async () => {
    expect((await shop.call(create, stub({ phone: undefined }), withKey('k-3'))).status).toBe(422)
    expect((await shop.call(create, stub(), withKey('k-3'))).status).toBe(201)
  })

  test('a key belongs to its caller: another key of the tenant and another tenant have their own', async () => {
    const [till, rival] = [await shop.with('customers:write'), await aTenant(world)]
    const input = {}
    const ids = [
      await shop.call(create, input, withKey('k-4')),
      await till.call(create, input, withKey('k-4')),
      await rival.call(create, input, withKey('k-4')),
    ]
    expect(new Set(ids.map(({ body }) => body.id)).size).toBe(3)
  })

  test('a key that is none is refused', async () => {
    expect(await shop.call(create, {}, withKey('x'.repeat(300)))).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_malformed' },
    })
  })

  test('answers are forgotten after a day', async () => {
    const { forgetOldAnswers } = await import('../src/kit/idempotency.ts')
    await shop.call(create, {}, withKey('k-old'))
    await world.owner.query(
      `update idempotency_keys set created_at = now() - interval '25 hours' where tenant_id = $1`,
      [shop.id],
    )
    await shop.call(create, {}, withKey('k-new'))
    await shop.run(forgetOldAnswers)
    const { rows } = await world.owner.query('select count(*)::int as n from idempotency_keys where tenant_id = $1', [
      shop.id,
    ])
    expect(rows[0].n).toBe(1)
  })
})

describe('the server itself', () => {
  test('says how it is, and counts its requests by pattern', async () => {
    const { body } = await shop.call(create, stub())
    await shop.call(get, { customerId: body.id })
    expect(await (await fetch(`${world.url}/health/live`)).json()).toEqual({ status: 'live' })
    expect(await (await fetch(`${world.url}/health/ready`)).json()).toMatchObject({ status: 'ready' })
    const metrics = await (await fetch(`${world.url}/metrics`)).text()
    expect(metrics).toContain(
      'kith_http_request_seconds_count{route="/api/v1/customers/:customerId",method="GET",status="200"}',
    )
    expect(metrics).not.toContain(body.id)
  })

  test('shows its metrics inside only, and its reference only where it is on', async () => {
    const answer = async (path: string, settings: object, headers: Record<string, string> = {}) => {
      const there = await startHttp({ ...world.kith, config: { ...world.kith.config, ...settings } })
      const { status } = await fetch(there.url + path, { headers })
      await there.stop()
      return status
    }
    const forwarded = { 'x-forwarded-for': '198.51.100.7' }
    expect(await answer('/metrics', { KITH_TRUST_PROXY: 1 }, forwarded)).toBe(404)
    expect(await answer('/metrics', {}, forwarded)).toBe(404)
    expect(await answer('/metrics', { KITH_METRICS_NETWORKS: ['10.0.0.0/8'] })).toBe(404)
    const office = { 'x-forwarded-for': '10.1.2.3' }
    expect(await answer('/metrics', { KITH_TRUST_PROXY: 1 }, office)).toBe(404)
    expect(await answer('/metrics', { KITH_TRUST_PROXY: 1 })).toBe(200)
    expect(await answer('/metrics', { KITH_HEALTH_PORT: 0 })).toBe(404)
    for (const path of ['/docs', '/openapi.json']) {
      expect([path, await answer(path, { KITH_REFERENCE: 'off' })]).toEqual([path, 404])
    }
  })

  test('keeps no key that was pasted into its reference', async () => {
    const text = await (await fetch(`${world.url}/docs/api/static/swagger-initializer.js`)).text()
    expect(text).toMatch(/"persistAuthorization":\s*false/)
  })

  test('describes itself as OpenAPI 3.1 and shows it as a page', async () => {
    const text = await (await fetch(`${world.url}/openapi.json`)).text()
    const api = JSON.parse(text) as { openapi: string; paths: object }
    expect(api.openapi).toBe('3.1.0')
    expect(await new Validator().validate(api)).toMatchObject({ valid: true })
    // A browser resolves references from the document's root, where shapes cut out of Zod have none.
    expect(text).not.toContain('#/$defs/')
    expect(Object.keys(api.paths)).toContain('/api/v1/customers/{customerId}')
    // As committed, and that is what the code says; when not: npm run generate.
    expect(api).toEqual(
      apiDocument(
        modules.flatMap(({ routes }) => routes),
        operationNames,
      ),
    )
    for (const alias of ['json', 'yaml'])
      expect(await (await fetch(`${world.url}/docs/api/${alias}`)).text()).toBe(text)
    const page = await fetch(`${world.url}/docs/api`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>')
  })

  test('finishes requests under way, answers new ones with 503, and is gone', async () => {
    const stopping = await aWorld()
    const busy = await aTenant(stopping)
    const { body } = await busy.call(create, {})
    // A row lock holds the change under way for as long as we like.
    await stopping.owner.query('begin')
    await stopping.owner.query('select from customers where tenant_id = $1 for update', [busy.id])
    const underWay = busy.call(change, { customerId: body.id, notes: 'finished' })
    await eventually(async () => {
      const { rows } = await stopping.owner.query(
        `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      )
      return rows[0].n === 1
    })
    const open = await keptAlive(stopping.url)
    const closed = stopping.close()
    expect(await open.ask()).toBe(503)
    await stopping.owner.query('commit')
    expect(await underWay).toMatchObject({ status: 200, body: { notes: 'finished' } })
    await closed
    await expect(fetch(`${stopping.url}/health/live`)).rejects.toThrow()
  })
})

describe('a process that comes too late to everything', () => {
  const MANY = 60
  let spinning: NodeJS.Timeout
  beforeAll(() => {
    spinning = setInterval(() => {
      const until = performance.now() + 20
      while (performance.now() < until);
    }, 1)
  })
  afterAll(() => clearInterval(spinning))
  const atOnce = (one: Shop) => Promise.all(Array.from({ length: MANY }, () => one.call(list, {})))

  test('refuses some of many requests, none of a person alone, and none where that was turned off', async () => {
    const shedding = await aWorld({ KITH_MAX_DELAY_MS: '8' })
    const busy = await aTenant(shedding)
    const refused = await eventually(async () => (await atOnce(busy)).find(({ status }) => status === 503))
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(refused.body).toMatchObject({ status: 503, code: 'overloaded' })
    for (let n = 0; n < 3; n++) expect((await busy.call(list, {})).status).toBe(200)
    expect((await atOnce(shop)).map(({ status }) => status)).toEqual(Array(MANY).fill(200))
    await shedding.close()
  })
})

/** A connection that was there before the server began to stop. */
async function keptAlive(url: string) {
  const { Agent } = await import('node:http')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      httpRequest(`${url}/health/live`, { agent }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode!))
      })
        .on('error', reject)
        .end()
    })
  await ask()
  return { ask }
}
