const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export const ACCESS_VALID_MINUTES = 60
/** A request that got no answer is sent again; within this time it gets the same successor. */
export const RETRY_GRACE_SECONDS = 10

export interface SessionSpan {
  /** Ends when it was not used for so long. */
  readonly idleMs: number
  /** Ends then, whatever was used. */
  readonly mostMs: number
}
/** Staff sign in each working day; a registered till may stay longer. */
export const SESSION_SPAN = {
  customer: { idleMs: 30 * DAY, mostMs: 180 * DAY },
  staff: { idleMs: 12 * 60 * MINUTE, mostMs: 7 * DAY },
  /** From the full sign-in on; in between it falls asleep and wants the PIN. */
  till: { idleMs: 7 * DAY, mostMs: 30 * DAY },
} as const satisfies Record<string, SessionSpan>
