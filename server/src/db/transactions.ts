import type pg from 'pg'
import { DatabaseFault, faultIn } from './faults.ts'
import { cut, gatherWrites, hasHeard, openPool } from './pool.ts'
import { Presence } from './presence.ts'
import { recordStatements } from './recorder.ts'
import { timeStatements, type Watch } from './statements.ts'
import { type Turn, Turns } from './turns.ts'

/** A read-only transaction has nothing to commit: it stays open this long for the next reader of the tenant. */
const WAITS_MS = 20
/** Every statement sees the latest commits; the time is bounded because its locks hold up migrations. */
const LASTS_MS = 500
/** After so long without a byte, a waiting statement checks whether the database is there. */
const SILENCE_MS = 5_000

interface Kept {
  readonly setting: string
  readonly since: number
  idle?: NodeJS.Timeout
}

/** A transaction that has begun, or has when `begun` resolves: the first statement is sent together with BEGIN. */
export interface Transaction {
  readonly client: pg.PoolClient
  readonly begun: Promise<unknown>
}

/** Begins and ends every transaction. A setting such as the tenant holds until its end. */
export class Transactions {
  readonly presence: Presence
  #isDiskFull = false
  readonly #pool: pg.Pool
  readonly #turns: Turns
  readonly #kept = new WeakMap<pg.PoolClient, Kept>()
  /** How many losses of the database happened before this connection was checked last. */
  readonly #outlived = new WeakMap<pg.PoolClient, number>()
  readonly #inUse = new Set<pg.PoolClient>()
  readonly #listening: NodeJS.Timeout
  readonly #watch: Watch | undefined

  /** `mostDelayMs`: see `Turns`. */
  constructor(options: pg.PoolConfig & { readonly max: number }, watch?: Watch, mostDelayMs = 0) {
    this.#turns = new Turns(options.max, mostDelayMs)
    this.presence = new Presence(options)
    this.#watch = watch
    this.#pool = openPool(options)
    recordStatements(this.#pool)
    if (watch) this.#pool.on('connect', (client) => timeStatements(client, watch.ran))
    this.#pool.on('acquire', (client) => void this.#inUse.add(client))
    this.#pool.on('release', (_, client) => {
      this.#inUse.delete(client)
      this.#turns.give()
    })
    this.#listening = setInterval(() => void this.#listen(), SILENCE_MS).unref()
  }

  /** Whether the last write failed for that. */
  get isDiskFull() {
    return this.#isDiskFull
  }
  get totalCount() {
    return this.#pool.totalCount
  }
  get idleCount() {
    return this.#pool.idleCount
  }
  get waitingCount() {
    return this.#turns.waiting + this.#pool.waitingCount
  }

  /**
   * Does a whole transaction, and once more when a connection failed it: always when nothing of it happened; when that is
   * unknown, only if it may be repeated.
   */
  async whole<T>(work: () => Promise<T>, { repeatable }: { readonly repeatable: boolean }): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof DatabaseFault && error.kind === 'full') this.#isDiskFull = true
      if (!isLoss(error)) throw error
      this.presence.lost(error.cause)
      if (error.kind === 'unknown' && !repeatable) throw error
      await this.presence.here()
      return work()
    }
  }

  async begin(setting: string, mode: 'read' | 'write', turn: Turn): Promise<Transaction> {
    const client = await this.#connect(turn)
    const kept = this.#kept.get(client)
    clearTimeout(kept?.idle)
    gatherWrites(client)
    if (mode === 'read' && kept?.setting === setting && performance.now() - kept.since < LASTS_MS) {
      return { client, begun: Promise.resolve() }
    }
    const ending = kept ? 'commit; ' : ''
    const begun = client.query(`${ending}begin${mode === 'read' ? ' read only' : ''}; ${setting}`)
    // If this fails, the first statement fails too and is heard first.
    begun.catch(() => {})
    if (mode === 'read') this.#kept.set(client, { setting, since: performance.now() })
    else this.#kept.delete(client)
    return { client, begun }
  }

  /** Ends what only read, now or a little later. */
  leave({ client }: Transaction): void {
    const kept = this.#kept.get(client)!
    kept.idle = setTimeout(() => {
      this.#kept.delete(client)
      // It has only read: a connection that broke meanwhile fails at its next use.
      client.query('commit').catch(() => {})
    }, WAITS_MS)
    client.release()
  }

  async commit({ client }: Transaction): Promise<void> {
    const { command } = await client.query('commit')
    // A statement that failed turns it into a rollback.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back')
    this.#isDiskFull = false
  }

  async rollBack({ client }: Transaction): Promise<void> {
    this.#kept.delete(client)
    try {
      await client.query('rollback')
      client.release()
    } catch {
      client.release(true)
    }
  }

  end(): Promise<void> {
    clearInterval(this.#listening)
    this.#turns.end()
    this.presence.stop()
    return this.#pool.end()
  }

  /** After a loss every older connection is checked first: it may be dead without an error. */
  async #connect(turn: Turn): Promise<pg.PoolClient> {
    await this.presence.here()
    try {
      for (;;) {
        const began = performance.now()
        await this.#turns.take(turn)
        const client = await this.#pool.connect().catch((error: unknown) => {
          this.#turns.give()
          throw error
        })
        this.#watch?.waited((performance.now() - began) / 1000)
        const { losses } = this.presence
        const isTried = (this.#outlived.get(client) ?? losses) === losses || (await answers(client))
        this.#outlived.set(client, losses)
        if (isTried) return client
      }
    } catch (error) {
      // Closed, dropped, or with another password: for the caller of a request the database is away.
      throw faultIn(error) ?? new DatabaseFault('away', error)
    }
  }

  /** A network that drops every packet breaks no connection: Kith ends it here, so that pending statements fail. */
  async #listen(): Promise<void> {
    const silent = [...this.#inUse].filter((client) => !hasHeard(client))
    if (silent.length === 0 || (await this.presence.ask())) return
    for (const client of silent) cut(client)
  }
}

const isLoss = (error: unknown): error is DatabaseFault =>
  error instanceof DatabaseFault && (error.kind === 'away' || error.kind === 'unknown')

async function answers(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('select 1')
    return true
  } catch {
    client.release(true)
    return false
  }
}
