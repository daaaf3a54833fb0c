import { randomBytes } from 'node:crypto'
import * as openid from 'openid-client'
import { z } from 'zod'
import type { Context } from '../../../../kit/context.ts'
import type { Cookie } from '../../../../kit/endpoint.ts'
import { beginFlow, type FlowKind, takeFlow } from '../../login/flows.ts'
import type { Client } from '../providers/client.ts'
import { ProviderRefused } from '../providers/refusals.ts'
import { type Provider, redirectUri } from '../providers/settings.ts'
import { FlowOver, ProviderSaysNoTime } from './refusals.ts'

const COOKIE = 'kith_flow'
const COOKIE_PATH = '/api/v1/auth/oidc'
const VALID_MINUTES = 10
const CLOCKS_APART_SECONDS = 30

/** The state kept on the server while the browser is at a provider. */
const Flow = z.object({
  provider: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** The account and session that link a provider; null for a sign-in. */
  links: z.object({ account: z.string(), session: z.string() }).nullable(),
  /** The account and session that authenticate again, and since when. */
  proves: z.object({ account: z.string(), session: z.string(), since: z.number() }).optional(),
  /** The guest token of the sign-in. Kept here, because a URL would carry it through logs and past the provider. */
  guestToken: z.string().optional(),
})
export type Flow = Readonly<z.output<typeof Flow>>
const OIDC: FlowKind<Flow> = { name: 'oidc', remembers: Flow }

/** The purpose of a flow. */
export type Errand = Pick<Flow, 'returnTo' | 'links' | 'proves' | 'guestToken'>

interface Departure {
  readonly flow: Flow
  readonly state: string
  /** Bound to the browser that starts: a callback sent to another person is refused. */
  readonly browser: string
  readonly location: string
}

/** Everything needed for the provider's URL and the return. Nothing is written yet. */
export async function depart(
  { configuration }: Client,
  provider: Provider,
  { origin, tenant, errand }: { origin: string; tenant: string; errand: Errand },
): Promise<Departure> {
  const flow: Flow = {
    provider: provider.name,
    issuer: provider.issuer,
    clientId: provider.clientId,
    redirectUri: redirectUri(origin, tenant, provider.name),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
    ...errand,
  }
  const state = openid.randomState()
  const location = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: flow.redirectUri,
    scope: provider.scopes.join(' '),
    state,
    nonce: flow.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
    ...(errand.proves && { prompt: 'login', max_age: '0' }),
  })
  return { flow, state, browser: randomBytes(32).toString('base64url'), location: location.href }
}

/**
 * A provider that was asked with `max_age` must say when the user signed in there, and that must be recent. Removing
 * `max_age` from the URL on the way removes that time, so a missing time proves nothing.
 */
export function requireFresh({ proves }: Flow, { provesWithoutTime }: Provider, authTime: unknown): void {
  if (!proves) return
  if (typeof authTime !== 'number') {
    if (provesWithoutTime) return
    throw ProviderSaysNoTime()
  }
  if (authTime < proves.since - CLOCKS_APART_SECONDS) throw ProviderRefused({ why: 'not_just_now' })
}

export async function keepFlow(ctx: Context, { flow, state, browser }: Departure): Promise<Cookie> {
  await beginFlow(ctx, { kind: OIDC, secret: `${state} ${browser}`, validMinutes: VALID_MINUTES, remember: flow })
  return { name: COOKIE, value: browser, path: COOKIE_PATH, maxAgeSeconds: VALID_MINUTES * 60 }
}

interface CameBack {
  readonly state: string | undefined
  readonly cookies: Readonly<Record<string, string | undefined>>
}

/** Consumes the flow of a callback. Without the cookie of its browser it is neither found nor consumed. */
export function flowThatCameBack(ctx: Context, { state, cookies }: CameBack): Promise<Flow | null> {
  return takeFlow(ctx, OIDC, `${state} ${cookies[COOKIE]}`)
}

/** A callback at the URL of another provider is a mix-up attack. */
export function requireSame(flow: Flow, { name, issuer, clientId }: Provider): void {
  if (flow.provider !== name || flow.issuer !== issuer || flow.clientId !== clientId) throw FlowOver()
}

export const noFlowCookie: Cookie = { name: COOKIE, value: null, path: COOKIE_PATH, maxAgeSeconds: 0 }
