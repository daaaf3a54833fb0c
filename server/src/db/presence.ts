import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseFault, faultIn } from './faults.ts'

/** How long requests wait for a database that does not answer. */
const PATIENCE_MS = 2_000
const FIRST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 250
/** A busy machine is slow to answer, and counts as present. */
const ANSWERS_WITHIN_MS = 5_000

type Listener = (change: { readonly away: true; readonly cause: unknown } | { readonly away: false }) => void

/** Whether the database answers. While it does not, only this class tries to connect; all requests wait for it. */
export class Presence {
  readonly #where: pg.ClientConfig
  readonly #listeners: Listener[] = []
  readonly #stopping = new AbortController()
  #losses = 0
  #absence: { readonly since: number; readonly over: Promise<void> } | null = null

  constructor(where: pg.ClientConfig) {
    this.#where = where
  }

  /** Counts losses: a connection made before the last one is checked before use. */
  get losses() {
    return this.#losses
  }

  get isAway() {
    return this.#absence !== null
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener)
  }

  /** A connection broke, or could not be made. */
  lost(cause: unknown): void {
    this.#losses += 1
    if (this.#absence || this.#stopping.signal.aborted) return
    this.#absence = { since: performance.now(), over: this.#search(cause) }
  }

  /** Resolves at once while it answers, else as soon as it does; fails after too long a wait. */
  async here(): Promise<void> {
    if (!this.#absence) return
    const { since, over } = this.#absence
    const left = since + PATIENCE_MS - performance.now()
    if (left <= 0) throw new DatabaseFault('away')
    const done = new AbortController()
    const tooLong = pause(left, 'too long', { signal: done.signal }).catch(() => null)
    const outcome = await Promise.race([over, tooLong])
    done.abort()
    if (outcome === 'too long') throw new DatabaseFault('away')
  }

  /** Asks now, on a connection of its own. */
  async ask(): Promise<boolean> {
    const times = { connectionTimeoutMillis: ANSWERS_WITHIN_MS, query_timeout: ANSWERS_WITHIN_MS }
    const client = new pg.Client({ ...this.#where, ...times })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      return true
    } catch (error) {
      // “Too many connections” is an answer, too.
      return faultIn(error)?.kind === 'busy'
    } finally {
      void client.end().catch(() => {})
    }
  }

  stop(): void {
    this.#stopping.abort()
  }

  async #search(cause: unknown): Promise<void> {
    const { signal } = this.#stopping
    let told = false
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      await pause(wait, null, { signal, ref: false }).catch(() => {})
      if (await this.ask()) break
      // One broken connection does not mean that the database is away.
      if (!told) this.#announce({ away: true, cause })
      told = true
    }
    this.#absence = null
    if (told) this.#announce({ away: false })
  }

  readonly #announce: Listener = (change) => {
    for (const listener of this.#listeners) listener(change)
  }
}
