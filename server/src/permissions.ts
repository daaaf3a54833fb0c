import type { Scope } from './kit/caller.ts'
import { scopes as accounts } from './modules/accounts/scopes.ts'
import { scopes as addresses } from './modules/addresses/scopes.ts'
import { scopes as assistants } from './modules/assistants/scopes.ts'
import { scopes as audit } from './modules/audit/scopes.ts'
import { scopes as consent } from './modules/consent/scopes.ts'
import { scopes as customers } from './modules/customers/scopes.ts'
import { scopes as jobs } from './modules/jobs/scopes.ts'
import { scopes as merging } from './modules/merging/scopes.ts'
import { scopes as messages } from './modules/messages/scopes.ts'
import { scopes as privacy } from './modules/privacy/scopes.ts'
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
  ...privacy,
  ...webhooks,
  ...audit,
  ...jobs,
  ...assistants,
}

const everything = Object.keys(SCOPES) as Scope[]
const till: Scope[] = ['customers:read', 'customers:write', 'customers:contacts', 'addresses:read', 'addresses:write']

export const ROLES = {
  owner: everything,
  admin: everything.filter((scope) => scope !== 'staff:owners'),
  manager: [...till, 'customers:history', 'customers:statistics', 'tills:manage'],
  cashier: till,
  'privacy-officer': [
    'customers:read',
    'customers:reveal',
    'customers:history',
    'customers:export',
    'addresses:read',
    'audit:read',
    'consents:manage',
    'privacy:read',
    'privacy:manage',
  ],
  analyst: ['customers:read', 'customers:statistics'],
} as const satisfies Record<string, readonly Scope[]>
export type Role = keyof typeof ROLES
