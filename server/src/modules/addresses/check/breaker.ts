const OPENS_AFTER_FAILURES = 3
const OPEN_FOR_MS = 30_000

/**
 * Circuit breaker: after a few failures in a row calls fail at once. After a pause one call tries; its result decides for
 * the others.
 */
export class Breaker {
  #failures = 0
  #openUntil = 0
  readonly #clock: () => number

  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  get isOpen(): boolean {
    return this.#clock() < this.#openUntil
  }

  /** Null when it failed, or was not even tried. */
  async call<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.isOpen) return null
    // Calls during this attempt find the breaker open again.
    if (this.#failures >= OPENS_AFTER_FAILURES) this.#open()
    try {
      const result = await work()
      this.#failures = 0
      this.#openUntil = 0
      return result
    } catch {
      this.#failures += 1
      if (this.#failures >= OPENS_AFTER_FAILURES) this.#open()
      return null
    }
  }

  #open() {
    this.#openUntil = this.#clock() + OPEN_FOR_MS
  }
}
