import type { Language } from './refusal.ts'

/** The caller of a request, from an API key or a token. Permissions are in `may` alone. */
export interface Caller {
  readonly tenant: string
  /** `key:1f0c…`, `account:0192…`, `visitor`, `cli`, `job:seal-audit`: an id, never a name. */
  readonly actor: string
  readonly may: ReadonlySet<string>
  /** Requests per minute; 0 is without limit. */
  readonly perMinute: number
  readonly origin: { readonly ip?: string; readonly userAgent?: string }
  readonly requestId: string
  /** A browser at this machine, which opened the URL printed at the start. */
  readonly knowsStart?: boolean
  /** The language of the caller. */
  readonly language: Language
  /** The login behind the request; null for an API key, a visitor and the server itself. */
  readonly signedIn: SignedIn | null
  /** The anonymous customer of a visitor's guest token. */
  readonly guest?: string
}

/** The claims of a token about its holder. */
export interface SignedIn {
  readonly account: string
  readonly session: string
  /** The customer of the login; null for staff. */
  readonly customer: string | null
  /** Time of the last authentication: sensitive operations need a recent one. */
  readonly provedAt: Date
}

/** Whether a customer calls about their own data: signed in, signing in, or by a link in a message. Not staff, an API key or the server. */
export const isThemself = ({ actor, signedIn }: Caller) => (signedIn ? signedIn.customer !== null : actor === 'visitor')

/** Properties of every request, with or without a credential. */
export type Asked = Pick<Caller, 'origin' | 'requestId' | 'knowsStart' | 'language'>

/** The credentials of a request, and the tenant it names. */
export interface Presented {
  readonly authorization: string
  readonly cookies: Readonly<Record<string, string | undefined>>
  /** The slug or id in X-Kith-Tenant. */
  readonly tenant: string
  readonly host: string
}

/** The permissions of API keys and roles. */
export const SCOPES = {
  'customers:read': 'Find and read customers',
  'customers:write': 'Create and change customers',
  'customers:contacts': 'See phones and e-mails unmasked',
  'customers:reveal': 'Unmask one customer’s phone and e-mail at a time, with a reason',
  'customers:deactivate': 'Deactivate, suspend and reactivate customers',
  'customers:history': 'Read the history of a customer',
  'customers:export': 'Export customers',
  'customers:import': 'Create customers with contacts verified elsewhere and their original creation date',
  'customers:statistics': 'Read statistics',
  'staff:manage': 'Invite staff, change their roles and disable them',
  'staff:owners': 'Appoint and remove owners',
  'audit:read': 'Read and export the audit trail, and check its chain',
  'customers:merge': 'Merge customers and undo merges',
  'tills:manage': 'Register tills and revoke them',
  'messages:manage': 'Edit the texts of messages',
  'addresses:read': 'Read the addresses of customers',
  'addresses:write': 'Add, change and remove addresses of customers',
  'consents:manage': 'Publish and retire consent documents',
  'consents:relay': 'Record consents with the IP address and browser of the person, as seen by another server',
  'settings:manage': 'Change the settings of the business',
  'privacy:read': 'See privacy requests, erasures, reviews and breaches',
  'privacy:manage': 'Answer privacy requests: export, hold and erase people',
  'privacy:acknowledge': 'Acknowledge erasures on behalf of a downstream system',
  'keys:manage': 'Create and revoke API keys',
  'orders:read': 'Read the orders of customers',
  'orders:write': 'Record orders, payments, deliveries, cancellations and refunds',
  'loyalty:read': 'See the points and tiers of customers',
  'loyalty:write': 'Redeem points of customers',
  'loyalty:manage': 'Decide about points and tiers, review tiers, and change points by hand',
  'events:manage': 'See, correct and replay events of other systems that could not be processed',
  'jobs:run': 'See the scheduled jobs and run them now',
} as const
export type Scope = keyof typeof SCOPES
export const isScope = (name: string): name is Scope => Object.hasOwn(SCOPES, name)

const everything = Object.keys(SCOPES) as Scope[]
const till: Scope[] = [
  'customers:read',
  'customers:write',
  'customers:contacts',
  'addresses:read',
  'addresses:write',
  'orders:read',
  'orders:write',
  'loyalty:read',
  'loyalty:write',
]

export const ROLES = {
  owner: everything,
  admin: everything.filter((scope) => scope !== 'staff:owners'),
  manager: [...till, 'customers:history', 'customers:statistics', 'tills:manage', 'loyalty:manage', 'events:manage'],
  cashier: till,
  'privacy-officer': [
    'customers:read',
    'customers:reveal',
    'customers:history',
    'customers:export',
    'addresses:read',
    'orders:read',
    'loyalty:read',
    'audit:read',
    'consents:manage',
    'privacy:read',
    'privacy:manage',
  ],
  analyst: ['customers:read', 'customers:statistics'],
} as const satisfies Record<string, readonly Scope[]>
export type Role = keyof typeof ROLES

/** A caller can give only their own scopes. Import is an exception, so that no first key imports by accident: callers with `staff:owners` can give it. */
export const mayGive = ({ may }: Pick<Caller, 'may'>, scopes: readonly string[]): boolean =>
  scopes.every((scope) => may.has(scope) || (scope === 'customers:import' && may.has('staff:owners')))

/** The maximum age of recent authentication. */
export const PROOF_FRESH_MINUTES = 10
/** Not required of API keys, nor of requests that authenticate by themselves. */
export const isProofFresh = ({ signedIn }: Pick<Caller, 'signedIn'>): boolean =>
  signedIn === null || Date.now() - signedIn.provedAt.getTime() <= PROOF_FRESH_MINUTES * 60_000

const VISITOR_PER_MINUTE = 120

/** A caller without a credential: limited per minute and network. */
export function visitor(tenant: string, asked: Asked, perMinute = VISITOR_PER_MINUTE): Caller {
  return { ...asked, tenant, actor: 'visitor', may: new Set(), perMinute, signedIn: null }
}

/** The server itself: a job, a command, the relay. */
export function itself(tenant: string, actor: string): Caller {
  return {
    tenant,
    actor,
    may: new Set(everything),
    perMinute: 0,
    origin: {},
    requestId: actor,
    language: 'en',
    signedIn: null,
  }
}
