const KEY = 'kith.key'
const SESSION = 'kith.session'
const TENANT = 'kith.tenant'
const TILL = 'kith.till'

/** The known facts of a cookie session, which no script can read. */
interface Kept {
  readonly kind: 'staff' | 'customer'
  /** When the access token expires and needs a refresh. */
  readonly until: number
  /** Started with a PIN, or with one chosen since: it locks, and the PIN starts the next. */
  readonly onTill?: boolean
}

/** Set if this device is a till. Its token is in a cookie. */
interface Till {
  readonly name: string
}

/** The only place that knows the credential of this browser: an API key of this tab, or a session in cookies. */
export const credential = {
  /** Of this tab only, and gone with it. */
  token: (): string | undefined => sessionStorage.getItem(KEY) ?? undefined,
  keep: (key: string) => sessionStorage.setItem(KEY, key),
  forget: () => sessionStorage.removeItem(KEY),

  session: (): Kept | null => JSON.parse(localStorage.getItem(SESSION) ?? 'null') as Kept | null,
  keepSession({ account, expiresIn }: { account: Pick<Kept, 'kind'>; expiresIn: number }, { onTill = false } = {}) {
    const kept: Kept = { kind: account.kind, until: Date.now() + expiresIn * 1000, ...(onTill && { onTill }) }
    localStorage.setItem(SESSION, JSON.stringify(kept))
    sessionStorage.removeItem(KEY)
  },
  moveToTill: () => localStorage.setItem(SESSION, JSON.stringify({ ...credential.session(), onTill: true })),
  /** A browser returning from a provider has cookies that no script has seen. */
  expectSession: () =>
    localStorage.setItem(SESSION, JSON.stringify({ kind: 'customer', until: Number.MAX_SAFE_INTEGER })),
  forgetSession: () => localStorage.removeItem(SESSION),
  /** Offline no one can sign in, but a session kept on this device continues. */
  mayBeOpen: () => credential.token() !== undefined || credential.session() !== null || !navigator.onLine,
  /** Signed out in another tab. */
  onForgotten(then: () => void): () => void {
    const hear = ({ key, newValue }: StorageEvent) => key === SESSION && newValue === null && then()
    window.addEventListener('storage', hear)
    return () => window.removeEventListener('storage', hear)
  },

  till: (): Till | null => JSON.parse(localStorage.getItem(TILL) ?? 'null') as Till | null,
  keepTill: ({ name }: Till) => localStorage.setItem(TILL, JSON.stringify({ name })),
  forgetTill: () => localStorage.removeItem(TILL),

  /** The chosen business, where several share an address. */
  tenant: (): string | undefined => sessionStorage.getItem(TENANT) ?? credential.keptTenant(),
  keptTenant: (): string | undefined => localStorage.getItem(TENANT) ?? undefined,
  keepTenant: (named: string) => localStorage.setItem(TENANT, named),
  /** A link in a message names its business, for this tab. */
  visitTenant: (named: string) => sessionStorage.setItem(TENANT, named),
  forgetTenant() {
    for (const storage of [localStorage, sessionStorage]) storage.removeItem(TENANT)
  },
}

export const demoIsOffered = () => 'demo' in document.documentElement.dataset

/** The API key of the demo's owner, which the server gives only to the person at its own machine. */
export async function demoKey(): Promise<string> {
  const answer = await fetch('/demo/session')
  if (!answer.ok) throw new Error(`demo ${answer.status}`)
  return ((await answer.json()) as { apiKey: string }).apiKey
}
