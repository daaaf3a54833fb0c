import type { Import } from '../queries.ts'

export type Column = Import['columns'][0]

/** In the order in which people look for them; consents to marketing have a purpose of their own each. */
export const TARGETS = [
  'fullName',
  'firstName',
  'lastName',
  'name2',
  'preferredName',
  'companyName',
  'phone',
  'email',
  'birthDate',
  'notes',
  'locale',
  'country',
  'number',
  'externalId',
  'phoneVerified',
  'emailVerified',
  'createdAt',
  'plan',
  'consentAt',
  'consentOrigin',
  'consentProof',
  'extra',
] as const

export const CONSENTS = ['email', 'sms', 'whatsapp', 'push', 'phone'] as const
export const POLICIES = ['fill', 'overwrite', 'create', 'never'] as const
