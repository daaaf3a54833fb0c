import { createHash } from 'node:crypto'
import { createRemoteJWKSet, customFetch as joseFetch } from 'jose'
import * as openid from 'openid-client'
import type { Config } from '../../../../config.ts'
import { cache } from '../../../../kit/caches.ts'
import { Refusal } from '../../../../kit/refusal.ts'
import { mayFetch, PROVIDER_SECONDS, providerFetch } from './provider-fetch.ts'
import { ProviderDown, ProviderRefused } from './refusals.ts'
import type { Provider } from './settings.ts'

const CLIENTS_HELD = 500
const CLIENT_HELD_MINUTES = 60

export interface Client {
  readonly configuration: openid.Configuration
  readonly keys: ReturnType<typeof createRemoteJWKSet> | null
}

interface Wanted {
  readonly config: Config
  readonly provider: Provider
}

// Includes the discovery document and the provider's keys. A changed secret makes another client.
const clients = cache<string, Client, Wanted>('oidc_clients', {
  max: CLIENTS_HELD,
  ttl: CLIENT_HELD_MINUTES * 60_000,
  fetchMethod: (_key, _stale, { context }) => discover(context),
})

/** A client per tenant and provider. Tenants share nothing, not even the provider's public documents. */
export async function clientFor(config: Config, tenant: string, provider: Provider): Promise<Client> {
  const { issuer, clientId, clientSecret } = provider
  const key = createHash('sha256')
    .update(JSON.stringify([tenant, issuer, clientId, clientSecret]))
    .digest('base64')
  const client = await asRefusal(() => clients.fetch(key, { context: { config, provider } }))
  return client!
}

/** Errors of the provider become refusals of ours; their texts, which may contain personal data, are dropped. */
export async function asRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw refusalIn(error) ?? ProviderRefused({ why: codeOf(error) })
  }
}

async function discover({ config, provider }: Wanted): Promise<Client> {
  const issuer = new URL(provider.issuer)
  if (!mayFetch(config, issuer)) throw ProviderDown()
  const fetch = providerFetch(config)
  const asks: openid.DiscoveryRequestOptions = {
    timeout: PROVIDER_SECONDS,
    [openid.customFetch]: fetch,
    execute: [
      openid.enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
    ],
  }
  const known = await openid.discovery(issuer, provider.clientId, undefined, openid.None(), asks)
  const metadata = known.serverMetadata()
  const configuration = new openid.Configuration(
    metadata,
    provider.clientId,
    undefined,
    authenticate(metadata, provider),
  )
  configuration.timeout = PROVIDER_SECONDS
  configuration[openid.customFetch] = fetch
  for (const prepare of asks.execute!) prepare(configuration)
  const { jwks_uri } = metadata
  return {
    configuration,
    keys: jwks_uri === undefined ? null : createRemoteJWKSet(new URL(jwks_uri), { [joseFetch]: fetch }),
  }
}

/** Basic is the default of the specification. */
function authenticate(
  { token_endpoint_auth_methods_supported: taken = ['client_secret_basic'] }: openid.ServerMetadata,
  { clientSecret }: Provider,
): openid.ClientAuth {
  return taken.includes('client_secret_post')
    ? openid.ClientSecretPost(clientSecret)
    : openid.ClientSecretBasic(clientSecret)
}

function refusalIn(error: unknown): Refusal | null {
  for (let one = error; one instanceof Error; one = one.cause) if (one instanceof Refusal) return one
  return null
}

/** `invalid_grant`, `OAUTH_JWT_CLAIM_COMPARISON_FAILED`: the broken rule, for the audit trail. */
function codeOf(error: unknown): string {
  const { error: said, code } = Object(error)
  const first = [said, code].find((one) => typeof one === 'string' && /^\w{1,60}$/.test(one))
  return typeof first === 'string' ? first : 'unknown'
}
