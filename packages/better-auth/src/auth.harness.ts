import { randomUUID } from 'node:crypto'
import { openKith } from '@kith/sdk'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { anonymous, genericOAuth, phoneNumber } from 'better-auth/plugins'
import pg from 'pg'
import { inject } from 'vitest'
import type { Body, Shop, World } from '../../../server/test/harness.ts'
import { kith } from './index.ts'

export const ORIGIN = 'http://localhost:4321'
export const PASSWORD = 'saffron kettle seventeen'
const SECRET = 'only for tests, and as long as Better Auth wants it'

/** A provider that people sign in at, such as the one of the server's tests. */
export type Provider = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }

/** A real Better Auth with a database of its own on Kith's PostgreSQL, as an application has it. */
export async function anApplication(world: World, shop: Shop, { provider, ...more }: Wanted = {}) {
  const { host, port } = inject('server')
  const database = `auth_${randomUUID().replaceAll('-', '')}`
  await world.owner.query(`create database ${database}`)
  const place = { host, port, user: 'postgres', database, max: 4 }
  const { apiKey } = await shop.with('customers:import')
  const texts = new Map<string, string>()
  const network = { isUp: true }
  const reach = async (...sent: Parameters<typeof fetch>) => {
    if (!network.isUp) throw new TypeError('fetch failed')
    return fetch(...sent)
  }
  const pool = new pg.Pool(place)
  // The database is dropped while its last connection ends.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  const options = {
    database: pool,
    baseURL: ORIGIN,
    secret: SECRET,
    logger: { disabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true },
    session: { cookieCache: { enabled: true } },
    plugins: [
      anonymous(),
      phoneNumber({
        sendOTP: ({ phoneNumber: phone, code }) => void texts.set(phone, code),
        signUpOnVerification: { getTempEmail: (phone) => `${phone.slice(1)}@phone.invalid` },
      }),
      genericOAuth({ config: provider ? [aProvider(provider)] : [] }),
      kith({ kith: openKith({ url: world.url, token: apiKey, fetch: reach, longestWaitSeconds: 0 }) }),
    ],
    ...more,
  } satisfies BetterAuthOptions
  await (await getMigrations(options)).runMigrations()
  const auth = betterAuth(options)
  return {
    auth,
    place,
    apiKey,
    network,
    texts,
    sessionsOf: async (customerId: string) =>
      (
        await pool.query('select s.id from session s join "user" u on u.id = s."userId" where u."customerId" = $1', [
          customerId,
        ])
      ).rows.length,
    users: async () => (await pool.query('select * from "user" order by "createdAt"')).rows,
    browser: () => aBrowser((request) => auth.handler(request)),
    async close() {
      await pool.end()
      await world.owner.query(`drop database ${database} with (force)`)
    },
  }
}
interface Wanted extends Pick<BetterAuthOptions, 'session'> {
  readonly provider?: Provider
}

const aProvider = ({ issuer, clientId, clientSecret }: Provider) => ({
  ...{ providerId: 'idp', clientId, clientSecret, authentication: 'basic' as const },
  discoveryUrl: `${issuer}/.well-known/openid-configuration`,
  scopes: ['openid', 'email', 'profile'],
})

/** Keeps cookies by origin, as a browser does, and follows redirects until it is back at the application. */
export function aBrowser(answer: (request: Request) => Promise<Response>) {
  const jar = new Map<string, Map<string, string>>()
  async function go(url: URL, init: RequestInit = {}) {
    const cookies = jar.get(url.origin) ?? new Map<string, string>()
    jar.set(url.origin, cookies)
    const headers = new Headers({ ...Object.fromEntries(new Headers(init.headers)), origin: ORIGIN })
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const request = new Request(url, { ...init, headers, redirect: 'manual' })
    const response = url.origin === ORIGIN ? await answer(request) : await fetch(request)
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  const call = async (method: string, path: string, body?: object) => {
    const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await go(new URL(`/api/auth${path}`, ORIGIN), { method, ...sent })
    const answered: Body = await response.json().catch(() => null)
    return { status: response.status, body: answered }
  }
  return {
    post: (path: string, body: object = {}) => call('POST', path, body),
    session: async () => (await call('GET', '/get-session')).body,
    put: (name: string, value: string) => jar.set(ORIGIN, new Map(jar.get(ORIGIN)).set(name, value)),
    async follow(to: string) {
      for (let url = new URL(to), hops = 0; hops < 10; hops++) {
        const next = (await go(url)).headers.get('location')
        if (next === null) throw new Error(`${url.pathname} leads nowhere`)
        url = new URL(next, url)
        if (url.origin === ORIGIN && !url.pathname.startsWith('/api/')) return url
      }
      throw new Error('It goes round in circles')
    },
  }
}
