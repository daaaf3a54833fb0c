import type { Config } from '../../../config.ts'
import { type Connections, Inside, outsideFetch, TooMuch } from '../../../kit/outside-fetch.ts'
import { noteOutside } from '../../../kit/outsides.ts'
import type { Outcome } from './outcomes.ts'
import type { Parcel } from './parcel.ts'
import { retryAfterMs } from './schedule.ts'

const ANSWERS_WITHIN_MS = 15_000
const ANSWER_BYTES = 64 * 1024
/** What the log keeps of an answer. */
const KEPT_CHARACTERS = 4_000
const KEPT_HEADERS = ['content-type', 'retry-after', 'location', 'date', 'server']

export interface Answer {
  readonly outcome: Outcome
  readonly status: number | null
  readonly tookMs: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly retryAfterMs: number | null
}

/** Null if it was called off. Of what went wrong in the network nothing is told: that would be a map of what is inside. */
export async function post(
  config: Config,
  { url, headers, body }: Pick<Parcel, 'url' | 'headers' | 'body'>,
  calledOff: AbortSignal,
  {
    withinMs = ANSWERS_WITHIN_MS,
    connections,
  }: { readonly withinMs?: number; readonly connections?: Connections } = {},
): Promise<Answer | null> {
  const begun = performance.now()
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), withinMs)
  const stop = () => controller.abort()
  calledOff.addEventListener('abort', stop)
  const answered = (outcome: Outcome, more: Partial<Answer> = {}): Answer => ({
    ...{ outcome, status: null, headers: {}, body: null, retryAfterMs: null, ...more },
    tookMs: Math.round(performance.now() - begun),
  })
  try {
    const request = { method: 'POST', headers, body, signal: controller.signal, mostBytes: ANSWER_BYTES, connections }
    const response = await outsideFetch(new URL(url), request, config.KITH_INSIDE_NETWORKS)
    noteOutside(config, 'webhook', true, url)
    return answered(outcomeOf(response), {
      status: response.status,
      headers: Object.fromEntries(KEPT_HEADERS.flatMap((name) => pair(name, response.headers.get(name)))),
      body: (await response.text()).replaceAll('\0', '').slice(0, KEPT_CHARACTERS),
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), new Date()),
    })
  } catch (error) {
    if (calledOff.aborted) return null
    const isLong = error instanceof TooMuch
    // One that may not be asked says nothing about whether it would answer.
    if (!(error instanceof Inside)) noteOutside(config, 'webhook', isLong, url)
    if (controller.signal.aborted) return answered('timed_out')
    return answered(isLong ? 'too_large' : 'unreachable')
  } finally {
    clearTimeout(timer)
    calledOff.removeEventListener('abort', stop)
  }
}

const pair = (name: string, value: string | null): [string, string][] => (value === null ? [] : [[name, value]])

function outcomeOf({ status, ok }: Response): Outcome {
  if (ok) return 'delivered'
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirected' : 'refused'
}
