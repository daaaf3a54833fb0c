const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export const ACCESS_VALID_MINUTES = 60
/** The longest that a signed statement is good for; its key is published as long. */
export const MOST_STATEMENT_HOURS = 24
/** A retried request gets the same successor within this time. */
export const RETRY_GRACE_SECONDS = 10

export interface SessionSpan {
  /** Idle limit. */
  readonly idleMs: number
  /** Absolute limit. */
  readonly mostMs: number
}
/** Staff sign in each working day; a session on a till may last longer. */
export const SESSION_SPAN = {
  customer: { idleMs: 30 * DAY, mostMs: 180 * DAY },
  staff: { idleMs: 12 * 60 * MINUTE, mostMs: 7 * DAY },
  /** From the full sign-in on; in between it locks and requires the PIN. */
  till: { idleMs: 7 * DAY, mostMs: 30 * DAY },
} as const satisfies Record<string, SessionSpan>
