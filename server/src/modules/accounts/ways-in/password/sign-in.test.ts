import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import {
  anEmail,
  aPerson,
  BETTER,
  bearer,
  deviceOf,
  forgot,
  GOOD,
  logIn,
  mailTo,
  sentTo,
} from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { tidySignIns } from '../../tidy.ts'

const bcrypt = vi.hoisted(() => ({ calls: 0, costs: [] as string[] }))
vi.mock('bcrypt', async (original) => {
  const real = await original<typeof import('bcrypt')>()
  const compare = (password: string, hash: string) => {
    bcrypt.calls += 1
    bcrypt.costs.push(hash.slice(0, 7))
    return real.compare(password, hash)
  }
  return { ...real, compare }
})

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_POOL: '20', KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
  await world.startBackground()
})
afterAll(() => world.close())
beforeEach(() => {
  bcrypt.calls = 0
})

const SOON = `update sign_in_attempts set until = now() + interval '1 minute' where count >= 30`
const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const audited = async (action: string, tenant = shop.id) =>
  (
    await world.owner.query('select count(*)::int as n from audit_entries where tenant_id = $1 and action = $2', [
      tenant,
      action,
    ])
  ).rows[0].n
const withoutInstance = ({ instance, requestId, ...rest }: Record<string, unknown>) => rest

describe('signing in', () => {
  test('gives tokens for the account; a neighbour knows neither the account nor the token', async () => {
    const { email, id, customerId } = await aPerson(shop)
    const { status, body, headers } = await logIn(shop, email.toUpperCase())
    expect(status).toBe(200)
    expect(body).toMatchObject({ account: { id, customerId, kind: 'customer' }, tokenType: 'Bearer' })
    expect(headers.get('cache-control')).toBe('no-store')
    const self = bearer(rival, body.accessToken)
    expect((await self.call(api.me, {})).body.account.id).toBe(id)
    expect((await self.call(customers.list, {} as never)).status).toBe(403)
    expect((await logIn(rival, email)).status).toBe(401)
  })

  test('an unknown e-mail, a wrong password and an unconfirmed e-mail are one answer after one comparison', async () => {
    const known = await aPerson(shop)
    const claimed = await aPerson(shop, { confirmed: false })
    const answers = []
    for (const [email, password] of [
      [anEmail(), GOOD],
      [known.email, BETTER],
      [claimed.email, GOOD],
    ] as const) {
      bcrypt.calls = 0
      bcrypt.costs = []
      const { status, body } = await logIn(shop, email, password)
      answers.push({ status, body: withoutInstance(body), compared: bcrypt.calls, against: bcrypt.costs })
    }
    expect(answers[0]).toMatchObject({
      status: 401,
      compared: 1,
      against: ['$2b$04$'],
      body: { code: 'auth.wrong_credentials' },
    })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test.each(['known', 'unknown'])(
    'of 50 guesses at once at a %s account from one network ten are looked at, then it is closed there',
    async (which) => {
      const email = which === 'known' ? (await aPerson(shop)).email : anEmail()
      const here = { 'x-forwarded-for': '192.0.2.77' }
      bcrypt.calls = 0
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) => logIn(shop, email, `wrong guess ${n}`, here)),
      )
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
      const closed = answers.filter(({ status }) => status === 429)
      expect(closed).toHaveLength(40)
      expect(Number(closed[0]!.headers.get('retry-after'))).toBeGreaterThan(14 * 60)
      expect(bcrypt.calls).toBe(10)
      expect((await logIn(shop, email, GOOD, here)).status).toBe(429)
      expect(bcrypt.calls).toBe(10)
      // Its owner is elsewhere, and signs in.
      expect((await logIn(shop, email)).status).toBe(which === 'known' ? 200 : 401)
      await world.owner.query(`update sign_in_attempts set until = now() - interval '1 second' where count > 5`)
      expect((await logIn(shop, email, GOOD, here)).status).toBe(which === 'known' ? 200 : 401)
    },
  )

  test('guesses from everywhere are slowed down, more and more, and lock the owner out for five minutes at most', async () => {
    const { email } = await aPerson(shop)
    bcrypt.calls = 0
    const guesses = (count: number) =>
      Promise.all(Array.from({ length: count }, (_, n) => logIn(shop, email, `wrong guess ${n}`)))
    for (const _ of [1, 2, 3]) expect((await guesses(10)).map(({ status }) => status)).toEqual(Array(10).fill(401))
    expect(bcrypt.calls).toBe(30)
    await world.owner.query(SOON)
    const waits = (await guesses(20)).map(
      ({ status, headers }) => [status, Number(headers.get('retry-after'))] as const,
    )
    expect(waits.every(([status, seconds]) => status === 429 && seconds <= 60)).toBe(true)
    expect(bcrypt.calls).toBe(30)
    const longest = `update sign_in_attempts set count = 90, until = now() - interval '1 second' where count >= 30`
    await world.owner.query(longest)
    expect((await logIn(shop, email, 'wrong')).status).toBe(401)
    const slowed = await logIn(shop, email)
    expect(slowed.status).toBe(429)
    expect(Number(slowed.headers.get('retry-after'))).toBeLessThanOrEqual(300)
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(200)
    await world.owner.query(longest)
    expect((await logIn(shop, email)).status).toBe(200)
  })

  test('a browser in which its owner was before counts apart from guesses elsewhere', async () => {
    const { email } = await aPerson(shop)
    const other = await aPerson(shop)
    const asBrowser = (who: string, password: string, cookie = '') =>
      shop.visitor({ cookie, origin: world.url }).call(api.login, { email: who, password, session: 'cookie' })
    const first = await asBrowser(email, GOOD)
    expect(first.headers.getSetCookie().find((one) => one.startsWith('kith_device='))).toMatch(
      /; Max-Age=31536000; Path=\/api\/v1\/auth; .*HttpOnly; .*SameSite/,
    )
    const known = deviceOf(first)
    const foreign = deviceOf(await asBrowser(other.email, GOOD))
    for (const _ of [1, 2, 3])
      await Promise.all(Array.from({ length: 10 }, (_, n) => logIn(shop, email, `wrong guess ${n}`)))
    await world.owner.query(SOON)
    expect((await asBrowser(email, GOOD)).status).toBe(429)
    expect((await asBrowser(email, GOOD, foreign)).status).toBe(429)
    expect((await asBrowser(email, GOOD, `${known.slice(0, -2)}xx`)).status).toBe(429)
    const again = await asBrowser(email, GOOD, known)
    expect([again.status, deviceOf(again)]).toEqual([200, ''])
    // It gives no extra guesses: it has ten of its own.
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, n) => asBrowser(email, `wrong ${n}`, known)))
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10)
    expect((await asBrowser(email, GOOD, known)).status).toBe(429)
  })

  test('a success starts the count anew; failures are in the audit trail', async () => {
    const { email } = await aPerson(shop)
    const before = await audited('sign_in.failed')
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 6; n++) expect((await logIn(shop, email, BETTER)).status).toBe(401)
      expect((await logIn(shop, email)).status).toBe(200)
    }
    expect(await audited('sign_in.failed')).toBe(before + 12)
  })

  test('a failure at a known login stands in the history of the person, with their address; others in the trail alone', async () => {
    const { email, customerId, id } = await aPerson(shop)
    const before = await audited('sign_in.failed')
    const browser = { 'user-agent': 'Browser of Aisha' }
    expect((await logIn(shop, email, BETTER, browser)).status).toBe(401)
    expect((await logIn(shop, anEmail(), BETTER, browser)).status).toBe(401)
    expect(await audited('sign_in.failed')).toBe(before + 2)
    const { items } = (await shop.call(customers.history, { customerId })).body
    const failures = items.filter(({ action }: { action: string }) => action === 'sign_in.failed')
    expect(failures).toMatchObject([{ after: { factor: 'password', account: id }, userAgent: 'Browser of Aisha' }])
    const { rows } = await world.owner.query(
      `select substr(sealed, 2, 16) as key, substr(origin, 2, 16) as whence from audit_entries
        where action = 'sign_in.failed' and customer_id = $1`,
      [inner(customerId)],
    )
    const own = Buffer.from(inner(customerId).replaceAll('-', ''), 'hex')
    expect(rows).toEqual([{ key: own, whence: own }])
  })

  test('one address that guesses at many accounts is closed out', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address })
    await logIn(rival, anEmail(), 'x', from('2001:db8:1:2::1'))
    await world.owner.query('update sign_in_attempts set count = 100 where tenant_id = $1', [rival.id])
    expect((await logIn(rival, anEmail(), 'x', from('2001:db8:1:2:3::4'))).status).toBe(429)
    expect((await logIn(rival, anEmail(), 'x', from('2001:db8:1:3::1'))).status).toBe(401)
  })

  test('a password of a megabyte is refused before anything is counted or hashed', async () => {
    expect((await logIn(shop, anEmail(), 'x'.repeat(100_000))).status).toBe(422)
    expect(bcrypt.calls).toBe(0)
  })

  test('a hash of an older kind is made anew with the next sign-in', async () => {
    const { email, id } = await aPerson(shop)
    const scheme = async () =>
      (await world.owner.query('select scheme, secret from account_credentials where account_id = $1', [id])).rows[0]
    const now = await scheme()
    await world.owner.query(`update account_credentials set scheme = 'bcrypt-10' where account_id = $1`, [id])
    expect((await logIn(shop, email)).status).toBe(200)
    expect((await scheme()).scheme).toBe(now.scheme)
    expect((await scheme()).secret.equals(now.secret)).toBe(false)
    expect((await scheme()).secret.toString()).toMatch(/^\$2b\$04\$/)
    expect((await logIn(shop, email)).status).toBe(200)
  })

  test('a suspended customer is out at once and stays out; a deactivated one, and one who left, comes back by signing in', async () => {
    const { email, self, body, customerId } = await aPerson(shop)
    await shop.call(customers.suspend, { customerId })
    await eventually(async () => (await self.call(api.me, {})).status === 401)
    expect(await logIn(shop, email)).toMatchObject({ status: 403, body: { code: 'auth.blocked' } })
    expect((await logIn(shop, email, BETTER)).body.code).toBe('auth.wrong_credentials')
    expect((await shop.visitor().call(api.refresh, { refreshToken: body.refreshToken })).status).toBe(401)
    await shop.call(customers.reactivate, { customerId })

    const here = bearer(shop, (await logIn(shop, email)).body.accessToken)
    await shop.call(customers.deactivate, { customerId })
    await eventually(async () => (await here.call(api.me, {})).status === 401)
    expect((await logIn(shop, email, BETTER)).body.code).toBe('auth.wrong_credentials')
    expect((await shop.call(customers.get, { customerId })).body.status).toBe('deactivated')
    expect((await logIn(shop, email)).status).toBe(200)
    expect((await shop.call(customers.get, { customerId })).body.status).toBe('active')

    await world.owner.query(`update customers set status = 'cancelled' where tenant_id = $1 and id::text = $2`, [
      shop.id,
      customerId.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    ])
    expect((await logIn(shop, email)).status).toBe(200)
    expect((await shop.call(customers.get, { customerId })).body.status).toBe('active')
  })

  test('tells the holder of a sign-in from a device that was never seen', async () => {
    const { email } = await aPerson(shop)
    const news = async () => (await mailTo(shop, email)).filter(({ template }) => template === 'new_sign_in').length
    await logIn(shop, email)
    expect(await news()).toBe(0)
    await logIn(shop, email, GOOD, { 'user-agent': 'Another/1' })
    await logIn(shop, email, GOOD, { 'user-agent': 'Another/1' })
    expect(await news()).toBe(1)
  })

  test('is published to the rest of the system without names', async () => {
    const { id } = await aPerson(shop)
    const { rows } = await world.owner.query(
      `select data from events where type = 'CustomerLoggedIn' and data->>'accountId' = $1`,
      [id],
    )
    expect(rows).toEqual([
      { data: { accountId: id, customerId: expect.any(String), factor: 'registration', secondFactor: false } },
    ])
  })
})

describe('a forgotten password', () => {
  test('is replaced by the link from the mailbox: once, within half an hour, and every session ends', async () => {
    const { email, self, body } = await aPerson(shop)
    expect((await forgot(world, shop, email)).body).toEqual({ done: true })
    const { token } = await sentTo(shop, email, 'reset_password')
    const reset = (password: string, at = shop) => at.visitor().call(api.resetPassword, { token, password })
    expect((await reset(BETTER, rival)).body.code).toBe('auth.token_unusable')
    expect((await reset('password1')).body.errors[0].code).toBe('password_common')
    const [one, other] = await Promise.all([reset(BETTER), reset('otter canyon violet')])
    expect([one.status, other.status].sort()).toEqual([200, 422])
    expect((await reset(GOOD)).body.code).toBe('auth.token_unusable')
    expect((await self.call(api.me, {})).status).toBe(401)
    expect((await shop.visitor().call(api.refresh, { refreshToken: body.refreshToken })).status).toBe(401)
    expect((await logIn(shop, email)).status).toBe(401)
    expect((await logIn(shop, email, one.status === 200 ? BETTER : 'otter canyon violet')).status).toBe(200)
    expect((await mailTo(shop, email)).filter(({ template }) => template === 'password_changed')).toHaveLength(1)
  })

  test('lifts a lock, and an old link is of no use', async () => {
    const { email } = await aPerson(shop)
    const here = { 'x-forwarded-for': '192.0.2.78' }
    await Promise.all(Array.from({ length: 11 }, () => logIn(shop, email, BETTER, here)))
    expect((await logIn(shop, email, GOOD, here)).status).toBe(429)
    await forgot(world, shop, email)
    const first = await sentTo(shop, email, 'reset_password')
    await forgot(world, shop, email)
    const second = await sentTo(shop, email, 'reset_password')
    const reset = (token: string) => shop.visitor(here).call(api.resetPassword, { token, password: BETTER })
    expect((await reset(first.token)).status).toBe(422)
    expect((await reset(second.token)).status).toBe(200)
    expect((await logIn(shop, email, BETTER, here)).status).toBe(200)
    await forgot(world, shop, email)
    const third = await sentTo(shop, email, 'reset_password')
    await world.owner.query(`update account_tokens set expires_at = expires_at - interval '31 minutes'`)
    expect((await reset(third.token)).status).toBe(422)
  })

  test('answers the same for an unknown e-mail, and sends it no message', async () => {
    const { email } = await aPerson(shop)
    const nobody = anEmail()
    const [known, unknown] = [await forgot(world, shop, email), await forgot(world, shop, nobody)]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect(await mailTo(shop, nobody)).toEqual([])
  })

  test('is asked for in a browser where its owner was before, also when strangers have used up the mails of the hour', async () => {
    const { email } = await aPerson(shop)
    const asBrowser = shop.visitor({ origin: world.url })
    const cookie = deviceOf(await asBrowser.call(api.login, { email, password: GOOD, session: 'cookie' }))
    const links = async () => (await mailTo(shop, email)).filter(({ template }) => template === 'reset_password').length
    const asked = async (times: number, headers = {}) => {
      for (let n = 0; n < times; n++) await forgot(world, shop, email, headers)
      return links()
    }
    const byStrangers = await asked(8)
    expect(byStrangers).toBeLessThanOrEqual(5)
    expect(await asked(1, { cookie: `${cookie.slice(0, -2)}xx`, origin: world.url })).toBe(byStrangers)
    expect(await asked(1, { cookie, origin: world.url })).toBe(byStrangers + 1)
    // Five of its own per hour.
    expect(await asked(8, { cookie, origin: world.url })).toBe(byStrangers + 5)
  })

  test('of an account that a stranger made with this e-mail leaves the stranger nothing', async () => {
    const stranger = await aPerson(shop, { confirmed: false })
    const { secret } = (await stranger.self.call(api.beginTotp, {})).body
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect((await stranger.self.call(api.confirmTotp, { code })).status).toBe(200)
    await forgot(world, shop, stranger.email)
    const { token } = await sentTo(shop, stranger.email, 'reset_password')
    expect((await shop.visitor().call(api.resetPassword, { token, password: BETTER })).status).toBe(200)
    expect((await stranger.self.call(api.me, {})).status).toBe(401)
    expect((await logIn(shop, stranger.email)).status).toBe(401)
    const { body } = await logIn(shop, stranger.email, BETTER)
    expect((await bearer(shop, body.accessToken).call(api.me, {})).body.emailVerified).toBe(true)
  })
})

describe('a new password', () => {
  const stale = (session: string) =>
    world.owner.query(`update account_sessions set proved_at = now() - interval '11 minutes' where id = $1`, [session])

  test('wants a recent proof; other sessions end, this one stays, and the holder is told', async () => {
    const { email, self, body } = await aPerson(shop)
    const other = bearer(shop, (await logIn(shop, email)).body.accessToken)
    await stale(body.session.id)
    const refreshed = await shop.visitor().call(api.refresh, { refreshToken: body.refreshToken })
    const now = bearer(shop, refreshed.body.accessToken)
    expect(await now.call(api.changePassword, { password: BETTER })).toMatchObject({
      status: 403,
      body: { code: 'proof_needed' },
    })
    expect((await now.call(api.stepUp, { password: BETTER })).body.code).toBe('auth.wrong_proof')
    expect((await now.call(api.stepUp, { password: GOOD })).status).toBe(200)
    expect((await now.call(api.changePassword, { password: 'password123' })).status).toBe(422)
    expect((await now.call(api.changePassword, { password: BETTER })).status).toBe(200)
    expect((await now.call(api.me, {})).status).toBe(200)
    expect((await self.call(api.me, {})).status).toBe(200)
    expect((await other.call(api.me, {})).status).toBe(401)
    expect((await logIn(shop, email)).status).toBe(401)
    expect((await logIn(shop, email, BETTER)).status).toBe(200)
    expect((await mailTo(shop, email))[0]!.template).toBe('password_changed')
  })

  test('cannot be guessed by way of the proof either', async () => {
    const { self } = await aPerson(shop)
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => self.call(api.stepUp, { password: `guess ${n}` })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
  })

  test('an API key has no login of its own', async () => {
    expect(await shop.call(api.me, {})).toMatchObject({ status: 403, body: { code: 'sign_in_needed' } })
    expect((await shop.call(api.changePassword, { password: BETTER })).status).toBe(403)
  })
})

test('expired data is deleted on schedule', async () => {
  const { email } = await aPerson(shop)
  await logIn(shop, email)
  await world.owner.query(
    `update account_sessions set expires_at = now() - interval '91 days', successor = '\\x00', rotated_at = now() - interval '1 minute' where tenant_id = $1`,
    [shop.id],
  )
  await world.owner.query(`update account_tokens set expires_at = now() - interval '2 days' where tenant_id = $1`, [
    shop.id,
  ])
  await world.owner.query(`update sign_in_attempts set until = now() - interval '61 minutes' where tenant_id = $1`, [
    shop.id,
  ])
  await shop.run(tidySignIns)
  for (const table of ['account_sessions', 'account_tokens', 'sign_in_attempts']) {
    const { rows } = await world.owner.query(`select count(*)::int as n from ${table} where tenant_id = $1`, [shop.id])
    expect(rows[0].n, table).toBe(0)
  }
})

test('nothing that was typed to sign in is stored in the clear', async () => {
  const email = `unique-${randomUUID()}@example.com`
  const password = `velvet ${randomUUID()} harbour`
  await shop
    .visitor({ 'user-agent': 'Needle/9.9' })
    .call(api.register, { email, password, firstName: 'Aisha', deviceName: 'Needlephone' })
  await logIn(shop, email, password)
  const { token, code } = await sentTo(shop, email, 'verify_email')
  const { rows } = await world.owner.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  for (const { name } of rows) {
    const [{ all }] = (await world.owner.query(`select coalesce(string_agg(t::text, ' '), '') as all from ${name} t`))
      .rows
    for (const needle of [email, password, token, `"${code}"`, 'Needle/9.9', 'Needlephone']) {
      for (const encoding of ['utf8', 'hex', 'base64'] as const) {
        expect(all.includes(Buffer.from(needle).toString(encoding)), `${needle} in ${name}`).toBe(false)
      }
    }
  }
})
