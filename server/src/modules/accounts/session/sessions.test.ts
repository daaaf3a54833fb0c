import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { exportSPKI, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../../test/harness.ts'
import * as customers from '../../customers/contract.ts'
import { anEmail, aPerson, bearer, GOOD, logIn } from '../accounts.harness.ts'
import * as api from '../contract.ts'
import { tidySignIns } from '../tidy.ts'
import { currentSigner, rotateSigningKeys } from './tokens/signing-keys.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_POOL: '20' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const refresh = (refreshToken: string, at = shop) => at.visitor().call(api.refresh, { refreshToken })
const isOpen = async (accessToken: string, at = shop) => (await bearer(at, accessToken).call(api.me, {})).status === 200
const laterBy = (session: string, interval: string) =>
  world.owner.query(`update account_sessions set rotated_at = rotated_at - $2::interval where id = $1`, [
    session,
    interval,
  ])

describe('an access token', () => {
  const issuer = 'http://127.0.0.1:0'
  const audience = (tenant: string) => `urn:kith:tenant:${tenant}`
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())

  async function forged(
    person: Awaited<ReturnType<typeof aPerson>>,
    change: {
      header?: Record<string, unknown>
      claims?: Record<string, unknown>
      key?: Parameters<SignJWT['sign']>[0]
      tenant?: string
    },
  ) {
    const { kid, key } = await currentSigner(world.kith.db, change.tenant ?? shop.id)
    const now = Math.floor(Date.now() / 1000)
    return new SignJWT({
      iss: issuer,
      aud: audience(shop.id),
      sub: person.id,
      sid: person.body.session.id,
      iat: now,
      exp: now + 600,
      ...change.claims,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid, ...change.header })
      .sign(change.key ?? key)
  }

  test('is RS256, names its tenant, its person and its session, and holds for an hour', async () => {
    const { body, id, customerId } = await aPerson(shop, { confirmed: false })
    const { iss, aud, sub, sid, cid, exp, iat, auth_time, ...rest } = claimsOf(body.accessToken)
    expect({ iss, aud, sub, sid, cid }).toEqual({
      iss: issuer,
      aud: audience(shop.id),
      sub: id,
      sid: body.session.id,
      cid: customerId,
    })
    expect(exp - iat).toBe(3600)
    expect(auth_time).toBeLessThanOrEqual(iat)
    expect(rest).toEqual({})
  })

  test('can be verified with the published keys, by the slug, the id and the well-known URL', async () => {
    const { body } = await aPerson(shop, { confirmed: false })
    const { kid } = JSON.parse(Buffer.from(body.accessToken.split('.')[0], 'base64url').toString())
    for (const path of [`/api/v1/auth/jwks/${shop.slug}`, `/api/v1/auth/jwks/${shop.id}`]) {
      const { keys } = (await (await fetch(world.url + path)).json()) as { keys: { kid: string }[] }
      expect(keys.find((one) => one.kid === kid)).toMatchObject({
        kty: 'RSA',
        alg: 'RS256',
        use: 'sig',
      })
      expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
    }
    expect((await shop.visitor().call(api.wellKnownJwks, {})).body.keys).toHaveLength(1)
    expect((await fetch(`${world.url}/api/v1/auth/jwks/nobody`)).status).toBe(404)
    expect((await rival.call(api.jwks, { tenant: shop.slug })).status).toBe(404)
  })

  test('is refused when anything about it is wrong', async () => {
    const person = await aPerson(shop, { confirmed: false })
    await aPerson(rival, { confirmed: false })
    expect(await isOpen(await forged(person, {}))).toBe(true)
    const [{ jwk }] = (
      await world.owner.query('select public_jwk as jwk from signing_keys where tenant_id = $1', [shop.id])
    ).rows
    const pem = await exportSPKI(createPublicKey({ key: jwk, format: 'jwk' }) as never)
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const hour = Math.floor(Date.now() / 1000) - 3600
    const [head, claims] = person.body.accessToken.split('.')
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString())
    const other = await aPerson(shop, { confirmed: false })
    const bad = {
      'alg none': `${encode({ alg: 'none', typ: 'at+jwt', kid })}.${claims}.`,
      'HS256 with the public key': await forged(person, {
        header: { alg: 'HS256' },
        key: new TextEncoder().encode(pem),
      }),
      'HS256 under an RS256 header': `${head}.${claims}.${'A'.repeat(43)}`,
      'the key of a stranger': await forged(person, { key: stranger }),
      'an unknown kid': await forged(person, { header: { kid: '0192f6a1-0000-7000-8000-000000000000' } }),
      'no kid': await forged(person, { header: { kid: undefined } }),
      'an embedded key': await forged(person, { key: stranger, header: { jwk: stranger.export({ format: 'jwk' }) } }),
      expired: await forged(person, { claims: { iat: hour - 100, exp: hour } }),
      'not yet valid': await forged(person, { claims: { nbf: hour + 7200 } }),
      'no expiry': await forged(person, { claims: { exp: undefined } }),
      'another audience': await forged(person, { claims: { aud: audience(rival.id) } }),
      'the neighbour’s key under our audience': await forged(person, { tenant: rival.id }),
      'the neighbour’s key and audience for our session': await forged(person, {
        tenant: rival.id,
        claims: { aud: audience(rival.id) },
      }),
      'another issuer': await forged(person, { claims: { iss: 'https://evil.example' } }),
      'another type': await forged(person, { header: { typ: 'JWT' } }),
      'another customer’s session': await forged(person, { claims: { sid: other.body.session.id } }),
      'another customer’s account': await forged(person, { claims: { sub: other.id } }),
      'changed claims': `${head}.${encode({ ...claimsOf(person.body.accessToken), sub: other.id })}.${person.body.accessToken.split('.')[2]}`,
      'no tenant': await forged(person, { claims: { aud: 'urn:kith:tenant:x' } }),
      'a refresh token': person.body.refreshToken,
      garbage: 'a.b.c',
      'ten thousand letters': `${head}.${'A'.repeat(10_000)}.x`,
    }
    for (const [what, token] of Object.entries(bad)) expect(await isOpen(token), what).toBe(false)
    expect(await isOpen(person.body.accessToken)).toBe(true)
  })

  test('stops with its session, at once', async () => {
    const { body, self } = await aPerson(shop, { confirmed: false })
    expect(await isOpen(body.accessToken)).toBe(true)
    expect((await self.call(api.logout, {})).body).toEqual({ done: true })
    expect(await isOpen(body.accessToken)).toBe(false)
    expect((await refresh(body.refreshToken)).status).toBe(401)
  })

  test('is not longer than the session', async () => {
    const { body } = await aPerson(shop, { confirmed: false })
    await world.owner.query(`update account_sessions set ends_at = now() + interval '10 minutes' where id = $1`, [
      body.session.id,
    ])
    const next = await refresh(body.refreshToken)
    expect(next.body.expiresIn).toBeLessThanOrEqual(600)
    await world.owner.query(`update account_sessions set expires_at = now() - interval '1 second' where id = $1`, [
      body.session.id,
    ])
    expect(await isOpen(next.body.accessToken)).toBe(false)
    expect((await refresh(next.body.refreshToken)).status).toBe(401)
  })
})

describe('a refresh token', () => {
  test('is single-use: its successor carries on, and reuse of the old one ends the session', async () => {
    const { body, id } = await aPerson(shop, { confirmed: false })
    const second = (await refresh(body.refreshToken)).body
    expect(second.session.id).toBe(body.session.id)
    const third = (await refresh(second.refreshToken)).body
    expect(new Set([body.refreshToken, second.refreshToken, third.refreshToken]).size).toBe(3)
    expect((await refresh(body.refreshToken)).body.code).toBe('auth.session_over')
    expect((await refresh(third.refreshToken)).status).toBe(401)
    expect(await isOpen(third.accessToken)).toBe(false)
    const { rows } = await world.owner.query(
      `select (select count(*)::int from events where type = 'RefreshTokenReused' and data->>'accountId' = $1) as told,
              (select count(*)::int from audit_entries where action = 'account.refresh_token_reused' and tenant_id = $2) as noted`,
      [id, shop.id],
    )
    expect(rows[0]).toMatchObject({ told: 1, noted: expect.any(Number) })
    expect(rows[0].noted).toBeGreaterThan(0)
  })

  test('sent again within ten seconds gets the same successor, later it ends the session', async () => {
    const { body } = await aPerson(shop, { confirmed: false })
    const next = (await refresh(body.refreshToken)).body
    expect((await refresh(body.refreshToken)).body.refreshToken).toBe(next.refreshToken)
    await laterBy(body.session.id, '9 seconds')
    expect((await refresh(body.refreshToken)).body.refreshToken).toBe(next.refreshToken)
    await laterBy(body.session.id, '2 seconds')
    expect((await refresh(body.refreshToken)).status).toBe(401)
    expect((await refresh(next.refreshToken)).status).toBe(401)
  })

  test('sent ten times at once has one successor', async () => {
    const { body } = await aPerson(shop, { confirmed: false })
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(body.refreshToken)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(new Set(answers.map((one) => one.body.refreshToken)).size).toBe(1)
    expect((await refresh(answers[0]!.body.refreshToken)).status).toBe(200)
  })

  test('that was made up ends nothing', async () => {
    const { body } = await aPerson(shop, { confirmed: false })
    const bytes = Buffer.from(body.refreshToken.slice(6), 'base64url')
    bytes[40] = bytes[40]! ^ 1
    expect((await refresh(`kithr_${bytes.toString('base64url')}`)).status).toBe(401)
    expect((await refresh('kithr_x')).status).toBe(422)
    expect((await refresh('k'.repeat(118))).status).toBe(401)
    expect((await refresh(body.refreshToken, rival)).status).toBe(401)
    expect(await isOpen(body.accessToken)).toBe(true)
    expect((await refresh(body.refreshToken)).status).toBe(200)
  })

  test('its successor is not kept longer than a retry takes', async () => {
    const { body } = await aPerson(shop, { confirmed: false })
    await refresh(body.refreshToken)
    await laterBy(body.session.id, '11 seconds')
    await shop.run(tidySignIns)
    const { rows } = await world.owner.query('select successor from account_sessions where id = $1', [body.session.id])
    expect(rows[0].successor).toBeNull()
  })
})

describe('one’s sessions', () => {
  test('are listed with where they are from, and can be ended one by one or all; a stranger’s do not exist', async () => {
    const { email, self, body } = await aPerson(shop)
    const phone = await shop
      .visitor({ 'user-agent': 'Phone/2' })
      .call(api.login, { email, password: GOOD, deviceName: 'My phone' })
    const { items } = (await self.call(api.sessions, {})).body
    expect(items).toMatchObject([
      {
        id: phone.body.session.id,
        current: false,
        deviceName: 'My phone',
        userAgent: 'Phone/2',
        ip: expect.any(String),
        signedInWith: 'password',
      },
      { id: body.session.id, current: true, deviceName: null, signedInWith: 'registration' },
    ])
    const sessionId = phone.body.session.id
    const stranger = await aPerson(shop, { confirmed: false })
    expect((await stranger.self.call(api.endSession, { sessionId })).status).toBe(404)
    expect((await (await aPerson(rival, { confirmed: false })).self.call(api.endSession, { sessionId })).status).toBe(
      404,
    )
    expect(await isOpen(phone.body.accessToken)).toBe(true)
    expect((await self.call(api.endSession, { sessionId })).status).toBe(200)
    expect(await isOpen(phone.body.accessToken)).toBe(false)
    expect((await self.call(api.endSession, { sessionId })).status).toBe(404)
    const third = await logIn(shop, email)
    expect((await self.call(api.logoutAll, {})).status).toBe(200)
    for (const token of [body.accessToken, third.body.accessToken]) expect(await isOpen(token)).toBe(false)
    expect(await isOpen(stranger.body.accessToken)).toBe(true)
  })

  test('end on other processes too: within seconds where the word did not get through', async () => {
    const { body } = await aPerson(shop, { confirmed: false })
    expect(await isOpen(body.accessToken)).toBe(true)
    await world.owner.query('update account_sessions set ended_at = now() where id = $1', [body.session.id])
    world.kith.nudges.send('sessions', shop.id)
    expect(await isOpen(body.accessToken)).toBe(false)
  })
})

describe('a session in cookies', () => {
  const cookiesOf = (headers: Headers) =>
    headers
      .getSetCookie()
      .map((one) => one.split(';')[0]!)
      .join('; ')

  async function inBrowser() {
    const { status, body, headers } = await shop
      .visitor({ origin: world.url })
      .call(api.register, { email: anEmail(), password: GOOD, firstName: 'Aisha', session: 'cookie' })
    expect(status).toBe(201)
    return { body, set: headers.getSetCookie(), cookie: cookiesOf(headers) }
  }
  // No X-Kith-Tenant: the cookies name it.
  const ask = (method: string, path: string, headers: Record<string, string>, body = {}) =>
    fetch(world.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    })

  test('gives no token to scripts, and each cookie goes only where it is needed', async () => {
    const { body, set } = await inBrowser()
    expect(JSON.stringify(body)).not.toMatch(/token/i)
    expect(set).toHaveLength(2)
    expect(set[0]).toMatch(/^kith_access=ey.*; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(set[1]).toMatch(/^kith_refresh=kithr_.*; Path=\/api\/v1\/auth; HttpOnly; SameSite=Lax$/)
  })

  test('is refreshed and ended by its cookies alone', async () => {
    const { cookie } = await inBrowser()
    expect((await ask('GET', '/api/v1/auth/me', { cookie })).status).toBe(200)
    const only = cookie.split('; ').find((one) => one.startsWith('kith_refresh'))!
    const refreshed = await ask('POST', '/api/v1/auth/refresh', { cookie: only, origin: world.url })
    expect(refreshed.status).toBe(200)
    expect(JSON.stringify(await refreshed.json())).not.toMatch(/token/i)
    const next = cookiesOf(refreshed.headers)
    const ended = await ask('POST', '/api/v1/auth/logout', { cookie: next, origin: world.url })
    expect(ended.headers.getSetCookie().every((one) => /=;.*(Max-Age=0|1970)/.test(one))).toBe(true)
    expect((await ask('GET', '/api/v1/auth/me', { cookie: next })).status).toBe(401)
  })

  test('cannot be drawn out as tokens', async () => {
    const { cookie } = await inBrowser()
    const stolen = /kith_refresh=([^;]+)/.exec(cookie)![1]!
    expect((await refresh(stolen)).status).toBe(401)
  })

  test('is of no use to a page of another site, nor to what is not a browser and names no origin', async () => {
    const { cookie } = await inBrowser()
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}] as Record<string, string>[]) {
      for (const path of ['/api/v1/auth/logout-all', '/api/v1/auth/refresh', '/api/v1/auth/login']) {
        const answer = await ask('POST', path, { cookie, ...headers })
        expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'foreign_origin'])
      }
    }
    expect((await ask('GET', '/api/v1/auth/me', { cookie })).status).toBe(200)
  })

  test('that was made up does not lead anywhere', async () => {
    const made = `kithr_${Buffer.alloc(84, 7).toString('base64url')}`
    const answer = await ask('POST', '/api/v1/auth/refresh', { cookie: `kith_refresh=${made}`, origin: world.url })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'tenant_needed'])
  })

  test('does not help where a bad bearer token stands', async () => {
    const { cookie } = await inBrowser()
    expect((await ask('GET', '/api/v1/auth/me', { cookie, authorization: 'Bearer x' })).status).toBe(401)
  })
})

describe('signing keys', () => {
  const published = async (at: Shop) =>
    (await at.visitor().call(api.wellKnownJwks, {})).body.keys.map(({ kid }: { kid: string }) => kid)
  const kidOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid
  const shift = (tenant: string, interval: string) =>
    world.owner.query('update signing_keys set signs_from = signs_from - $2::interval where tenant_id = $1', [
      tenant,
      interval,
    ])

  test('rotate: published a day before it signs, kept until the last that the old one signed has expired', async () => {
    const at = rival
    const { email, body } = await aPerson(at)
    const [first] = await published(at)
    await rotateSigningKeys(world.kith.db, at.id)
    expect(await published(at)).toEqual([first])

    await shift(at.id, '29 days')
    await Promise.all([rotateSigningKeys(world.kith.db, at.id), rotateSigningKeys(world.kith.db, at.id)])
    const [, second] = await published(at)
    expect(await published(at)).toEqual([first, second])
    expect(kidOf((await logIn(at, email)).body.accessToken)).toBe(first)

    await shift(at.id, '1 day 1 minute')
    const fresh = await eventually(async () => {
      const { accessToken } = (await logIn(at, email)).body
      return kidOf(accessToken) === second && accessToken
    })
    expect(await isOpen(body.accessToken, at)).toBe(true)

    await shift(at.id, '24 hours 4 minutes')
    world.kith.nudges.send('sessions', at.id)
    await rotateSigningKeys(world.kith.db, at.id)
    expect(await published(at)).toEqual([second])
    expect(await isOpen(body.accessToken, at)).toBe(false)
    expect(await isOpen(fresh, at)).toBe(true)
  })

  test('the private half is stored only sealed', async () => {
    const { rows } = await world.owner.query('select sealed, public_jwk from signing_keys')
    for (const { sealed, public_jwk } of rows) {
      expect(sealed[0]).toBe(1)
      expect(Object.keys(public_jwk).sort()).toEqual(['e', 'kty', 'n'])
    }
  })
})

test('a person’s data hold logins and sessions, and erasing takes all of it', async () => {
  const { email, self, customerId, id } = await aPerson(shop)
  const inner = customerId.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const held = await shop.run((ctx) => ctx.personalData.get('accounts')!.export(ctx, inner))
  expect(held).toMatchObject({
    accounts: [{ id, credentials: [{ kind: 'password', login: email, proved: true }] }],
    sessions: [{ ip: expect.any(String), userAgent: expect.any(String) }],
  })
  expect(JSON.stringify(held)).not.toMatch(/\$2b\$|digest|secret/)
  await shop.run(async (ctx) => {
    for (const hooks of [...ctx.personalData.values()].reverse()) await hooks.erase(ctx, inner)
  })
  expect((await self.call(api.me, {})).status).toBe(401)
  expect((await logIn(shop, email)).status).toBe(401)
  for (const table of ['account_credentials', 'account_sessions', 'account_tokens']) {
    const { rows } = await world.owner.query(`select count(*)::int as n from ${table} where account_id = $1`, [id])
    expect(rows[0].n, table).toBe(0)
  }
})

test('logins move with a merge and come back with its undoing', async () => {
  const [one, other] = [await aPerson(shop), await aPerson(shop)]
  const merged = await shop.request('POST', '/api/v1/customers/merge', {
    from: one.customerId,
    into: other.customerId,
    reason: 'same person',
  })
  expect(merged.status).toBe(201)
  expect((await one.self.call(api.me, {})).body.customer.id).toBe(other.customerId)
  const logins = async (customerId: string) => (await shop.call(api.accountsOfCustomer, { customerId })).body.items
  expect(await logins(other.customerId)).toHaveLength(2)
  expect((await shop.request('GET', `/admin/customers/${other.customerId}/users`)).body.items).toHaveLength(2)
  expect((await logIn(shop, one.email)).body.account.customerId).toBe(other.customerId)
  const limited = await shop.with('customers:read')
  const masked = (await limited.call(api.accountsOfCustomer, { customerId: other.customerId })).body.items
  expect(JSON.stringify(masked)).not.toContain(one.email)
  expect((await rival.call(api.accountsOfCustomer, { customerId: other.customerId })).status).toBe(404)
  await shop.request('POST', `/api/v1/merges/${merged.body.id}/undo`, { reason: 'they are two' })
  expect((await one.self.call(api.me, {})).body.customer.id).toBe(one.customerId)
  expect(await logins(other.customerId)).toHaveLength(1)
  expect((await shop.call(customers.get, { customerId: one.customerId })).status).toBe(200)
})
