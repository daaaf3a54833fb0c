import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as api from '../contract.ts'
import { aBrowser, aCrookedProvider, aRealProvider, type Person, PUBLIC } from './oidc/oidc.harness.ts'

/** Two businesses with a real provider, and with one whose responses a test decides. */
export async function aWorldWithProviders() {
  const world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_PUBLIC_URL: PUBLIC, KITH_DEV_INBOX: 'on' })
  const shop = await aTenant(world)
  const rival = await aTenant(world)
  const crooked = await aCrookedProvider()
  const real = await aRealProvider([shop, rival].map(({ id }) => `${PUBLIC}/api/v1/auth/oidc/${id}/real/callback`))
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
  return { world, shop, rival, real, crooked }
}

interface Here {
  readonly world: World
  readonly shop: Shop
  readonly crooked: Awaited<ReturnType<typeof aCrookedProvider>>
}

export const aSubject = (more: Partial<Person> = {}): Person => ({ sub: randomUUID(), given_name: 'Salim', ...more })
export const told = (page: URL | string | null) => new URLSearchParams(new URL(page ?? '', PUBLIC).hash.slice(1))

/** The sign-ins of a business; resolved on use, because the world is created later. */
export function providerSignIn(here: () => Here) {
  const startOf = (provider: string, at = here().shop, returnTo = '/account/orders') =>
    `/api/v1/auth/oidc/${at.slug}/${provider}/start?returnTo=${encodeURIComponent(returnTo)}`
  const me = async (browser: ReturnType<typeof aBrowser>, at = here().shop) =>
    (await browser.call(at, 'GET', '/api/v1/auth/me')).body

  /** Starts, and stops at the callback with the provider's code. */
  async function comeBack(
    person: Person,
    { provider = 'crooked', at = here().shop, browser = aBrowser(here().world) } = {},
  ) {
    const { location } = await browser.go(startOf(provider, at))
    return { browser, back: here().crooked.callback(location!, person).href, location: location! }
  }
  async function signIn(person: Person, options: Parameters<typeof comeBack>[1] = {}) {
    const { browser, back } = await comeBack(person, options)
    const { location, status } = await browser.go(back)
    expect(status).toBe(303)
    return { browser, location: location!, error: told(location).get('error') }
  }
  const audited = async (action: string) =>
    (
      await here().world.owner.query(
        'select count(*)::int as n from audit_entries where tenant_id = $1 and action = $2',
        [here().shop.id, action],
      )
    ).rows[0].n
  return { startOf, me, comeBack, signIn, audited }
}
