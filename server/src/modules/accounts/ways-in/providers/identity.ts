import { z } from 'zod'
import { Email, type Locale, PersonNames } from '../../login/shapes.ts'
import type { Provider } from './settings.ts'

/** Whom a provider says that it has seen. */
export interface Identity {
  readonly provider: string
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  /** Whether the business takes the provider's word that the e-mail is theirs. */
  readonly vouched: boolean
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly locale?: z.output<typeof Locale> | undefined
}

/** What the holder is shown of a linked provider. */
export interface LinkDetails {
  readonly provider: string
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
}

const Subject = z.object({ iss: z.string(), sub: z.string().min(1).max(255) })

/** Out of claims that were checked. What does not fit our shapes is left out: a provider is no form that could be corrected. */
export function readIdentity(provider: Provider, claims: Readonly<Record<string, unknown>>): Identity {
  const { iss, sub } = Subject.parse(claims)
  const email = fitting(Email, claims['email'])
  const firstName = fitting(PersonNames.firstName, claims['given_name'] ?? claims['name'])
  return {
    provider: provider.name,
    issuer: iss,
    subject: sub,
    email: email ?? null,
    vouched: email !== undefined && provider.trustsEmail && isVerified(provider, email, claims),
    firstName,
    lastName: firstName === undefined ? undefined : fitting(PersonNames.lastName, claims['family_name']),
    locale: readLocale(claims['locale']),
  }
}

/** One digest per person and provider: two subjects of two issuers are never the same. */
export const loginOf = ({ issuer, subject }: Identity) => `${issuer} ${subject}`

function isVerified({ kind }: Provider, email: string, claims: Readonly<Record<string, unknown>>): boolean {
  const said = claims['email_verified']
  if (said !== true && said !== 'true') return false
  // Google verifies a foreign address once; whose it is now, it knows only of its own and of those it hosts.
  return kind !== 'google' || email.endsWith('@gmail.com') || typeof claims['hd'] === 'string'
}

function fitting<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

const readLocale = (value: unknown) => {
  const language = typeof value === 'string' ? value.slice(0, 2).toLowerCase() : ''
  return language === 'en' || language === 'ar' ? language : undefined
}
