import { z } from 'zod'
import type { Context } from '../../../../kit/context.ts'
import type { FieldProblem } from '../../../../kit/field-problem.ts'
import { type UnfitField, unfitFields } from '../../../../kit/invalid.ts'
import { isInsideByItself } from '../../../../kit/outside-fetch.ts'
import { NAME_FORM } from '../../../../kit/problems.ts'
import { NotFound } from '../../../../kit/refusal.ts'
import { form, text } from '../../../../kit/text.ts'
import { changeSettings, readSettings, type Section, tenantDefaults } from '../../../tenants/index.ts'
import { ownOrigins } from '../origins.ts'
import { ISSUER_INSIDE, ISSUER_NOT_HTTPS, REPEATED_NAME, SECRET_NEEDED } from './problems.ts'
import { mayFetch } from './provider-fetch.ts'

const KINDS = ['google', 'auth0', 'generic'] as const
const MOST = 10
const GOOGLE = 'https://accounts.google.com'

export const ProviderName = form(/^[a-z0-9][a-z0-9-]{0,39}$/, NAME_FORM).meta({ example: 'google' })
const described = {
  name: ProviderName.meta({
    description: 'Part of the URLs; a renamed provider needs a new redirect URI',
  }),
  kind: z.enum(KINDS),
  label: text(60).meta({ description: 'The label of the button' }),
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: z.string().min(1).max(300).meta({ example: '407408718192.apps.googleusercontent.com' }),
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/)).max(20),
  trustsEmail: z.boolean().meta({
    description:
      'Whether to trust e-mails that the provider calls verified: signing in with one gives access to the customer with that e-mail',
  }),
  provesWithoutTime: z.boolean().default(false).meta({
    description:
      'Whether signing in there again counts as recent authentication although the provider does not say when it was (no `auth_time`). Does not protect against another person at a browser that is still signed in there',
  }),
}
const Provider = z.object({ ...described, clientSecret: z.string() })
export type Provider = z.output<typeof Provider>

export const ProviderInput = z.strictObject({
  ...described,
  kind: described.kind.default('generic').meta({ example: 'google' }),
  label: described.label.optional(),
  issuer: described.issuer.optional().meta({ description: 'The issuer URL, for discovery; known for Google' }),
  scopes: described.scopes.default(['openid', 'email', 'profile']),
  clientSecret: z.string().min(1).max(1_000).optional().meta({
    format: 'password',
    example: 'GOCSPX-4fJ8sQ2kEd',
    description: 'Write-only. If omitted, the secret is kept as long as issuer and client stay the same',
  }),
})
type ProviderInput = z.output<typeof ProviderInput>

export const ProviderOut = z.object({ ...described, redirectUris: z.array(z.string()) }).meta({ id: 'Provider' })
export const ProviderInputs = z.array(ProviderInput).max(MOST)

const OidcSettings = z.object({ providers: z.array(Provider).default([]) })
const section: Section<typeof OidcSettings> = { name: 'oidc', schema: OidcSettings }

export const readProviders = async (ctx: Context) => (await readSettings(ctx, section)).providers

export async function requireProvider(ctx: Context, name: string): Promise<Provider> {
  const provider = (await readProviders(ctx)).find((one) => one.name === name)
  if (!provider) throw NotFound()
  return provider
}

/** For the buttons of a sign-in page. */
export async function listProviders(ctx: Context) {
  return { items: (await readProviders(ctx)).map(({ name, kind, label }) => ({ name, kind, label })) }
}

export const readOidcSettings = async (ctx: Context) => shown(ctx, await readProviders(ctx))

export async function changeOidcSettings(ctx: Context, { providers }: { providers: readonly ProviderInput[] }) {
  const before = await readProviders(ctx)
  const errors: UnfitField[] = []
  const after = providers.map((wish, index) => {
    const issuer = wish.issuer ?? (wish.kind === 'google' ? GOOGLE : '')
    const refuse = (field: string, code: FieldProblem) => errors.push({ path: `providers.${index}.${field}`, code })
    if (!URL.canParse(issuer) || !mayFetch(ctx.config, new URL(issuer))) refuse('issuer', ISSUER_NOT_HTTPS)
    else if (isInsideByItself(new URL(issuer), ctx.config.KITH_INSIDE_NETWORKS)) refuse('issuer', ISSUER_INSIDE)
    if (providers.findIndex(({ name }) => name === wish.name) !== index) refuse('name', REPEATED_NAME)
    // Kept only for the same issuer and client, because it is sent to the issuer.
    const kept = before.find(
      (one) => one.name === wish.name && sameIssuer(one.issuer, issuer) && one.clientId === wish.clientId,
    )
    const clientSecret = wish.clientSecret ?? kept?.clientSecret
    if (clientSecret === undefined) refuse('clientSecret', SECRET_NEEDED)
    const scopes = [...new Set(['openid', ...wish.scopes])]
    return { ...wish, issuer, label: wish.label ?? wish.name, scopes, clientSecret: clientSecret ?? '' }
  })
  if (errors.length > 0) throw unfitFields(errors)
  await changeSettings(ctx, section, { providers: after })
  return shown(ctx, after)
}

/** With or without the slash behind the host, as Auth0 and its dashboard write theirs. */
const sameIssuer = (one: string, other: string) => URL.canParse(other) && new URL(one).href === new URL(other).href

export const redirectUri = (origin: string, tenant: string, provider: string) =>
  `${origin}/api/v1/auth/oidc/${tenant}/${provider}/callback`

async function shown(ctx: Context, providers: readonly Provider[]) {
  const origins = ownOrigins(ctx.config, (await tenantDefaults(ctx)).slug)
  return {
    providers: providers.map(({ clientSecret: _, ...provider }) => ({
      ...provider,
      redirectUris: origins.map((origin) => redirectUri(origin, ctx.tenant, provider.name)),
    })),
  }
}
