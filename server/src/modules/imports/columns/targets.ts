import { z } from 'zod'
import { Purpose } from '../../consent/contract.ts'
import type { FIELDS } from '../../customers/contract.ts'

/** Fields of a customer that a column can fill. The free keys come by `extra`, under the name of the column. */
export const FIELD_TARGETS = [
  'firstName',
  'lastName',
  'name2',
  'preferredName',
  'companyName',
  'birthDate',
  'phone',
  'email',
  'notes',
  'locale',
  'country',
] as const satisfies readonly (keyof typeof FIELDS)[]
export type FieldTarget = (typeof FIELD_TARGETS)[number]

/** Only for customers that the import creates: an existing one has its own. */
export const NEW_TARGETS = ['phoneVerified', 'emailVerified', 'plan', 'createdAt'] as const

export const OTHER_TARGETS = [
  'fullName',
  'number',
  'externalId',
  'consentAt',
  'consentOrigin',
  'consentProof',
  'extra',
] as const

const CONSENT = 'consent.'
const ConsentTarget = z
  .string()
  .regex(/^consent\.[a-z.-]{3,60}$/)
  .refine((target) => Purpose.safeParse(target.slice(CONSENT.length)).success)
export const purposeOf = (target: string): string | null =>
  target.startsWith(CONSENT) ? target.slice(CONSENT.length) : null

const OWN = 'own.'
const OwnTarget = z.string().regex(/^own\.[a-z][A-Za-z0-9]{0,39}$/)
/** The key of a field that the business added. */
export const ownKeyOf = (target: string): string | null => (target.startsWith(OWN) ? target.slice(OWN.length) : null)

export const PLAIN_TARGETS = [...FIELD_TARGETS, ...NEW_TARGETS, ...OTHER_TARGETS] as const
export const Target = z
  .enum(PLAIN_TARGETS)
  .or(ConsentTarget)
  .or(OwnTarget)
  .meta({ description: 'A field, `own.<key>` of the fields of the business, or `consent.<purpose>`', example: 'phone' })
export type Target = z.output<typeof Target>

/** `create`: only in customers that the import creates · `never`: read for matching, written nowhere. */
export const POLICIES = ['create', 'overwrite', 'fill', 'never'] as const
export type Policy = (typeof POLICIES)[number]

export const MATCHES = ['externalId', 'number', 'phone', 'email'] as const
export type MatchBy = (typeof MATCHES)[number]
