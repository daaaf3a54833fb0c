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
  /** Staff at a till. */
  readonly atTill?: boolean
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

/**
 * The caller of what was presented; null when it is not valid. `beforeAsking` is called before the database is asked about a
 * credential that nothing speaks for yet, and may refuse.
 */
export type Identify = (
  presented: Presented,
  asked: Asked,
  beforeAsking?: () => Promise<void>,
) => Promise<Caller | null>

/** What an API key or a role may include; each module adds its own with `declareScopes`. */
// biome-ignore lint/suspicious/noEmptyInterface: modules fill it
export interface ScopeKinds {}
export type Scope = keyof ScopeKinds

const meanings = new Map<string, string>()

/** Declares what a caller may be allowed, with what that means. */
export function declareScopes<const Declared extends Readonly<Record<string, string>>>(scopes: Declared): Declared {
  for (const [scope, meaning] of Object.entries(scopes)) meanings.set(scope, meaning)
  return scopes
}

export const isScope = (name: string): name is Scope => meanings.has(name)
export const meaningOf = (scope: Scope): string => meanings.get(scope) ?? ''

/** Of the server itself. */
const EVERYTHING: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true })

export const isServer = ({ may }: Caller) => may === EVERYTHING

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
    may: EVERYTHING,
    perMinute: 0,
    origin: {},
    requestId: actor,
    language: 'en',
    signedIn: null,
  }
}
