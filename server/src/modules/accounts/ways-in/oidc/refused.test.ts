import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Shop, World } from '../../../../../test/harness.ts'
import { anEmail } from '../../accounts.harness.ts'
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

const { startOf, comeBack, signIn, audited } = providerSignIn(() => ({ world, shop, crooked }))

describe('what does not sign in', () => {
  test.each([
    ['another nonce', { claims: { nonce: 'x'.repeat(43) } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'somebody-else' } }],
    ['several audiences of which we are not the one', { claims: { aud: ['kith', 'other'], azp: 'other' } }],
    ['another issuer', { claims: { iss: 'https://accounts.google.com' } }],
    ['an expired token', { claims: { exp: Math.floor(Date.now() / 1000) - 300 } }],
    ['no subject', { claims: { sub: undefined } }],
    ['an unpublished key', { signature: 'foreign' }],
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

  test('a callback that another person is sent to: it is bound to the browser that began', async () => {
    const { back, browser } = await comeBack(aSubject())
    const victim = aBrowser(world)
    expect(told((await victim.go(back)).location).get('error')).toBe('auth.flow_over')
    await victim.go(startOf('crooked'))
    expect(told((await victim.go(back)).location).get('error')).toBe('auth.flow_over')
    // The refused attempt used nothing up.
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

  test('a person who cancels at the provider', async () => {
    const { browser, location } = await aBrowserThatBegan()
    const url = crooked.callback(location, aSubject(), { error: 'access_denied' })
    url.searchParams.delete('code')
    expect(told((await browser.go(url.href)).location).get('error')).toBe('auth.cancelled')
  })

  test.each([
    ['hangs', { hang: true }],
    ['breaks', { token: { status: 502, body: {} } }],
  ] as const)('a provider that %s is a clear refusal', async (_, lie) => {
    const { browser, back } = await comeBack(aSubject())
    crooked.lie(lie)
    expect(told((await browser.go(back)).location).get('error')).toBe('auth.provider_down')
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
    expect((await aBrowser(world).go('/api/v1/auth/oidc/no-such-shop/real/start')).status).toBe(404)
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
