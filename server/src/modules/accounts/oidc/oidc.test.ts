import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as customers from '../../customers/contract.ts'
import { anEmail, aPerson, bearer, GOOD, logIn, mailTo, sentTo } from '../accounts.harness.ts'
import * as api from '../contract.ts'
import { aBrowser, aCrookedProvider, aRealProvider, type Person, PUBLIC } from './oidc.harness.ts'

let world: World
let shop: Shop
let rival: Shop
let real: Awaited<ReturnType<typeof aRealProvider>>
let crooked: Awaited<ReturnType<typeof aCrookedProvider>>
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: 'on', KITH_PUBLIC_URL: PUBLIC, KITH_DEV_INBOX: 'on' })
  shop = await aTenant(world)
  rival = await aTenant(world)
  crooked = await aCrookedProvider()
  real = await aRealProvider([shop, rival].map(({ id }) => `${PUBLIC}/api/v1/auth/oidc/${id}/real/callback`))
  for (const one of [shop, rival]) {
    const answer = await one.call(api.changeOidcSettings, {
      providers: [
        { name: 'real', label: 'The real one', ...real.settings, trustsEmail: true },
        { name: 'crooked', ...crooked.settings, trustsEmail: true },
        { name: 'doubtful', ...crooked.settings, trustsEmail: false },
        { name: 'absent', ...crooked.settings, issuer: 'http://localhost:1', trustsEmail: false },
        ...['hanging', 'posing', 'endless'].map((name) => ({
          ...crooked.settings,
          name,
          clientId: name,
          trustsEmail: false,
        })),
      ],
    })
    expect(answer.status).toBe(200)
  }
})
afterEach(() => crooked.lie({}))
afterAll(async () => {
  await world.close()
  await real.close()
  await crooked.close()
})

const aSubject = (more: Partial<Person> = {}): Person => ({ sub: randomUUID(), given_name: 'Salim', ...more })
const startOf = (provider: string, at = shop, returnTo = '/account/orders') =>
  `/api/v1/auth/oidc/${at.slug}/${provider}/start?returnTo=${encodeURIComponent(returnTo)}`
const told = (page: URL | string | null) => new URLSearchParams(new URL(page ?? '', PUBLIC).hash.slice(1))
const me = async (browser: ReturnType<typeof aBrowser>, at = shop) =>
  (await browser.call(at, 'GET', '/api/v1/auth/me')).body

/** Begins, and stands before the door with what the provider gave. */
async function comeBack(person: Person, { provider = 'crooked', at = shop, browser = aBrowser(world) } = {}) {
  const { location } = await browser.go(startOf(provider, at))
  return { browser, back: crooked.callback(location!, person).href, location: location! }
}
async function signIn(person: Person, options: Parameters<typeof comeBack>[1] = {}) {
  const { browser, back } = await comeBack(person, options)
  const { location, status } = await browser.go(back)
  expect(status).toBe(303)
  return { browser, location: location!, error: told(location).get('error') }
}
const audited = async (action: string) =>
  (
    await world.owner.query('select count(*)::int as n from audit_entries where tenant_id = $1 and action = $2', [
      shop.id,
      action,
    ])
  ).rows[0].n

describe('signing in at a provider', () => {
  test('makes a customer with an account the first time and finds it the next time', async () => {
    const email = anEmail()
    real.signIn({ sub: 'aisha', email, email_verified: true, given_name: 'Aisha', family_name: 'Al Balushi' })
    const browser = aBrowser(world)
    const page = await browser.follow(startOf('real'))
    expect(page.href).toBe(`${PUBLIC}/account/orders`)
    const first = await me(browser)
    expect(first).toMatchObject({ name: 'Aisha Al Balushi', customer: { type: 'full' } })
    const { body } = await shop.call(customers.get, { customerId: first.customer.id })
    expect(body).toMatchObject({ email, emailVerified: true })

    const again = aBrowser(world)
    await again.follow(startOf('real'))
    expect((await me(again)).account.id).toBe(first.account.id)
    expect((await again.call(shop, 'GET', '/api/v1/auth/sessions')).body.items[0]).toMatchObject({
      signedInWith: 'oidc',
      carriedBy: 'cookie',
    })
    expect(again.jar.has('kith_flow')).toBe(false)

    const elsewhere = aBrowser(world)
    await elsewhere.follow(startOf('real', rival))
    expect((await me(elsewhere, rival)).account.id).not.toBe(first.account.id)
    expect((await rival.call(customers.get, { customerId: first.customer.id })).status).toBe(404)
  })

  test('is offered without secrets, and asks with PKCE, state and nonce', async () => {
    const { body } = await shop.visitor().call(api.listProviders, {})
    expect(body.items[0]).toEqual({ name: 'real', kind: 'generic', label: 'The real one' })
    const { location, response } = await aBrowser(world).go(startOf('crooked'))
    const asked = new URL(location!).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const one of ['state', 'nonce', 'code_challenge']) expect(asked.get(one)!.length).toBeGreaterThan(40)
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^kith_flow=[\w-]{43}; Max-Age=600; Path=\/api\/v1\/auth\/oidc; HttpOnly; SameSite=Lax$/,
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('two first sign-ins of one person at once make one account', async () => {
    const person = aSubject({ email: anEmail(), email_verified: true })
    const ready = await Promise.all(Array.from({ length: 4 }, () => comeBack(person)))
    const pages = await Promise.all(ready.map(({ browser, back }) => browser.go(back)))
    expect(pages.map(({ location }) => location)).toEqual(Array(4).fill('/account/orders'))
    const accounts = await Promise.all(ready.map(async ({ browser }) => (await me(browser)).account.id))
    expect(new Set(accounts).size).toBe(1)
  })

  test('asks for the second factor of the person', async () => {
    const person = await aPerson(shop)
    const { Secret, TOTP } = await import('otpauth')
    const code = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    const { secret } = (await person.self.call(api.beginTotp, {})).body
    await person.self.call(api.confirmTotp, { code: code(secret) })
    await world.owner.query('update account_factors set last_step = 0 where account_id = $1', [person.id])
    const { location, browser } = await signIn(aSubject({ email: person.email, email_verified: true }))
    expect(location).toMatch(/^\/account\/sign-in#tenant=/)
    expect(told(location).get('methods')).toBe('totp,recovery')
    expect(told(location).get('returnTo')).toBe('/account/orders')
    expect([...browser.jar.keys()]).toEqual([])
    const done = await browser.call(shop, 'POST', '/api/v1/auth/mfa', {
      challenge: told(location).get('challenge'),
      method: 'totp',
      code: code(secret),
    })
    expect(done).toMatchObject({ status: 200, body: { account: { customerId: person.customerId } } })
    expect((await me(browser)).customer.id).toBe(person.customerId)
  })

  test('keeps out whom staff put away', async () => {
    const person = aSubject()
    const { browser } = await signIn(person)
    const { customer } = await me(browser)
    await shop.call(customers.suspend, { customerId: customer.id, reason: 'fraud' })
    expect((await signIn(person)).error).toBe('auth.blocked')
  })

  test('takes the claims from userinfo where the ID token has none, and only of the same subject', async () => {
    const email = anEmail()
    const person = aSubject()
    crooked.lie({ userinfo: { sub: person.sub, email, email_verified: true } })
    const { browser } = await signIn(person)
    const { body } = await shop.call(customers.get, { customerId: (await me(browser)).customer.id })
    expect(body).toMatchObject({ email, emailVerified: true })
    crooked.lie({ userinfo: { sub: 'somebody else', email: anEmail(), email_verified: true } })
    expect((await signIn(aSubject())).error).toBe('auth.provider_refused')
  })
})

describe('whose e-mail it is', () => {
  test('a verified e-mail of a trusted provider opens what the business knew by it', async () => {
    const email = anEmail()
    const { body: known } = await shop.call(customers.create, {
      type: 'stub',
      firstName: 'Known',
      phone: '+96892000001',
      email,
    })
    const { browser } = await signIn(aSubject({ email: email.toUpperCase(), email_verified: true }))
    expect((await me(browser)).customer).toMatchObject({ id: known.id, type: 'full' })
  })

  test.each([
    ['not verified', { email_verified: false }, 'crooked'],
    ['of a provider that is not trusted', { email_verified: true }, 'doubtful'],
  ] as const)('an e-mail that is %s shows and changes nothing', async (_, claim, provider) => {
    const holder = await aPerson(shop)
    const claimed = await aPerson(shop, { confirmed: false })
    for (const { email, customerId } of [holder, claimed]) {
      const { browser } = await signIn(aSubject({ email, ...claim }), { provider })
      const { customer } = await me(browser)
      expect(customer.id).not.toBe(customerId)
      expect((await shop.call(customers.get, { customerId: customer.id })).body).toMatchObject({
        email: null,
        emailVerified: false,
      })
    }
    expect((await logIn(shop, holder.email)).status).toBe(200)
    expect((await claimed.self.call(api.me, {})).status).toBe(200)
    const { code } = await sentTo(shop, claimed.email, 'verify_email')
    expect((await claimed.self.call(api.verifyEmail, { code })).status).toBe(200)
  })

  test('a password that was set up beforehand with somebody else’s e-mail never opens their account', async () => {
    const trap = await aPerson(shop, { confirmed: false })
    const { browser } = await signIn(aSubject({ email: trap.email, email_verified: true }))
    const { customer } = await me(browser)
    expect(customer.id).not.toBe(trap.customerId)
    const { code } = await sentTo(shop, trap.email, 'verify_email')
    await trap.self.call(api.verifyEmail, { code })
    expect((await logIn(shop, trap.email)).status).toBe(401)
    expect((await shop.call(customers.get, { customerId: customer.id })).body.email).toBe(trap.email)
  })

  test('a person with a password keeps it and has two ways in', async () => {
    const person = await aPerson(shop)
    const { browser } = await signIn(aSubject({ email: person.email, email_verified: true }))
    expect((await me(browser)).customer.id).toBe(person.customerId)
    const login = await logIn(shop, person.email)
    expect(login.body.account.customerId).toBe(person.customerId)
    const { body } = await shop.call(api.accountsOfCustomer, { customerId: person.customerId })
    expect(body.items.map(({ credentials }: { credentials: { kind: string }[] }) => credentials[0]!.kind)).toEqual([
      'password',
      'oidc',
    ])
  })

  test('the e-mail of staff is no way into the shop’s own side, and no way to take their invitation', async () => {
    const email = anEmail()
    await shop.call(api.inviteStaff, { email, role: 'cashier' })
    const claims = aSubject({ email, email_verified: true })
    expect((await signIn(claims)).error).toBe('auth.link_first')
    const { token } = await sentTo(shop, email, 'staff_invitation')
    expect((await shop.visitor().call(api.acceptInvitation, { token, password: GOOD })).status).toBe(200)
    expect((await signIn(claims)).error).toBe('auth.link_first')
  })

  test('merging by e-mail can be undone, and the login goes back', async () => {
    const email = anEmail()
    const { body: known } = await shop.call(customers.create, {
      type: 'stub',
      firstName: 'Known',
      phone: '+96892000002',
      email,
    })
    const { browser } = await signIn(aSubject({ email, email_verified: true }))
    expect((await me(browser)).customer.id).toBe(known.id)
    const { rows } = await world.owner.query('select id from merges where tenant_id = $1 order by id desc limit 1', [
      shop.id,
    ])
    expect((await shop.request('POST', `/api/v1/merges/${rows[0].id}/undo`, { reason: 'mistake' })).status).toBe(200)
    expect((await me(browser)).customer.id).not.toBe(known.id)
    expect((await browser.call(shop, 'GET', '/api/v1/auth/links')).body.items).toMatchObject([{ email }])
  })
})

describe('what does not sign in', () => {
  test.each([
    ['another nonce', { claims: { nonce: 'x'.repeat(43) } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'somebody-else' } }],
    ['several audiences of which we are not the one', { claims: { aud: ['kith', 'other'], azp: 'other' } }],
    ['another issuer', { claims: { iss: 'https://accounts.google.com' } }],
    ['an expired token', { claims: { exp: Math.floor(Date.now() / 1000) - 300 } }],
    ['no subject', { claims: { sub: undefined } }],
    ['a key that nobody published', { signature: 'foreign' }],
    ['no signature', { signature: 'none' }],
    ['the client secret as key', { signature: 'secret' }],
    ['an answer without ID token', { token: { status: 200, body: { access_token: 'x', token_type: 'bearer' } } }],
  ] as const)('%s', async (_, lie) => {
    const before = await audited('sign_in.failed')
    crooked.lie(lie)
    const { error, browser } = await signIn(aSubject())
    expect(error).toBe('auth.provider_refused')
    expect([...browser.jar.keys()]).toEqual([])
    expect(await audited('sign_in.failed')).toBe(before + 1)
  })

  test('a code or a state a second time', async () => {
    const { browser, back } = await comeBack(aSubject())
    expect((await browser.go(back)).location).toBe('/account/orders')
    expect(told((await browser.go(back)).location).get('error')).toBe('auth.flow_over')
    const { back: next, browser: other, location } = await comeBack(aSubject())
    const flow = other.jar.get('kith_flow')!
    crooked.lie({ token: { status: 400, body: { error: 'invalid_grant' } } })
    expect(told((await other.go(next)).location).get('error')).toBe('auth.provider_refused')
    crooked.lie({})
    other.jar.set('kith_flow', flow)
    const retried = crooked.callback(location, aSubject()).href
    expect(told((await other.go(retried)).location).get('error')).toBe('auth.flow_over')
  })

  test('eight callbacks at once: one', async () => {
    const { browser, back } = await comeBack(aSubject())
    const all = await Promise.all(Array.from({ length: 8 }, () => browser.go(back)))
    expect(all.filter(({ location }) => location === '/account/orders')).toHaveLength(1)
  })

  test('a callback that somebody else is sent to: it is bound to the browser that began', async () => {
    const { back, browser } = await comeBack(aSubject())
    const victim = aBrowser(world)
    expect(told((await victim.go(back)).location).get('error')).toBe('auth.flow_over')
    await victim.go(startOf('crooked'))
    expect(told((await victim.go(back)).location).get('error')).toBe('auth.flow_over')
    // And the attempt used nothing up.
    expect((await browser.go(back)).location).toBe('/account/orders')
  })

  test('a state of another tenant', async () => {
    const { back, browser } = await comeBack(aSubject())
    const moved = back.replace(shop.id, rival.id)
    expect(moved).not.toBe(back)
    expect(told((await browser.go(moved)).location).get('error')).toBe('auth.flow_over')
  })

  test('what one provider said at the address of another, or in its name', async () => {
    const one = await comeBack(aSubject())
    expect(told((await one.browser.go(one.back.replace('/crooked/', '/doubtful/'))).location).get('error')).toBe(
      'auth.flow_over',
    )
    const two = await comeBack(aSubject())
    const inTheNameOf = `${two.back}&iss=${encodeURIComponent(real.settings.issuer)}`
    expect(told((await two.browser.go(inTheNameOf)).location).get('error')).toBe('auth.provider_refused')
    const three = aBrowser(world)
    const { location } = await three.go(startOf('real'))
    const mixed = crooked.callback(location!, aSubject()).href
    expect(told((await three.go(mixed)).location).get('error')).toBe('auth.provider_refused')
  })

  test('one that took longer than ten minutes, and one without state', async () => {
    const { browser, back } = await comeBack(aSubject())
    await world.owner.query(`update sign_in_flows set expires_at = now() - interval '1 second'`)
    expect(told((await browser.go(back)).location).get('error')).toBe('auth.flow_over')
    const other = await comeBack(aSubject())
    const url = new URL(other.back)
    url.searchParams.delete('state')
    expect(told((await other.browser.go(url.href)).location).get('error')).toBe('auth.flow_over')
  })

  test('somebody who changes their mind', async () => {
    const { browser, location } = await aBrowserThatBegan()
    const url = crooked.callback(location, aSubject(), { error: 'access_denied' })
    url.searchParams.delete('code')
    expect(told((await browser.go(url.href)).location).get('error')).toBe('auth.cancelled')
  })

  test.each([
    ['hangs', { hang: true }],
    ['breaks', { token: { status: 502, body: {} } }],
  ] as const)('a provider that %s is a clear refusal within seconds', async (_, lie) => {
    const { browser, back } = await comeBack(aSubject())
    crooked.lie(lie)
    const began = Date.now()
    expect(told((await browser.go(back)).location).get('error')).toBe('auth.provider_down')
    expect(Date.now() - began).toBeLessThan(9_000)
  })

  test.each([
    ['absent', {}, 'auth.provider_down'],
    ['hanging', { hang: true }, 'auth.provider_down'],
    ['posing', { issuer: 'https://accounts.google.com' }, 'auth.provider_refused'],
    ['endless', { size: 2_000_000 }, 'auth.provider_down'],
  ] as const)('a provider that is %s is not gone to', async (name, lie, error) => {
    crooked.lie(lie)
    expect(told((await aBrowser(world).go(startOf(name))).location).get('error')).toBe(error)
  })

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/./\\evil.example',
    '/\t/evil.example',
    '/%2e%2e//evil.example',
    'javascript:alert(1)',
    'account',
    '/api/v1/auth/logout',
    `/${'x'.repeat(600)}`,
  ])('is not sent to %j afterwards', async (returnTo) => {
    const { status, location } = await aBrowser(world).go(startOf('crooked', shop, returnTo))
    expect(status).toBe(422)
    expect(location).toBeNull()
  })

  test('a provider or a tenant that is not there', async () => {
    expect(told((await aBrowser(world).go(startOf('nobody'))).location).get('error')).toBe('not_found')
    expect((await aBrowser(world).go('/api/v1/auth/oidc/no-such-shop/real/start')).status).toBe(400)
  })

  test('what is discovered is asked for once', async () => {
    await signIn(aSubject())
    crooked.seen.length = 0
    await signIn(aSubject({ email: anEmail() }))
    await signIn(aSubject({ email: anEmail() }))
    expect(crooked.seen).toEqual(['/token', '/token'])
  })
})

async function aBrowserThatBegan() {
  const browser = aBrowser(world)
  const { location } = await browser.go(startOf('crooked'))
  return { browser, location: location! }
}

describe('an app with an ID token of its own', () => {
  const nonceOf = async (at = shop) => (await at.visitor().call(api.oidcNonce, {})).body.nonce as string
  const present = (idToken: string, nonce: string, at = shop) =>
    at.visitor().call(api.signInByIdToken, { provider: 'crooked', idToken, nonce })

  test('signs in once', async () => {
    const nonce = await nonceOf()
    const idToken = await crooked.sign({ ...aSubject(), nonce })
    const { body, status } = await present(idToken, nonce)
    expect(status).toBe(200)
    expect((await bearer(shop, body.accessToken).call(api.me, {})).status).toBe(200)
    expect((await present(idToken, nonce)).body.code).toBe('auth.flow_over')
  })

  test.each([
    ['another nonce', { claims: { nonce: 'x' } }],
    ['another audience', { claims: { aud: 'somebody-else' } }],
    ['several audiences', { claims: { aud: ['kith', 'other'] } }],
    ['another issuer', { claims: { iss: 'https://accounts.google.com' } }],
    ['an expired token', { claims: { exp: Math.floor(Date.now() / 1000) - 300 } }],
    ['an old token', { claims: { iat: Math.floor(Date.now() / 1000) - 3600 } }],
    ['a key that nobody published', { signature: 'foreign' }],
    ['no signature', { signature: 'none' }],
    ['the client secret as key', { signature: 'secret' }],
  ] as const)('not with %s', async (_, lie) => {
    crooked.lie(lie)
    const nonce = await nonceOf()
    const { status, body } = await present(await crooked.sign({ ...aSubject(), nonce }), nonce)
    expect(status).toBe(401)
    expect(body.code).toBe('auth.provider_refused')
  })

  test('not with a nonce of another tenant, or of nobody', async () => {
    for (const nonce of [await nonceOf(rival), 'x'.repeat(43)]) {
      expect((await present(await crooked.sign({ ...aSubject(), nonce }), nonce)).body.code).toBe('auth.flow_over')
    }
  })
})

describe('linking a provider', () => {
  async function aPersonInABrowser() {
    const person = await aPerson(shop)
    const browser = aBrowser(world)
    const { status } = await browser.call(shop, 'POST', '/api/v1/auth/login', {
      email: person.email,
      password: GOOD,
      session: 'cookie',
    })
    expect(status).toBe(200)
    const begin = async () => {
      const { body } = await browser.call(shop, 'POST', '/api/v1/auth/links', {
        provider: 'crooked',
        returnTo: '/account/security',
      })
      return body.location as string
    }
    return { person, browser, begin }
  }

  test('adds a way in, tells the holder, and can be taken back', async () => {
    const { person, browser, begin } = await aPersonInABrowser()
    const provider = aSubject({ email: 'other@provider.example' })
    const { location } = await browser.go(crooked.callback(await begin(), provider).href)
    expect(location).toBe('/account/security')
    expect((await mailTo(shop, person.email))[0]?.template).toBe('login_added')
    const { items } = (await browser.call(shop, 'GET', '/api/v1/auth/links')).body
    expect(items).toMatchObject([{ provider: 'crooked', email: 'other@provider.example', usedAt: null }])

    const other = await signIn(provider)
    expect((await me(other.browser)).account.id).toBe(person.id)
    expect((await person.self.call(api.unlink, { linkId: items[0].id })).status).toBe(200)
    expect((await me(other.browser)).code).toBe('unauthenticated')
    expect((await person.self.call(api.me, {})).status).toBe(200)
    const stranger = await signIn(provider)
    expect((await me(stranger.browser)).account.id).not.toBe(person.id)
  })

  test('staff can link too, and come in as staff', async () => {
    const email = anEmail()
    await shop.call(api.inviteStaff, { email, role: 'cashier' })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    const browser = aBrowser(world)
    await browser.call(shop, 'POST', '/api/v1/staff/invitations/accept', { token, password: GOOD, session: 'cookie' })
    const began = await browser.call(shop, 'POST', '/api/v1/auth/links', { provider: 'crooked' })
    const provider = aSubject()
    await browser.go(crooked.callback(began.body.location, provider).href)
    const again = await signIn(provider)
    expect((await me(again.browser)).account).toMatchObject({ kind: 'staff', role: 'cashier' })
  })

  test('needs a recent proof, and a call of our own pages', async () => {
    const { person, browser } = await aPersonInABrowser()
    await world.owner.query(
      `update account_sessions set proved_at = now() - interval '11 minutes' where account_id = $1`,
      [person.id],
    )
    world.kith.nudges.send('sessions', shop.id)
    const stale = await browser.call(shop, 'POST', '/api/v1/auth/links', { provider: 'crooked' })
    expect(stale.body.code).toBe('proof_needed')
    expect((await person.self.call(api.unlink, { linkId: randomUUID() })).body.code).toBe('proof_needed')
    const foreign = await browser.go('/api/v1/auth/links', {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'crooked' }),
    })
    expect(foreign.status).toBe(403)
    expect((await shop.visitor().call(api.beginLink, { provider: 'crooked' })).status).toBe(401)
  })

  test('not to a login of somebody else, nor in another browser, nor after the session has ended', async () => {
    const taken = aSubject()
    await signIn(taken)
    const { person, browser, begin } = await aPersonInABrowser()
    const refused = await browser.go(crooked.callback(await begin(), taken).href)
    expect(refused.location).toBe('/account/security#error=auth.login_taken')

    const sent = crooked.callback(await begin(), aSubject()).href
    expect(told((await aBrowser(world).go(sent)).location).get('error')).toBe('auth.flow_over')

    const late = crooked.callback(await begin(), aSubject()).href
    await person.self.call(api.logoutAll, {})
    expect((await browser.go(late)).location).toBe('/account/security#error=auth.flow_over')
    expect((await logIn(shop, person.email)).status).toBe(200)
  })

  test('the last way in stays, also when two are removed at once', async () => {
    const { browser } = await signIn(aSubject())
    const began = await browser.call(shop, 'POST', '/api/v1/auth/links', { provider: 'crooked' })
    const links = async () => (await browser.call(shop, 'GET', '/api/v1/auth/links')).body.items as { id: string }[]
    const [only] = await links()
    const last = await browser.call(shop, 'DELETE', `/api/v1/auth/links/${only!.id}`)
    expect(last).toMatchObject({ status: 409, body: { code: 'auth.last_login' } })
    await browser.go(crooked.callback(began.body.location, aSubject()).href)
    const both = await links()
    expect(both).toHaveLength(2)
    const answers = await Promise.all(both.map(({ id }) => browser.call(shop, 'DELETE', `/api/v1/auth/links/${id}`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('a link of another account does not exist', async () => {
    const { browser } = await signIn(aSubject())
    const [link] = (await browser.call(shop, 'GET', '/api/v1/auth/links')).body.items
    const other = await aPerson(shop)
    expect((await other.self.call(api.unlink, { linkId: link.id })).body.code).toBe('auth.login_not_found')
    expect((await other.self.call(api.listLinks, {})).body.items).toEqual([])
  })
})

describe('the settings', () => {
  test('never answer the secret, and keep it only for the provider that it is for', async () => {
    const fourth = await aTenant(world)
    const wish = { name: 'idp', issuer: 'https://login.example', clientId: 'one', trustsEmail: false }
    const put = (change: object) => fourth.call(api.changeOidcSettings, { providers: [{ ...wish, ...change }] })
    expect((await put({})).body.errors).toMatchObject([{ path: 'providers.0.clientSecret', code: 'secret_needed' }])
    const { body, status } = await put({ clientSecret: 'very secret' })
    expect(status).toBe(200)
    expect(body.providers[0].redirectUris[0]).toBe(`${PUBLIC}/api/v1/auth/oidc/${fourth.id}/idp/callback`)
    expect(JSON.stringify([body, (await fourth.call(api.readOidcSettings, {})).body])).not.toContain('very secret')
    expect((await put({ label: 'Renamed' })).status).toBe(200)
    for (const elsewhere of [{ issuer: 'https://evil.example' }, { clientId: 'two' }, { name: 'other' }]) {
      expect((await put(elsewhere)).body.errors).toMatchObject([{ code: 'secret_needed' }])
    }
    const { rows } = await world.owner.query(`select string_agg(t::text, ' ') as all from tenant_settings t`)
    expect(rows[0].all).not.toContain(Buffer.from('very secret').toString('hex'))
  })

  test('take plain http only on a developer’s own machine, names once, and only from those who manage settings', async () => {
    const wish = { name: 'idp', clientId: 'one', clientSecret: 'x', trustsEmail: false }
    const put = (...providers: object[]) => shop.call(api.changeOidcSettings, { providers: providers as never })
    for (const issuer of [
      'http://login.example',
      'http://10.0.0.1',
      'http://169.254.169.254',
      'http://localhost.evil.example',
    ]) {
      expect((await put({ ...wish, issuer })).body.errors).toMatchObject([{ code: 'issuer_not_https' }])
    }
    expect((await put({ ...wish, issuer: 'file:///etc/passwd' })).status).toBe(422)
    const once = { ...wish, issuer: 'https://login.example' }
    expect((await put(once, once)).body.errors).toMatchObject([{ path: 'providers.1.name', code: 'repeated_name' }])
    const cashier = await shop.with('customers:read')
    expect((await cashier.call(api.readOidcSettings, {})).status).toBe(403)
    expect((await cashier.call(api.changeOidcSettings, { providers: [] })).status).toBe(403)
  })

  test('on a public server not even http to itself is taken', async () => {
    const open = await aWorld({ KITH_PUBLIC_URL: 'https://kith.example' })
    const there = await aTenant(open)
    const { body } = await there.call(api.changeOidcSettings, {
      providers: [{ name: 'idp', ...crooked.settings, trustsEmail: false }],
    })
    await open.close()
    expect(body.errors).toMatchObject([{ code: 'issuer_not_https' }])
  })
})

test('what is kept of a provider’s person is sealed, exported and erased with the customer', async () => {
  const provider = aSubject({ email: 'sealed.person@provider.example' })
  const { browser } = await signIn(provider)
  const { customer, account } = await me(browser)
  const { rows } = await world.owner.query(
    `select string_agg(t::text, ' ') as all from account_credentials t where account_id = $1`,
    [account.id],
  )
  for (const needle of [provider.sub, provider.email!]) {
    expect(rows[0].all).not.toContain(needle)
    expect(rows[0].all).not.toContain(Buffer.from(needle).toString('hex'))
  }
  const hooks = world.kith.db.personalData.get('accounts')!
  const id = customers.CustomerId.parse(customer.id)
  expect(await shop.run((ctx) => hooks.export(ctx, id))).toMatchObject({
    providers: [{ provider: 'crooked', subject: provider.sub, email: provider.email }],
    passkeys: [],
  })
  await shop.run((ctx) => hooks.erase(ctx, id))
  const left = await world.owner.query('select from account_credentials where account_id = $1', [account.id])
  expect(left.rowCount).toBe(0)
})
