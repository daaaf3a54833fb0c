import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { NotFound } from '../../../../kit/refusal.ts'
import { At } from '../../../../kit/text.ts'
import { TenantNotFound } from '../../../tenants/contract.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { Done, SessionWish, SignInAnswer, Token } from '../../login/shapes.ts'
import { ProviderDown, ProviderRefused } from '../providers/refusals.ts'
import { ProviderName } from '../providers/settings.ts'
import { LastLogin, LoginNotFound } from '../refusals.ts'
import { FlowOver, LinkFirst } from './refusals.ts'
import { ReturnTo } from './return-to.ts'

const tag = 'Sign-in by providers'

/** In the address, because a browser that follows a link sends no header. */
const Place = z.object({ tenant: z.string().max(63), provider: ProviderName })

export const startOidc = endpoint({
  method: 'get',
  path: '/api/v1/auth/oidc/:tenant/:provider/start',
  summary: 'Go to a provider to sign in',
  description:
    'For a link that a browser follows: it ends at `returnTo` with a session in cookies, at /account/sign-in#challenge=… when a second factor is needed, or at /account/sign-in#error=… with the code of a refusal.',
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
  summary: 'Go to a provider to sign in, with a guest to bring along',
  description:
    'Answers the address to send this browser to, which comes back as after a link. Cart and profile of the guest join the account when the session begins; the `guestToken` never stands in an address.',
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
  summary: 'Come back from a provider',
  description:
    'Where the provider sends the browser: the redirect URI. Good once, within 10 minutes, in the same browser.',
  tag,
  allow: 'anyone',
  params: Place,
  // Providers add what they like; it is not looked at.
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
  summary: 'A nonce for an ID token that an app asks for',
  tag,
  allow: 'anyone',
  output: z.object({ nonce: z.string(), expiresAt: At }),
  refuses: [],
})

export const signInByIdToken = endpoint({
  method: 'post',
  path: '/api/v1/auth/oidc/:provider/token',
  summary: 'Sign in with an ID token',
  description:
    'For apps that get one from the system, such as Google One Tap. It must carry a nonce of /auth/oidc/nonce, which is good once, and be meant for the client of the settings.',
  tag,
  allow: 'anyone',
  params: z.object({ provider: ProviderName }),
  body: z.strictObject({ idToken: z.string().min(20).max(8_000), nonce: Token, ...SessionWish }),
  output: SignInAnswer,
  refuses: [NotFound, FlowOver, ProviderRefused, ProviderDown, AccountBlocked, LinkFirst],
})

const Link = z.object({
  id: z.uuid(),
  provider: z.string().meta({ description: 'Its name; a provider that is gone from the settings keeps it' }),
  email: z.string().nullable().meta({ description: 'What the provider said when it was linked' }),
  createdAt: At,
  usedAt: At.nullable(),
})

export const listLinks = endpoint({
  method: 'get',
  path: '/api/v1/auth/links',
  summary: 'The providers that sign in to this account',
  tag,
  allow: 'signed-in',
  output: z.object({ items: z.array(Link) }),
  refuses: [],
})

export const beginLink = endpoint({
  method: 'post',
  path: '/api/v1/auth/links',
  summary: 'Let a provider sign in to this account',
  description:
    'Answers the address to send this browser to, which comes back to `returnTo`; with #error=… when it was refused.',
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
  summary: 'Prove again who you are, at a provider that signs in to this account',
  description:
    'Answers the address to send this browser to. The provider is asked to ask again; the browser comes back to `returnTo`, with #error=… when it was refused.',
  tag,
  allow: 'signed-in',
  body: z.strictObject({ provider: ProviderName, returnTo: ReturnTo.default('/account') }),
  output: z.object({ location: z.string() }),
  refuses: [NotFound, ProviderDown, ProviderRefused],
})

export const unlink = endpoint({
  method: 'delete',
  path: '/api/v1/auth/links/:linkId',
  summary: 'Let a provider no longer sign in to this account',
  description: 'Every other session ends. The last way into an account stays.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  params: z.object({ linkId: z.uuid() }),
  output: Done,
  refuses: [LoginNotFound, LastLogin],
})
