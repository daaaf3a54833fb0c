import type { Database } from '../../../kit/database.ts'

/** What one process has under way, by webhook. Sending waits for others: it is not waited for. */
export class Flights {
  readonly #underWay = new Map<string, number>()
  readonly #all = new Set<Promise<void>>()
  readonly #calledOff = new AbortController()

  underWay = (webhookId: string): number => this.#underWay.get(webhookId) ?? 0

  start(webhookId: string, fly: (calledOff: AbortSignal) => Promise<void>, landed: () => void): void {
    this.#underWay.set(webhookId, this.underWay(webhookId) + 1)
    const flight: Promise<void> = fly(this.#calledOff.signal).finally(() => {
      this.#all.delete(flight)
      this.#underWay.set(webhookId, this.underWay(webhookId) - 1)
      if (!this.#calledOff.signal.aborted) landed()
    })
    this.#all.add(flight)
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
