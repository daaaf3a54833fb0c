const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]

/** After each attempt that failed: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h. The first is at once. */
export const PAUSES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
const LONGEST_WISH_MS = 24 * HOUR

/** When to try again after so many attempts; null when the event is given up. A receiver may ask for more time, up to a day. */
export function nextAttempt(now: Date, attempts: number, retryAfterMs: number | null): Date | null {
  const pause = PAUSES_MS[attempts - 1]
  if (pause === undefined) return null
  return new Date(now.getTime() + Math.max(pause, Math.min(retryAfterMs ?? 0, LONGEST_WISH_MS)))
}

/** Of Retry-After: seconds, or a date. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null
  const at = /^\d{1,9}$/.test(header) ? now.getTime() + Number(header) * SECOND : Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
