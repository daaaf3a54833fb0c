import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createClient } from '@connectrpc/connect'
import { createGrpcTransport } from '@connectrpc/connect-node'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import type { Endpoint } from '../../../kit/endpoint.ts'
import { startGrpc } from '../../../main.ts'
import { modules } from '../../../modules.ts'
import { AuthService } from '../../../proto/kith/auth/v1/auth_pb.js'
import { anEmail, aPerson, BETTER, bearer, forgot, GOOD, logIn, sentTo } from '../accounts.harness.ts'
import * as api from '../contract.ts'
import { prove, signInWith } from './code/phone.harness.ts'
import { aBrowser, aCrookedProvider, PUBLIC } from './oidc/oidc.harness.ts'
import { anAuthenticator } from './passkeys/passkeys.harness.ts'

let world: World
let shop: Shop
let strict: Shop
let provider: Awaited<ReturnType<typeof aCrookedProvider>>
let server: Awaited<ReturnType<typeof startGrpc>>
const grpc = () => createClient(AuthService, createGrpcTransport({ baseUrl: server.url }))
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_PUBLIC_URL: PUBLIC, KITH_DEV_INBOX: 'on' })
  shop = await aTenant(world)
  strict = await aTenant(world)
  await strict.call(api.changeSettings, { mfaForRoles: ['cashier'] })
  provider = await aCrookedProvider()
  await shop.call(api.changeOidcSettings, { providers: [{ name: 'one', ...provider.settings, trustsEmail: true }] })
  server = await startGrpc(world.kith)
})
afterAll(async () => {
  await server.stop()
  await world.close()
  await provider.close()
})

/** The session, however it was answered. */
interface Back {
  readonly status: number
  readonly said: string
}
const back = ({ status, headers, body }: Awaited<ReturnType<typeof logIn>>): Back => ({
  status,
  said: JSON.stringify([body, headers.getSetCookie(), headers.get('location')]),
})
const overGrpc = (call: Promise<unknown>): Promise<Back> =>
  call.then(
    (answer) => ({ status: 200, said: JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? 0 : value)) }),
    (error) => ({ status: error.code, said: '' }),
  )

/** `whole`: a session with two factors. `next`: the same session continues. */
type Outcome = 'session' | 'whole' | 'challenge' | 'next' | 'nothing'

interface Way {
  /** Without and with a second factor. */
  readonly off: Outcome
  readonly on: Outcome
  /** The person under test, and a way for them to sign in. */
  readonly try: (mfa: boolean, session: 'token' | 'cookie') => Promise<{ ids: string[]; enter: () => Promise<Back> }>
}

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
async function protect(self: ReturnType<typeof bearer>, id: string): Promise<string> {
  const { secret } = (await self.call(api.beginTotp, {})).body
  expect((await self.call(api.confirmTotp, { code: codeOf(secret) })).status).toBe(200)
  await world.owner.query('update account_factors set last_step = 0 where account_id = $1', [id])
  return secret
}
async function somebody(mfa: boolean) {
  const person = await aPerson(shop)
  return { ...person, secret: mfa ? await protect(person.self, person.id) : '' }
}
async function somebodyWithPhone(mfa: boolean) {
  const phone = aPhone()
  const person = await signInWith(world, shop, phone, { firstName: 'Noor' })
  if (mfa) await protect(person.self, person.id)
  return { phone, ...person }
}
async function aMember(at: Shop) {
  const email = anEmail()
  const { body } = await at.call(api.inviteStaff, { email, role: 'cashier' })
  const { token } = await sentTo(at, email, 'staff_invitation')
  return { email, id: body.id as string, token }
}
async function atTheProvider(mfa: boolean) {
  const person = await somebody(mfa)
  const subject = { sub: person.id, email: person.email, email_verified: true }
  const browser = aBrowser(world)
  const begin = async () => {
    const { location } = await browser.go(`/api/v1/auth/oidc/${shop.slug}/one/start`)
    return provider.callback(location!, subject).href
  }
  // The first time creates another account of the same person.
  await browser.go(await begin())
  const { rows } = await world.owner.query<{ id: string }>(
    `select a.id::text from accounts a where a.customer_id = (select customer_id from accounts where id = $1)`,
    [person.id],
  )
  browser.jar.clear()
  return { ids: rows.map(({ id }) => id), subject, browser, begin }
}

const WAYS: Readonly<Record<string, Way>> = {
  'post /api/v1/auth/login': {
    off: 'session',
    on: 'challenge',
    async try(mfa, session) {
      const { id, email } = await somebody(mfa)
      const visitor = shop.visitor()
      return { ids: [id], enter: async () => back(await visitor.call(api.login, { email, password: GOOD, session })) }
    },
  },
  'post /api/v1/auth/phone': {
    off: 'session',
    on: 'challenge',
    async try(mfa, session) {
      const { id, phone } = await somebodyWithPhone(mfa)
      const verificationToken = await prove(world, shop, phone)
      return {
        ids: [id],
        enter: async () => back(await shop.visitor().call(api.phone, { verificationToken, session })),
      }
    },
  },
  'post /api/v1/auth/email': {
    off: 'session',
    on: 'challenge',
    async try(mfa, session) {
      const { id, email } = await somebody(mfa)
      const verificationToken = await prove(world, shop, email)
      return {
        ids: [id],
        enter: async () => back(await shop.visitor().call(api.email, { verificationToken, session })),
      }
    },
  },
  'get /api/v1/auth/oidc/:tenant/:provider/callback': {
    off: 'session',
    on: 'challenge',
    async try(mfa) {
      const { ids, browser, begin } = await atTheProvider(mfa)
      const address = await begin()
      return {
        ids,
        async enter() {
          const { status, location, response } = await browser.go(address)
          return { status, said: JSON.stringify([location, response.headers.getSetCookie()]) }
        },
      }
    },
  },
  'post /api/v1/auth/oidc/:provider/token': {
    off: 'session',
    on: 'challenge',
    async try(mfa, session) {
      const { ids, subject } = await atTheProvider(mfa)
      const { nonce } = (await shop.visitor().call(api.oidcNonce, {})).body
      const wish = { provider: 'one', idToken: await provider.sign({ ...subject, nonce }), nonce, session }
      return { ids, enter: async () => back(await shop.visitor().call(api.signInByIdToken, wish)) }
    },
  },
  // Two factors in one: docs/decisions/0012.
  'post /api/v1/auth/passkey': {
    off: 'whole',
    on: 'whole',
    async try(mfa, session) {
      const { id, self } = await somebody(mfa)
      const key = anAuthenticator()
      const begun = (await self.call(api.beginPasskey, {})).body
      expect((await self.call(api.addPasskey, { credential: key.create(begun) })).status).toBe(201)
      const credential = key.get((await shop.visitor().call(api.beginPasskeySignIn, {})).body)
      return {
        ids: [id],
        enter: async () => back(await shop.visitor().call(api.signInByPasskey, { credential, session })),
      }
    },
  },
  'post /api/v1/tills/sign-in': {
    off: 'session',
    on: 'challenge',
    async try(mfa, session) {
      const { id, token } = await aMember(shop)
      const { body } = await shop.visitor().call(api.acceptInvitation, { token, password: GOOD })
      const self = bearer(shop, body.accessToken)
      const { pairingCode } = (await shop.call(api.registerTill, { name: 'Counter' })).body
      const { tillToken } = (await shop.visitor().call(api.pairTill, { pairingCode })).body
      expect((await self.call(api.setPin, { pin: '4071', tillToken })).status).toBe(200)
      if (mfa) await protect(self, id)
      const wish = { accountId: id, pin: '4071', tillToken, session }
      return { ids: [id], enter: async () => back(await shop.visitor().call(api.signInByPin, wish)) }
    },
  },
  'post /api/v1/staff/invitations/accept': {
    off: 'session',
    on: 'challenge',
    async try(mfa, session) {
      const at = mfa ? strict : shop
      const { id, token } = await aMember(at)
      const wish = { token, password: GOOD, session }
      return { ids: [id], enter: async () => back(await at.visitor().call(api.acceptInvitation, wish)) }
    },
  },
  // With everything of the person except a proof: a session of a new customer, not of theirs.
  'post /api/v1/auth/register': {
    off: 'nothing',
    on: 'nothing',
    async try(mfa, session) {
      const { email, id } = await somebody(mfa)
      const wish = { email, password: GOOD, firstName: 'Aisha', session }
      return { ids: [id], enter: async () => ({ ...back(await shop.visitor().call(api.register, wish)), said: '' }) }
    },
  },
  'post /api/v1/auth/mfa': {
    off: 'nothing',
    on: 'whole',
    async try(mfa) {
      const { id, email, secret } = await somebody(mfa)
      const challenge = mfa ? (await logIn(shop, email)).body.mfa.challenge : 'A'.repeat(43)
      const code = mfa ? codeOf(secret) : '000000'
      const wish = { challenge, method: 'totp' as const, code }
      return { ids: [id], enter: async () => back(await shop.visitor().call(api.finishSignIn, wish)) }
    },
  },
  'post /api/v1/auth/refresh': {
    off: 'next',
    on: 'nothing',
    async try(mfa) {
      const { id, email, self } = await aPerson(shop)
      const { refreshToken } = (await logIn(shop, email)).body
      if (mfa) await protect(self, id)
      return { ids: [id], enter: async () => back(await shop.visitor().call(api.refresh, { refreshToken })) }
    },
  },
  'post /api/v1/auth/reset-password': {
    off: 'nothing',
    on: 'nothing',
    async try(mfa) {
      const { id, email } = await somebody(mfa)
      await forgot(world, shop, email)
      const { token } = await sentTo(shop, email, 'reset_password')
      const wish = { token, password: BETTER }
      return { ids: [id], enter: async () => back(await shop.visitor().call(api.resetPassword, wish)) }
    },
  },
  'post /api/v1/auth/verify-email': {
    off: 'nothing',
    on: 'nothing',
    async try(mfa) {
      const { id, email, self } = await aPerson(shop, { confirmed: false })
      if (mfa) await protect(self, id)
      const { token } = await sentTo(shop, email, 'verify_email')
      const wish = { token, password: GOOD }
      return { ids: [id], enter: async () => back(await shop.visitor().call(api.verifyEmail, wish)) }
    },
  },
  'grpc Login': {
    off: 'session',
    on: 'challenge',
    async try(mfa) {
      const { id, email } = await somebody(mfa)
      const headers = { 'x-kith-tenant': shop.slug }
      return { ids: [id], enter: () => overGrpc(grpc().login({ email, password: GOOD }, { headers })) }
    },
  },
  'grpc CompleteMfa': {
    off: 'nothing',
    on: 'whole',
    async try(mfa) {
      const { id, email, secret } = await somebody(mfa)
      const challenge = mfa ? (await logIn(shop, email)).body.mfa.challenge : 'A'.repeat(43)
      const wish = { challenge, method: 'totp', code: mfa ? codeOf(secret) : '000000' }
      const headers = { 'x-kith-tenant': shop.slug }
      return { ids: [id], enter: () => overGrpc(grpc().completeMfa(wish, { headers })) }
    },
  },
  'grpc Refresh': {
    off: 'next',
    on: 'nothing',
    async try(mfa) {
      const { id, email, self } = await aPerson(shop)
      const { refreshToken } = (await logIn(shop, email)).body
      if (mfa) await protect(self, id)
      return { ids: [id], enter: () => overGrpc(grpc().refresh({ refreshToken })) }
    },
  },
}

/** Operations that answer in phases or with a secret and create no session, with the reason. */
const NO_WAY_IN: Readonly<Record<string, string>> = {
  'post /api/v1/auth/forgot-password': 'writes to the mailbox',
  'post /api/v1/auth/change-password': 'is for who is signed in',
  'post /api/v1/auth/step-up': 'makes the session of who is signed in fresh',
  'post /api/v1/auth/step-up/passkey': 'so too',
  'post /api/v1/auth/step-up/provider': 'so too; leads to the provider',
  'post /api/v1/auth/logout': 'ends sessions',
  'post /api/v1/auth/logout-all': 'ends sessions',
  'post /api/v1/auth/mfa/enrolment': 'the secret of an authenticator that /auth/mfa then wants a code of',
  'post /api/v1/auth/mfa/totp': 'the same, for who is signed in',
  'post /api/v1/auth/mfa/totp/confirm': 'recovery codes, which are half of a sign-in',
  'post /api/v1/auth/mfa/sms/confirm': 'so too',
  'post /api/v1/auth/mfa/recovery-codes': 'so too',
  'post /api/v1/auth/guest': 'a token that shows whose cart it was',
  'get /api/v1/auth/oidc/:tenant/:provider/start': 'leads to the provider',
  'post /api/v1/auth/oidc/:provider/start': 'so too, with a guest to bring along',
  'post /api/v1/auth/oidc/nonce': 'what an ID token must carry',
  'post /api/v1/auth/links': 'leads to the provider, for who is signed in',
  'post /api/v1/auth/passkey/begin': 'what a passkey must sign',
  'post /api/v1/auth/passkeys/begin': 'what a new passkey must sign',
  'post /api/v1/auth/passkeys': 'adds a way in, for who is signed in',
  'get /api/v1/auth/token': 'says what a token is good for',
  'post /api/v1/api-keys': 'a key for a program, by who may manage keys, with a recent proof',
  'post /api/v1/tills': 'the code that pairs a device',
  'post /api/v1/tills/pair': 'the token of a device, which signs in nobody',
  'post /api/v1/tills/pins': 'a PIN for who is signed in',
  'post /api/v1/tills/operators': 'names, for a device that was paired',
  'post /api/v1/customers/verify-otp': 'the proof that /auth/phone and /auth/email want',
  'post /api/v1/customers': 'a customer, by staff',
  'post /api/v1/orders': 'an order, also of a visitor',
  ...Object.fromEntries(
    [
      'get /api/v1/webhooks',
      'post /api/v1/webhooks',
      'get /api/v1/webhooks/:webhookId',
      'patch /api/v1/webhooks/:webhookId',
      'post /api/v1/webhooks/:webhookId/disable',
      'post /api/v1/webhooks/:webhookId/enable',
      'post /api/v1/webhooks/:webhookId/secret',
    ].map((one) => [one, 'the secret by which another system checks signatures']),
  ),
  'get /api/v1/customers/:customerId/payment-methods': 'what a payment provider calls a card, for API keys',
  'post /api/v1/customers/:customerId/payment-methods': 'so too',
  'get /api/v1/me/payment-methods': 'the same without it',
  'post /api/v1/customers/:customerId/upgrade': 'the same customer, by staff or by who is signed in',
  'post /api/v1/customers/:customerId/contacts/verify': 'so too',
  'post /api/v1/me/contacts/verify': 'so too',
  'post /api/v1/messages/twilio-status/:tenant': 'hears what became of a text',
  'grpc ValidateToken': 'reads a token',
  'grpc Logout': 'ends a session',
}

const SECRET = /token|secret|challenge|nonce|^mfa$|recoveryCodes$|pairingCode$|publicKey|apiKey/i
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`

/** Operations that can set a cookie for a visitor or a login, and those that answer a secret. */
function everythingThatMightSignIn(): string[] {
  const routes = modules.flatMap(({ name, routes }) => routes.map((route) => ({ name, route })))
  const http = routes.filter(({ name, route }) => {
    const { output, allow } = route.endpoint
    const shape = JSON.stringify(z.toJSONSchema(output, { unrepresentable: 'any', io: 'input' }))
    // Named shapes begin with a capital.
    const fields = [...shape.matchAll(/"([a-z]\w*)":\{/g)].map(([, field = '']) => field)
    const mayCarry = 'phases' in route && (name === 'accounts' || allow === 'anyone')
    return mayCarry || fields.some((field) => SECRET.test(field))
  })
  return [...http.map(({ route }) => nameOf(route.endpoint)), ...AuthService.methods.map(({ name }) => `grpc ${name}`)]
}

test('everything that might give a session is in this table', () => {
  const known = [...Object.keys(WAYS), ...Object.keys(NO_WAY_IN)]
  expect(everythingThatMightSignIn().filter((one) => !known.includes(one))).toEqual([])
  expect(known.filter((one) => !everythingThatMightSignIn().includes(one))).toEqual([])
})

const sessionsOf = async (ids: readonly string[]) =>
  (
    await world.owner.query<{ id: string; second_factor: boolean; generation: number }>(
      'select id::text, second_factor, generation from account_sessions where account_id::text = any($1) and ended_at is null',
      [ids],
    )
  ).rows

async function outcomeOf({ ids, enter }: { ids: string[]; enter: () => Promise<Back> }): Promise<Outcome> {
  const before = await sessionsOf(ids)
  const { said } = await enter()
  const after = await sessionsOf(ids)
  const made = after.filter(({ id }) => !before.some((one) => one.id === id))
  const gives = /eyJ[\w-]{10,}\.|kithr_[\w-]{50,}/.test(said)
  if (made.length === 0 && gives) {
    expect(after.some(({ id, generation }) => before.some((b) => b.id === id && b.generation < generation))).toBe(true)
    return 'next'
  }
  expect(made.length > 0, 'a session and its tokens come together').toBe(gives)
  expect(made.length).toBeLessThanOrEqual(1)
  if (made[0]) return made[0].second_factor ? 'whole' : 'session'
  return /"challenge":|challenge=/.test(said) ? 'challenge' : 'nothing'
}

describe.each(Object.keys(WAYS))('%s', (name) => {
  const way = WAYS[name]!
  test.each(['token', 'cookie'] as const)('without a second factor, carried by a %s', async (session) => {
    expect(await outcomeOf(await way.try(false, session))).toBe(way.off)
  })
  test.each(['token', 'cookie'] as const)('with one, carried by a %s', async (session) => {
    expect(await outcomeOf(await way.try(true, session))).toBe(way.on)
  })
})

test('what is half a sign-in, or none, opens nothing', async () => {
  const { email } = await somebody(true)
  const { challenge } = (await logIn(shop, email)).body.mfa
  const { guestToken } = (await shop.visitor().call(api.beginGuest, {})).body
  const { pairingCode } = (await shop.call(api.registerTill, { name: 'Counter' })).body
  const { tillToken } = (await shop.visitor().call(api.pairTill, { pairingCode })).body
  const proof = await prove(world, shop, aPhone())
  const { nonce } = (await shop.visitor().call(api.oidcNonce, {})).body
  for (const scrap of [challenge, guestToken, tillToken, proof, nonce]) {
    expect((await bearer(shop, scrap).call(api.me, {})).status).toBe(401)
    expect((await shop.visitor({ cookie: `kith_access=${scrap}` }).call(api.me, {})).status).toBe(401)
    expect((await shop.visitor().call(api.refresh, { refreshToken: scrap })).status).toBe(401)
  }
})

describe('a session without a second factor ends when a merge makes it one of a customer with a second factor', () => {
  async function whoHas(contact: { phone?: string; email?: string }) {
    const phone = contact.phone ?? aPhone()
    const holder = await signInWith(world, shop, phone, { firstName: 'Noor' })
    if (contact.email) {
      const verificationToken = await prove(world, shop, contact.email, 'change_contact')
      expect((await holder.self.call(api.changeContact, { verificationToken })).status).toBe(200)
    }
    await protect(holder.self, holder.id)
    return holder
  }
  const isOut = async (self: ReturnType<typeof bearer>) => (await self.call(api.me, {})).status === 401

  test('by proving their e-mail', async () => {
    const email = anEmail()
    await whoHas({ email })
    const other = await aPerson(shop, { email, confirmed: false })
    const { code } = await sentTo(shop, email, 'verify_email')
    expect((await other.self.call(api.verifyEmail, { code })).status).toBe(200)
    expect(await isOut(other.self)).toBe(true)
    expect((await logIn(shop, email)).body.mfa.methods).toContain('totp')
  })

  test('by proving their phone', async () => {
    const phone = aPhone()
    await whoHas({ phone })
    const other = await aPerson(shop)
    const verificationToken = await prove(world, shop, phone, 'change_contact')
    expect((await other.self.call(api.changeContact, { verificationToken })).status).toBe(200)
    expect(await isOut(other.self)).toBe(true)
  })

  test('by a merge of the staff', async () => {
    const holder = await whoHas({})
    const other = await aPerson(shop)
    const merged = { from: other.customerId, into: holder.customerId, reason: 'the same person' }
    expect((await shop.request('POST', '/api/v1/customers/merge', merged)).status).toBe(201)
    expect(await isOut(other.self)).toBe(true)
    expect((await logIn(shop, other.email)).body.mfa).toBeDefined()
  })
})

test('sessions are made in one place, and only these say that a second factor was proved', () => {
  const folder = path.resolve('server/src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|harness)\.ts$/.test(name))
    .map((name) => ({ name: name.replaceAll(path.sep, '/'), text: readFileSync(path.join(folder, name), 'utf8') }))
  const saying = (what: RegExp) =>
    files
      .filter(({ text }) => what.test(text))
      .map(({ name }) => name.replace('modules/accounts/', ''))
      .sort()
  expect(saying(/(?<!function )\bstartSession\(/)).toEqual(['gate/complete-sign-in.ts'])
  expect(saying(/(?<!function )\bsignAccessToken\(/)).toEqual(['session/answer.ts'])
  expect(saying(/(?<!function )\bwriteRefreshToken\(/)).toEqual(['gate/refresh.ts', 'session/sessions.ts'])
  expect(saying(/(?<!function )\banswerSession\(/)).toEqual([
    'gate/complete-sign-in.ts',
    'gate/refresh.ts',
    'ways-in/password/sign-in.ts',
    'ways-in/second-factor/finish.ts',
  ])
  expect(saying(/secondFactor: (true|tried)/)).toEqual([
    'ways-in/passkeys/sign-in.ts',
    'ways-in/second-factor/finish.ts',
    'ways-in/till/pin.ts',
    'ways-in/till/sign-in.ts',
  ])
})
