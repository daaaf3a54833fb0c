import type { Database } from '../../../kit/database.ts'

/** Open connections of a process to receivers. */
const MOST_OF_ALL = 2_000
/** One business with many slow receivers leaves room for the others. */
const MOST_OF_TENANT = 500

/** What one process has under way, by webhook. Sending waits for others: it is not waited for. */
export class Flights {
  readonly #underWay = new Map<string, number>()
  readonly #all = new Set<Promise<void>>()
  readonly #calledOff = new AbortController()

  /** Of a webhook, or of a tenant. */
  underWay = (id: string): number => this.#underWay.get(id) ?? 0

  roomFor = (tenant: string): number => Math.min(MOST_OF_ALL - this.#all.size, MOST_OF_TENANT - this.underWay(tenant))

  start(
    { tenant, webhookId }: { readonly tenant: string; readonly webhookId: string },
    fly: (calledOff: AbortSignal) => Promise<void>,
    landed: () => void,
  ): void {
    this.#count(tenant, webhookId, 1)
    const flight: Promise<void> = fly(this.#calledOff.signal).finally(() => {
      this.#all.delete(flight)
      this.#count(tenant, webhookId, -1)
      if (!this.#calledOff.signal.aborted) landed()
    })
    this.#all.add(flight)
  }

  #count(tenant: string, webhookId: string, more: 1 | -1): void {
    for (const id of [tenant, webhookId]) {
      const now = this.underWay(id) + more
      if (now === 0) this.#underWay.delete(id)
      else this.#underWay.set(id, now)
    }
  }

  async end(): Promise<void> {
    this.#calledOff.abort()
    await Promise.all(this.#all)
  }
}

const known = new WeakMap<Database, Flights>()

export function flightsOf(db: Database): Flights {
  const flights = known.get(db) ?? new Flights()
  known.set(db, flights)
  return flights
}

export async function endFlights(db: Database): Promise<void> {
  const flights = known.get(db)
  known.delete(db)
  await flights?.end()
}
