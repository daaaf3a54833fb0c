import type { Language } from './refusal.ts'

/** Who is asking. An API key gives one, and so does a token: what a caller may do is decided by `may` alone. */
export interface Caller {
  readonly tenant: string
  /** `key:1f0c…`, `account:0192…`, `visitor`, `cli`, `job:seal-audit`: an id, never a name. */
  readonly actor: string
  readonly may: ReadonlySet<string>
  /** Requests per minute; 0 is without limit. */
  readonly perMinute: number
  readonly origin: { readonly ip?: string; readonly userAgent?: string }
  readonly requestId: string
  /** A browser at this machine: it came by the address that the start printed. */
  readonly knowsStart?: boolean
  /** The language that the caller reads. */
  readonly language: Language
  /** The login behind the request; null for an API key, a visitor and the server itself. */
  readonly signedIn: SignedIn | null
  /** The anonymous customer whose guest token a visitor showed. */
  readonly guest?: string
}

/** What a token says about its holder. */
export interface SignedIn {
  readonly account: string
  readonly session: string
  /** The customer that the login belongs to; null for staff. */
  readonly customer: string | null
  /** When the holder last proved who they are: sensitive actions want that to be recent. */
  readonly provedAt: Date
}

/** Whether a customer calls about their own data: signed in, signing in, or by a link in a message. Not staff, a key or the server. */
export const isThemself = ({ actor, signedIn }: Caller) => (signedIn ? signedIn.customer !== null : actor === 'visitor')

/** What every request says of itself, with or without a credential. */
export type Asked = Pick<Caller, 'origin' | 'requestId' | 'knowsStart' | 'language'>

/** What came with a request to say who sends it, and to which tenant. */
export interface Presented {
  readonly authorization: string
  readonly cookies: Readonly<Record<string, string | undefined>>
  /** The slug or id in X-Kith-Tenant. */
  readonly tenant: string
  readonly host: string
}

/** What an API key or a role may include. */
export const SCOPES = {
  'customers:read': 'Find and read customers',
  'customers:write': 'Create and change customers',
  'customers:contacts': 'See phones and e-mails unmasked',
  'customers:reveal': 'Unmask one customer’s phone and e-mail at a time, with a reason',
  'customers:deactivate': 'Deactivate, suspend and reactivate customers',
  'customers:history': 'Read the history of a customer',
  'customers:export': 'Export customers',
  'customers:import': 'Say of customers that their contacts were verified elsewhere, and when they came',
  'customers:statistics': 'Read statistics',
  'staff:manage': 'Invite staff, change their roles and disable them',
  'staff:owners': 'Make and unmake owners',
  'audit:read': 'Read and export the audit trail, and check its chain',
  'customers:merge': 'Merge customers and undo merges',
  'tills:manage': 'Register tills and revoke them',
  'messages:manage': 'Word the messages that customers get',
  'addresses:read': 'Read the addresses of customers',
  'addresses:write': 'Add, change and remove addresses of customers',
  'consents:manage': 'Publish and retire the documents that customers consent to',
  'consents:relay': 'Record consents with the address and browser of the person, as another server saw them',
  'settings:manage': 'Change the settings of the business',
  'privacy:read': 'See privacy requests, erasures, reviews and breaches',
  'privacy:manage': 'Answer privacy requests: export, hold and erase people',
  'privacy:acknowledge': 'Say for a system downstream that it has forgotten a person',
  'keys:manage': 'Make API keys and revoke them',
  'orders:read': 'Read the orders of customers',
  'orders:write': 'Record orders, payments, deliveries, cancellations and refunds',
  'loyalty:read': 'See the points and tiers of customers',
  'loyalty:write': 'Redeem points of customers',
  'loyalty:manage': 'Decide about points and tiers, review tiers, and change points by hand',
  'events:manage': 'See events of other systems that could not be carried out, correct and replay them',
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

/** A caller gives only scopes of their own. Importing is apart, so that no first key imports by accident: a caller who may make owners gives it. */
export const mayGive = ({ may }: Pick<Caller, 'may'>, scopes: readonly string[]): boolean =>
  scopes.every((scope) => may.has(scope) || (scope === 'customers:import' && may.has('staff:owners')))

/** How recent a proof sensitive actions want. */
export const PROOF_FRESH_MINUTES = 10
/** Keys, and requests that are a proof themselves, are not asked. */
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
