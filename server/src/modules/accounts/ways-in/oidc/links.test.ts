import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Shop, World } from '../../../../../test/harness.ts'
import { anEmail, aPerson, bearer, GOOD, logIn, mailTo, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { aSubject, aWorldWithProviders, providerSignIn, told } from '../provider-sign-in.harness.ts'
import { aBrowser, type aCrookedProvider, type aRealProvider } from './oidc.harness.ts'

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

const { me, signIn } = providerSignIn(() => ({ world, shop, crooked }))

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
    ['an unpublished key', { signature: 'foreign' }],
    ['no signature', { signature: 'none' }],
    ['the client secret as key', { signature: 'secret' }],
  ] as const)('not with %s', async (_, lie) => {
    crooked.lie(lie)
    const nonce = await nonceOf()
    const { status, body } = await present(await crooked.sign({ ...aSubject(), nonce }), nonce)
    expect(status).toBe(401)
    expect(body.code).toBe('auth.provider_refused')
  })

  test('not with a nonce of another tenant, or an invented one', async () => {
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

  test('not to another account, nor in another browser, nor after the session has ended', async () => {
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
