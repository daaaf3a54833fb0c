/** Why this device cannot save an entry: the screen shows it and keeps the input. */
export class NotKept extends Error {
  readonly why: 'no session' | 'full' | 'refused'

  constructor(why: NotKept['why'], cause?: unknown) {
    super(`Not kept: ${why}`, { cause })
    this.why = why
  }
}

/** The browser gives no storage to private windows, or has none left. */
export const notKept = (cause: unknown) =>
  cause instanceof NotKept
    ? cause
    : new NotKept((cause as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'refused', cause)
