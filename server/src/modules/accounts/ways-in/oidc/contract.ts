import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { NotFound } from '../../../../kit/refusal.ts'
import { Secret } from '../../../../kit/secret.ts'
import { At } from '../../../../kit/text.ts'
import { TenantNotFound } from '../../../tenants/contract.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { Done, SessionOptions, SignInAnswer, Token } from '../../login/shapes.ts'
import { ProviderDown, ProviderRefused } from '../providers/refusals.ts'
import { ProviderName } from '../providers/settings.ts'
import { LastLogin, LoginNotFound } from '../refusals.ts'
import { FlowOver, LinkFirst } from './refusals.ts'
import { ReturnTo } from './return-to.ts'

const tag = 'Sign-in by providers'

/** In the path, because a browser that follows a link sends no header. */
const Place = z.object({ tenant: z.string().max(63), provider: ProviderName })

export const startOidc = endpoint({
  method: 'get',
  path: '/api/v1/auth/oidc/:tenant/:provider/start',
  summary: 'Start a sign-in at a provider',
  description:
    'For a browser link. It ends at `returnTo` with a session in cookies, at /account/sign-in#challenge=… if a second factor is needed, or at /account/sign-in#error=… with the code of an error.',
  tag,
  allow: 'anyone',
  params: Place,
  query: z.strictObject({ returnTo: ReturnTo.default('/account') }),
  output: Done,
  status: 303,
  refuses: [TenantNotFound],
})

export const beginOidc = endpoint({
  method: 'post',
  path: '/api/v1/auth/oidc/:provider/start',
  summary: 'Start a sign-in at a provider, with a guest to join',
  description:
    'Answers the URL to send the browser to; it returns as after a link. The guest’s cart and profile join the account when the session begins. The `guestToken` never appears in a URL.',
  tag,
  allow: 'anyone',
  params: z.object({ provider: ProviderName }),
  body: z.strictObject({ returnTo: ReturnTo.default('/account'), guestToken: Token.optional() }),
  output: z.object({ location: z.string() }),
  refuses: [NotFound, ProviderDown, ProviderRefused],
})

export const finishOidc = endpoint({
  method: 'get',
  path: '/api/v1/auth/oidc/:tenant/:provider/callback',
  summary: 'Finish a sign-in at a provider',
  description:
    'The redirect URI, where the provider sends the browser. Single-use, within 10 minutes, in the same browser.',
  tag,
  allow: 'anyone',
  params: Place,
  // Providers may add parameters; they are ignored.
  query: z.object({
    state: z.string().max(200).optional(),
    code: z.string().max(4_000).optional(),
    iss: z.string().max(500).optional(),
    error: z.string().max(200).optional(),
  }),
  output: Done,
  status: 303,
  refuses: [TenantNotFound],
})

export const oidcNonce = endpoint({
  method: 'post',
  path: '/api/v1/auth/oidc/nonce',
  summary: 'Create a nonce for an app’s ID token',
  tag,
  allow: 'anyone',
  output: z.object({ nonce: Secret, expiresAt: At }),
  refuses: [],
})

export const signInByIdToken = endpoint({
  method: 'post',
  path: '/api/v1/auth/oidc/:provider/token',
  summary: 'Sign in with an ID token',
  description:
    'For apps that get one from the system, such as Google One Tap. It must contain a nonce of /auth/oidc/nonce, which is single-use, and be issued for the client id of the settings.',
  tag,
  allow: 'anyone',
  params: z.object({ provider: ProviderName }),
  body: z.strictObject({
    idToken: z
      .string()
      .min(20)
      .max(8_000)
      .meta({ format: 'password', example: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI0MDc0In0.c2ln' }),
    nonce: Token,
    ...SessionOptions,
  }),
  output: SignInAnswer,
  refuses: [NotFound, FlowOver, ProviderRefused, ProviderDown, AccountBlocked, LinkFirst],
})

const Link = z.object({
  id: z.uuid(),
  provider: z.string().meta({ description: 'The name of the provider, also after it is removed from the settings' }),
  email: z.string().nullable().meta({ description: 'The e-mail reported by the provider when it was linked' }),
  createdAt: At,
  usedAt: At.nullable(),
})

export const listLinks = endpoint({
  method: 'get',
  path: '/api/v1/auth/links',
  summary: 'List the providers linked to this account',
  tag,
  allow: 'signed-in',
  output: z.object({ items: z.array(Link) }),
  refuses: [],
})

export const beginLink = endpoint({
  method: 'post',
  path: '/api/v1/auth/links',
  summary: 'Link a provider to this account',
  description: 'Answers the URL to send the browser to; it returns to `returnTo`, with #error=… on failure.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({ provider: ProviderName, returnTo: ReturnTo.default('/account') }),
  output: z.object({ location: z.string() }),
  refuses: [NotFound, ProviderDown, ProviderRefused],
})

export const stepUpByProvider = endpoint({
  method: 'post',
  path: '/api/v1/auth/step-up/provider',
  summary: 'Authenticate again at a linked provider',
  description:
    'Answers the URL to send the browser to. The provider is asked to authenticate the user again; the browser returns to `returnTo`, with #error=… on failure.',
  tag,
  allow: 'signed-in',
  body: z.strictObject({ provider: ProviderName, returnTo: ReturnTo.default('/account') }),
  output: z.object({ location: z.string() }),
  refuses: [NotFound, ProviderDown, ProviderRefused],
})

export const unlink = endpoint({
  method: 'delete',
  path: '/api/v1/auth/links/:linkId',
  summary: 'Unlink a provider from this account',
  description: 'All other sessions end. The last way to sign in cannot be removed.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  params: z.object({ linkId: z.uuid() }),
  output: Done,
  refuses: [LoginNotFound, LastLogin],
})
