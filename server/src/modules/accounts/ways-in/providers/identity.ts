import { z } from 'zod'
import { Email, type Locale, PersonNames } from '../../login/shapes.ts'
import type { Provider } from './settings.ts'

/** The identity reported by a provider. */
export interface Identity {
  readonly provider: string
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  /** Known of a login of another system only. */
  readonly phone?: string | null
  /** Whether the business trusts the provider's verification of e-mails. */
  readonly vouched: boolean
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly locale?: z.output<typeof Locale> | undefined
}

/** The linked provider as its owner sees it. */
export const LinkDetails = z.object({
  provider: z.string(),
  issuer: z.string(),
  subject: z.string(),
  email: z.string().nullable().default(null),
  /** Of a login of another system, which may have verified one. */
  phone: z.string().nullable().optional(),
})
export type LinkDetails = Readonly<z.output<typeof LinkDetails>>

const Subject = z.object({ iss: z.string(), sub: z.string().min(1).max(255) })

/** From verified claims. Invalid values are left out, because the user cannot correct them. */
export function readIdentity(provider: Provider, claims: Readonly<Record<string, unknown>>): Identity {
  const { iss, sub } = Subject.parse(claims)
  const email = fitting(Email, claims['email'])
  const firstName = fitting(PersonNames.firstName, claims['given_name'] ?? nameOf(claims))
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

/** One digest per subject and issuer. */
export const loginOf = ({ issuer, subject }: Identity) => `${issuer} ${subject}`

function isVerified({ kind }: Provider, email: string, claims: Readonly<Record<string, unknown>>): boolean {
  const said = claims['email_verified']
  if (said !== true && said !== 'true') return false
  // Trust Google's `email_verified` only for gmail.com and Workspace (`hd`) addresses: others were checked once, long ago.
  return kind !== 'google' || email.endsWith('@gmail.com') || typeof claims['hd'] === 'string'
}

function fitting<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** Auth0 names a user by the e-mail or the phone where it knows no name: neither names a person. */
const nameOf = ({ name }: Readonly<Record<string, unknown>>) =>
  typeof name === 'string' && /\p{L}/u.test(name) && !name.includes('@') ? name : undefined

const readLocale = (value: unknown) => {
  const language = typeof value === 'string' ? value.slice(0, 2).toLowerCase() : ''
  return language === 'en' || language === 'ar' ? language : undefined
}
