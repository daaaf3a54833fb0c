import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { Provider } from 'oidc-provider'
import type { Shop, World } from '../../../../../test/harness.ts'

/** The public URL that providers know; the browser of the tests uses the world's port instead. */
export const PUBLIC = 'http://localhost:4999'

async function listen(): Promise<{ url: string; server: Server; answerWith(listener: RequestListener): void }> {
  let listener: RequestListener = (_, response) => response.end()
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    url,
    server,
    answerWith: (other) => {
      listener = other
    },
  }
}

export interface Person {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly given_name?: string
  readonly family_name?: string
  readonly name?: string
  readonly [claim: string]: unknown
}

interface Dress {
  /** What the issuer is after the origin. */
  readonly ends: string
  /** The claims of the scope `profile`. */
  readonly profile: string[]
  /** Whether the ID token has the claims of the scopes, or userinfo alone. */
  readonly tellsInToken: boolean
}
const PLAIN: Dress = { ends: '', profile: ['given_name', 'family_name'], tellsInToken: false }
/** The issuer ends with a slash; a user of its own database is named by the e-mail, one by text message by the phone. */
export const AUTH0: Dress = {
  ends: '/',
  profile: ['name', 'nickname', 'picture', 'updated_at', 'given_name', 'family_name', 'https://shop.example/roles'],
  tellsInToken: true,
}

/** A real provider; its user is `present` and agrees to everything. */
export async function aRealProvider(redirectUris: readonly string[], dress: Dress = PLAIN) {
  const { url, server, answerWith } = await listen()
  const people = new Map<string, Person>()
  const client = { client_id: 'kith', client_secret: 'a secret between the two of us' }
  let present = ''
  const provider = new Provider(url + dress.ends, {
    clients: [{ ...client, redirect_uris: [...redirectUris] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: dress.profile },
    conformIdTokenClaims: !dress.tellsInToken,
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ ...people.get(id)!, sub: id }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: [randomUUID()] },
    pkce: { required: () => true },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
    jwks: { keys: [{ ...(await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey)) }] },
  })
  const agree = async (request: IncomingMessage, response: ServerResponse) => {
    const { params } = await provider.interactionDetails(request, response)
    const grant = new provider.Grant({ accountId: present, clientId: String(params['client_id']) })
    grant.addOIDCScope('openid email profile')
    const consent = { grantId: await grant.save() }
    await provider.interactionFinished(request, response, { login: { accountId: present }, consent })
  }
  const answer = provider.callback()
  answerWith((request, response) => {
    if (request.url?.startsWith('/interaction/')) void agree(request, response)
    else void answer(request, response)
  })
  return {
    settings: { issuer: url, clientId: client.client_id, clientSecret: client.client_secret },
    signIn(person: Person) {
      people.set(person.sub, person)
      present = person.sub
    },
    close: () => close(server),
  }
}

interface Lies {
  /** Replace true claims of the ID token. */
  claims?: Record<string, unknown>
  /** Signs with an unpublished key, or not at all. */
  signature?: 'foreign' | 'none' | 'secret'
  token?: { status: number; body: unknown }
  hang?: boolean
  userinfo?: Record<string, unknown>
  issuer?: string
  size?: number
}

/** A provider with the responses of a test. */
export async function aCrookedProvider() {
  const { url, server, answerWith } = await listen()
  const client = { clientId: 'kith', clientSecret: 'another secret' }
  const [own, foreign] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }
  const asked = new Map<string, Record<string, unknown>>()
  const seen: string[] = []
  let lies: Lies = {}

  async function sign(claims: Record<string, unknown>): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const all = { iss: url, aud: client.clientId, iat: now, exp: now + 300, ...claims, ...lies.claims }
    if (lies.signature === 'none') return new UnsecuredJWT(all).encode()
    if (lies.signature === 'secret') {
      return new SignJWT(all).setProtectedHeader({ alg: 'HS256', kid: 'own' }).sign(Buffer.from(client.clientSecret))
    }
    const { privateKey } = lies.signature === 'foreign' ? foreign : own
    return new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(privateKey)
  }

  answerWith(async (request, response) => {
    const { pathname } = new URL(request.url!, url)
    seen.push(pathname)
    if (lies.hang) return
    const send = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (pathname.endsWith('openid-configuration')) {
      return send({
        issuer: lies.issuer ?? url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        userinfo_endpoint: `${url}/userinfo`,
        jwks_uri: `${url}/jwks`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...(lies.size && { padding: 'x'.repeat(lies.size) }),
      })
    }
    if (pathname === '/jwks') return send({ keys: [jwk] })
    if (pathname === '/userinfo') {
      const { sub } = asked.get(request.headers.authorization?.slice('Bearer '.length) ?? '') ?? {}
      return send(lies.userinfo ?? { sub })
    }
    if (lies.token) return send(lies.token.body, lies.token.status)
    const body: Buffer[] = []
    for await (const part of request) body.push(part as Buffer)
    const code = new URLSearchParams(Buffer.concat(body).toString()).get('code') ?? ''
    const claims = asked.get(code)
    if (!claims) return send({ error: 'invalid_grant' }, 400)
    return send({ access_token: code, token_type: 'bearer', expires_in: 60, id_token: await sign(claims) })
  })

  return {
    url,
    seen,
    settings: { issuer: url, ...client },
    lie(next: Lies) {
      lies = next
    },
    sign,
    /** The URL to which the browser would return after this person's sign-in. */
    callback(location: string, person: Person, more: Record<string, string> = {}): URL {
      const { searchParams } = new URL(location)
      const code = randomUUID()
      const when = searchParams.has('max_age') && { auth_time: Math.floor(Date.now() / 1000) }
      asked.set(code, { nonce: searchParams.get('nonce'), ...when, ...person })
      const back = new URL(searchParams.get('redirect_uri')!)
      const given = { code, state: searchParams.get('state')!, ...more }
      for (const [name, value] of Object.entries(given)) back.searchParams.set(name, value)
      return back
    },
    close: () => close(server),
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

let browsers = 0

interface Kept {
  readonly origin: string
  readonly path: string
  readonly value: string
}

// biome-ignore lint/suspicious/noExplicitAny: a test may look at any part of any answer
type Body = any

/** Cookies by origin and path, redirects by hand. */
export function aBrowser(world: World) {
  const address = `10.9.${browsers >> 8}.${browsers++ & 255}`
  const jar = new Map<string, Kept>()

  async function go(to: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
    const url = new URL(to, PUBLIC)
    const cookies = [...jar].filter(([, one]) => one.origin === url.origin && url.pathname.startsWith(one.path))
    const response = await fetch(url.origin === PUBLIC ? world.url + url.pathname + url.search : url, {
      ...init,
      redirect: 'manual',
      headers: {
        'x-forwarded-for': address,
        ...init.headers,
        cookie: cookies.map(([name, { value }]) => `${name}=${value}`).join('; '),
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/)
      const [name = '', value = ''] = pair.split('=')
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, { origin: url.origin, path, value })
    }
    const location = response.headers.get('location')
    return { status: response.status, location, response, at: url }
  }

  return {
    jar,
    go,
    /** Follows redirects until the browser is at a page of Kith outside the API. */
    async follow(to: string): Promise<URL> {
      let url = new URL(to, PUBLIC)
      for (let hops = 0; hops < 10; hops++) {
        if (url.origin === PUBLIC && !url.pathname.startsWith('/api/')) return url
        const { location, status } = await go(url.href)
        if (location === null) throw new Error(`${url.pathname} answered ${status}`)
        url = new URL(location, url)
      }
      throw new Error('It goes round in circles')
    },
    call: (shop: Shop, method: string, path: string, body?: unknown) =>
      go(path, {
        method,
        headers: { 'x-kith-tenant': shop.slug, origin: world.url, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }).then(async ({ response, status }) => ({ status, body: (await response.json()) as Body })),
  }
}
