import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail, aPerson, GOOD, logIn, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { aSubject, aWorldWithProviders, providerSignIn, told } from '../provider-sign-in.harness.ts'
import { aBrowser, type aCrookedProvider, type aRealProvider, PUBLIC } from './oidc.harness.ts'

let world: World
let shop: Shop
let rival: Shop
let real: Awaited<ReturnType<typeof aRealProvider>>
let crooked: Awaited<ReturnType<typeof aCrookedProvider>>
beforeAll(async () => {
  ;({ world, shop, rival, real, crooked } = await aWorldWithProviders())
})
afterEach(() => crooked.lie({}))
afterAll(async () => {
  await world.close()
  await real.close()
  await crooked.close()
})

const { startOf, me, comeBack, signIn } = providerSignIn(() => ({ world, shop, crooked }))

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

  test('keeps suspended customers out', async () => {
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

  test('a password that was set up beforehand with another person’s e-mail never opens their account', async () => {
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

  test('lead outside: to this machine and to private networks only where the server’s own settings name them', async () => {
    const strict = await aWorld({ KITH_PUBLIC_URL: PUBLIC, KITH_INSIDE_NETWORKS: '10.9.0.0/16' })
    const there = await aTenant(strict)
    const put = (issuer: string) =>
      there.call(api.changeOidcSettings, {
        providers: [{ name: 'idp', clientId: 'one', clientSecret: 'x', trustsEmail: false, issuer }],
      })
    for (const issuer of [
      'http://127.0.0.1:44993',
      'http://localhost:44993',
      'https://169.254.169.254',
      'https://10.0.0.1',
      'https://192.168.1.1',
      'https://[fd00::1]',
      'https://[::ffff:127.0.0.1]',
      'https://100.64.0.1',
      'https://2130706433',
    ]) {
      expect([issuer, (await put(issuer)).body.errors]).toMatchObject([
        issuer,
        [{ path: 'providers.0.issuer', code: 'issuer_inside' }],
      ])
    }
    for (const issuer of ['https://10.9.8.7', 'https://login.example']) expect((await put(issuer)).status).toBe(200)
    await strict.close()
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
