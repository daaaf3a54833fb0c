import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { ProviderInputs, ProviderOut } from './settings.ts'

const tag = 'Sign-in by providers'
const Settings = z.object({ providers: z.array(ProviderOut) })

export const readOidcSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/oidc',
  summary: 'Read the sign-in providers',
  description: 'Google, Auth0 or any other OpenID Connect provider. Register one of the `redirectUris` there.',
  tag,
  allow: 'settings:manage',
  output: Settings,
  refuses: [],
})

export const changeOidcSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/oidc',
  summary: 'Replace the sign-in providers',
  description: 'Takes the whole list. A removed provider no longer signs in anyone.',
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({ providers: ProviderInputs }),
  output: Settings,
  refuses: [],
})

export const listProviders = endpoint({
  method: 'get',
  path: '/api/v1/auth/oidc',
  summary: 'List the providers for a sign-in page',
  tag,
  allow: 'anyone',
  output: z.object({ items: z.array(ProviderOut.pick({ name: true, kind: true, label: true })) }),
  refuses: [],
})
