const TRIES = 3
const FIRST_WAIT_MS = 200

interface Repetition {
  readonly method: string
  /** With an Idempotency-Key. */
  readonly isDoneOnce: boolean
  readonly longestWaitMs: number
  readonly signal: AbortSignal | undefined
}

/** Retries after network failures, and after Retry-After when the server is busy, if a repetition is safe. */
export async function repeated(
  ask: () => Promise<Response>,
  { longestWaitMs, signal, ...request }: Repetition,
): Promise<Response> {
  let left = longestWaitMs
  for (let trial = 1; ; trial++) {
    const { answer, error } = await ask().then(
      (answer) => ({ answer, error: null }),
      (error: unknown) => ({ answer: null, error }),
    )
    const wait = waitAfter(answer, trial)
    if (trial === TRIES || wait > left || !mayRepeat(request, answer?.status)) {
      if (answer === null) throw error
      return answer
    }
    await answer?.body?.cancel()
    await pause(wait, signal)
    left -= wait
  }
}

/** Without a status there was no response, and whether the server did it is unknown. */
function mayRepeat({ method, isDoneOnce }: Pick<Repetition, 'method' | 'isDoneOnce'>, status?: number): boolean {
  if (status !== undefined && status !== 429 && status !== 503) return false
  if (method === 'GET' || isDoneOnce) return true
  // A 429 or 503 was not carried out; but a POST without a key may be a sign-in, which counts attempts.
  return status === 429 && method !== 'POST'
}

/** `Retry-After` is a number of seconds or a date. */
export function waitAfter(answer: Response | null, trial: number): number {
  const asked = answer?.headers.get('retry-after') ?? ''
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now()
  return ms > 0 ? ms : FIRST_WAIT_MS * 2 ** (trial - 1)
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
