/** Who is asking. An API key gives one, and so will a token: nothing behind the front door can tell them apart. */
export interface Caller {
  readonly tenant: string
  /** `key:1f0c…`, `cli`, `job:seal-audit`: an id, never a name. */
  readonly actor: string
  readonly may: ReadonlySet<string>
  /** Requests per minute; 0 is without limit. */
  readonly perMinute: number
  readonly origin: { readonly ip?: string; readonly userAgent?: string }
  readonly requestId: string
}

/** What an API key or a role may include. */
export const SCOPES = {
  'customers:read': 'Find and read customers',
  'customers:write': 'Create and change customers',
  'customers:contacts': 'See phones and e-mails unmasked',
  'customers:deactivate': 'Deactivate, suspend and reactivate customers',
  'customers:history': 'Read the history of a customer',
  'customers:export': 'Export customers',
  'customers:import': 'Bring in customers whose contacts were verified elsewhere',
  'customers:statistics': 'Read statistics',
} as const
export type Scope = keyof typeof SCOPES

const everything = Object.keys(SCOPES) as Scope[]
const till: Scope[] = ['customers:read', 'customers:write', 'customers:contacts']

export const ROLES = {
  owner: everything,
  admin: everything,
  manager: [...till, 'customers:history', 'customers:statistics'],
  cashier: till,
  'privacy-officer': ['customers:read', 'customers:contacts', 'customers:history', 'customers:export'],
  analyst: ['customers:read', 'customers:statistics'],
} as const satisfies Record<string, readonly Scope[]>
export type Role = keyof typeof ROLES

/** The server itself: a job, a command, the relay. */
export function itself(tenant: string, actor: string): Caller {
  return { tenant, actor, may: new Set(everything), perMinute: 0, origin: {}, requestId: actor }
}
