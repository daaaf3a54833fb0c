import type pg from 'pg'
import { gatherWrites, openPool } from './pool.ts'

/** A transaction that has only read has nothing to commit, so it may wait this long for somebody who reads the same. */
const WAITS_MS = 20
/** Every statement sees what is committed by then; but locks that keep migrations waiting are let go after this. */
const LASTS_MS = 500

interface Kept {
  readonly setting: string
  readonly since: number
  idle?: NodeJS.Timeout
}

/** A transaction that has begun, or will have when `begun` resolves: what is sent next travels with the beginning. */
export interface Transaction {
  readonly client: pg.PoolClient
  readonly begun: Promise<unknown>
}

/** Begins and ends every transaction. A setting such as the tenant holds until its end. */
export class Transactions {
  readonly #pool: pg.Pool
  readonly #kept = new WeakMap<pg.PoolClient, Kept>()

  constructor(options: pg.PoolConfig) {
    this.#pool = openPool(options)
  }

  get totalCount() {
    return this.#pool.totalCount
  }
  get idleCount() {
    return this.#pool.idleCount
  }
  get waitingCount() {
    return this.#pool.waitingCount
  }

  async begin(setting: string, mode: 'read' | 'write'): Promise<Transaction> {
    const client = await this.#pool.connect()
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
      // It has only read. A connection that broke meanwhile says so to whoever takes it next.
      client.query('commit').catch(() => {})
    }, WAITS_MS)
    client.release()
  }

  async commit({ client }: Transaction): Promise<void> {
    const { command } = await client.query('commit')
    // A statement that failed turns it into a rollback.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back')
  }

  async rollBack({ client }: Transaction): Promise<void> {
    this.#kept.delete(client)
    try {
      await client.query('rollback')
      client.release()
    } catch (error) {
      client.release(error as Error)
    }
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}
