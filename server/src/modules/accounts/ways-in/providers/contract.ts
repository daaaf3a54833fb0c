import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { ProviderOut, ProviderWishes } from './settings.ts'

const tag = 'Sign-in by providers'
const Settings = z.object({ providers: z.array(ProviderOut) })

export const readOidcSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/oidc',
  summary: 'The providers that people sign in with',
  description: 'Google, Auth0 or any other that speaks OpenID Connect. Give it one of the `redirectUris`.',
  tag,
  allow: 'settings:manage',
  output: Settings,
  refuses: [],
})

export const changeOidcSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/oidc',
  summary: 'Decide which providers people sign in with',
  description: 'The whole list. Who is not on it any more signs nobody in.',
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({ providers: ProviderWishes }),
  output: Settings,
  refuses: [],
})

export const listProviders = endpoint({
  method: 'get',
  path: '/api/v1/auth/oidc',
  summary: 'The providers to show on a sign-in page',
  tag,
  allow: 'anyone',
  output: z.object({ items: z.array(ProviderOut.pick({ name: true, kind: true, label: true })) }),
  refuses: [],
})
