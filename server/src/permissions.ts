import type { Scope } from './kit/caller.ts'
import { keysOf } from './kit/known.ts'
import { scopes as accounts } from './modules/accounts/scopes.ts'
import { scopes as addresses } from './modules/addresses/scopes.ts'
import { scopes as assistants } from './modules/assistants/scopes.ts'
import { scopes as audit } from './modules/audit/scopes.ts'
import { scopes as consent } from './modules/consent/scopes.ts'
import { scopes as customers } from './modules/customers/scopes.ts'
import { scopes as duplicates } from './modules/duplicates/scopes.ts'
import { scopes as incoming } from './modules/incoming/scopes.ts'
import { scopes as jobs } from './modules/jobs/scopes.ts'
import { scopes as loyalty } from './modules/loyalty/scopes.ts'
import { scopes as membership } from './modules/membership/scopes.ts'
import { scopes as merging } from './modules/merging/scopes.ts'
import { scopes as messages } from './modules/messages/scopes.ts'
import { scopes as orders } from './modules/orders/scopes.ts'
import { scopes as privacy } from './modules/privacy/scopes.ts'
import { scopes as segments } from './modules/segments/scopes.ts'
import { scopes as tenants } from './modules/tenants/scopes.ts'
import { scopes as webhooks } from './modules/webhooks/scopes.ts'

/** Everything that a caller may be allowed, collected from the modules. */
export const SCOPES = {
  ...tenants,
  ...customers,
  ...addresses,
  ...messages,
  ...consent,
  ...merging,
  ...accounts,
  ...duplicates,
  ...orders,
  ...incoming,
  ...loyalty,
  ...membership,
  ...segments,
  ...privacy,
  ...webhooks,
  ...audit,
  ...jobs,
  ...assistants,
}

export const SCOPE_NAMES: readonly Scope[] = keysOf(SCOPES)
const till: Scope[] = [
  'customers:read',
  'customers:write',
  'customers:contacts',
  'notes:read',
  'addresses:read',
  'addresses:write',
  'orders:read',
  'orders:write',
  'loyalty:read',
  'loyalty:write',
  'plans:read',
]

export const ROLES = {
  owner: SCOPE_NAMES,
  admin: SCOPE_NAMES.filter((scope) => scope !== 'staff:owners'),
  manager: [
    ...till,
    'customers:history',
    'customers:statistics',
    'views:share',
    'tills:manage',
    'events:manage',
    'loyalty:manage',
    'plans:write',
    'plans:manage',
    'duplicates:read',
    'segments:read',
    'segments:tag',
    'segments:manage',
  ],
  cashier: till,
  'privacy-officer': [
    'customers:read',
    'customers:reveal',
    'customers:history',
    'customers:export',
    'notes:read',
    'addresses:read',
    'orders:read',
    'loyalty:read',
    'plans:read',
    'segments:read',
    'audit:read',
    'consents:manage',
    'privacy:read',
    'privacy:manage',
  ],
  analyst: ['customers:statistics', 'segments:read'],
} as const satisfies Record<string, readonly Scope[]>
export type Role = keyof typeof ROLES

export const ROLE_NAMES = keysOf(ROLES)
