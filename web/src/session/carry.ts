import { KithRefusal, openKith } from '@kith/sdk'
import { present } from '../language/language.ts'
import { credential } from './credential.ts'
import { proveAgain } from './prove-again.ts'

type Ask = typeof fetch
/** The longest wait for a response; a longer one is shown as failed. */
const LONGEST_WAIT_SECONDS = 5
/** Margin, so that no call is sent with a token that expires on the way. */
const REFRESH_EARLY_MS = 30_000

const common = { language: present, longestWaitSeconds: LONGEST_WAIT_SECONDS }

/** Calls as the signed-in user, by key or session. `around` sees each call and its response. */
export const openOwn = (around: (ask: Ask) => Ask = (ask) => ask) =>
  openKith({ ...common, token: credential.token, tenant: credential.tenant, fetch: around(carried) })

/** Calls as the login of this browser, or as a visitor; ignores an API key in this tab. */
export const login = openKith({ ...common, tenant: credential.tenant, fetch: carried })

type Hear = (authorization: string | null) => void
const ended = new Set<Hear>()
/** Called when the server rejects this browser's credential, with that credential: the response may come after the next sign-in. */
export function onEnded(then: Hear): () => void {
  ended.add(then)
  return () => ended.delete(then)
}

/** Refreshes the session before it expires, or once afterwards; asks for recent authentication if needed; repeats the call after both. */
async function carried(...asked: Parameters<Ask>): Promise<Response> {
  const authorization = new Headers(asked[1]?.headers).get('authorization')
  const byKey = authorization !== null
  if (!byKey && isStale()) await refreshed()
  const answer = await fetch(...asked)
  const code = await codeOf(answer)
  if (code === 'unauthenticated') {
    if (!byKey && credential.session() && (await refreshed())) return fetch(...asked)
    for (const then of ended) then(authorization)
  }
  if (code === 'proof_needed' && (await proveAgain())) return fetch(...asked)
  return answer
}

function isStale(): boolean {
  const kept = credential.session()
  return kept !== null && kept.until - Date.now() < REFRESH_EARLY_MS
}

async function codeOf(answer: Response): Promise<string | null> {
  if (answer.status !== 401 && answer.status !== 403) return null
  const problem = (await answer.clone().json()) as { code?: string }
  return problem.code ?? null
}

const bare = openKith(common)
let underWay: Promise<boolean> | null = null

/** One refresh for all waiting calls and all tabs, because a refresh token is single-use. False: the session has ended. */
function refreshed(): Promise<boolean> {
  const before = credential.session()?.until
  underWay ??= inTurn(() => refresh(before)).finally(() => {
    underWay = null
  })
  return underWay
}

async function refresh(before: number | undefined): Promise<boolean> {
  const kept = credential.session()
  if (!kept || kept.until !== before) return kept !== null
  try {
    credential.keepSession(await bare.accounts.refresh(), { onTill: kept.onTill === true })
    return true
  } catch (error) {
    if (!(error instanceof KithRefusal && error.status < 500)) throw error
    credential.forgetSession()
    for (const then of ended) then(null)
    return false
  }
}

async function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  return 'locks' in navigator ? await navigator.locks.request('kith.refresh', work) : work()
}
