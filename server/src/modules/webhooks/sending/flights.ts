import { setMaxListeners } from 'node:events'
import type { Database } from '../../../kit/database.ts'
import { Connections } from '../../../kit/outside-fetch.ts'
import { AT_ONCE, type Errands, Lane } from './lane.ts'
import type { Parcel } from './parcel.ts'

/** In hand of a process, so also its open connections to receivers. */
const MOST_OF_ALL = 2_000
/** One business with many slow receivers leaves room for the others. */
const MOST_OF_TENANT = 500
/** How long a connection without a request stays open, and what is known of its webhook is kept. */
const IDLE_MS = 4_000

interface Known {
  readonly lane: Lane
  readonly connections: Connections
  ending: NodeJS.Timeout | undefined
}

interface Place {
  readonly tenant: string
  readonly webhookId: string
}

/** What one process has in hand, by webhook. Sending waits for others: it is not waited for. */
export class Flights {
  readonly #inHand = new Map<string, number>()
  readonly #lanes = new Map<string, Known>()
  readonly #calledOff = new AbortController()
  #all = 0
  #allLanded: (() => void) | undefined

  constructor() {
    // One for each that is under way.
    setMaxListeners(0, this.#calledOff.signal)
  }

  get calledOff(): AbortSignal {
    return this.#calledOff.signal
  }

  roomFor = (tenant: string): number => Math.min(MOST_OF_ALL - this.#all, MOST_OF_TENANT - this.#of(tenant))

  /** Of one webhook. When half of what its business may have is in hand, none gets more than its connections. */
  roomOf(
    { tenant, webhookId }: Place,
    { failing, thin }: { readonly failing: boolean; readonly thin: boolean },
  ): number {
    const isRoomy = this.#of(tenant) < MOST_OF_TENANT / 2
    const lane = this.#lanes.get(webhookId)?.lane
    const most = lane?.mostInHand({ failing, thin: thin && isRoomy }) ?? (failing ? 1 : AT_ONCE)
    return most - this.#of(webhookId)
  }

  start({ tenant, webhookId }: Place, parcels: readonly Parcel[], errands: Errands, landed: () => void): void {
    const known = this.#lanes.get(webhookId) ?? this.#open({ tenant, webhookId }, errands, landed)
    clearTimeout(known.ending)
    this.#count({ tenant, webhookId }, parcels.length)
    known.lane.add(parcels)
  }

  #open(place: Place, errands: Errands, landed: () => void): Known {
    const connections = new Connections(IDLE_MS)
    const lane = new Lane(connections, errands, this.calledOff, (count) => {
      this.#count(place, -count)
      if (this.#of(place.webhookId) === 0) this.#rest(place.webhookId)
      if (!this.calledOff.aborted) landed()
    })
    const known = { lane, connections, ending: undefined }
    this.#lanes.set(place.webhookId, known)
    return known
  }

  /** Kept for a moment: the next event may come soon. */
  #rest(webhookId: string): void {
    const known = this.#lanes.get(webhookId)!
    known.ending = setTimeout(() => this.#close(webhookId), IDLE_MS).unref()
  }

  #close(webhookId: string): void {
    const known = this.#lanes.get(webhookId)
    clearTimeout(known?.ending)
    known?.connections.end()
    this.#lanes.delete(webhookId)
  }

  #of = (id: string): number => this.#inHand.get(id) ?? 0

  #count({ tenant, webhookId }: Place, more: number): void {
    for (const id of [tenant, webhookId]) {
      const now = this.#of(id) + more
      if (now === 0) this.#inHand.delete(id)
      else this.#inHand.set(id, now)
    }
    this.#all += more
    if (this.#all === 0) this.#allLanded?.()
  }

  async end(): Promise<void> {
    this.#calledOff.abort()
    if (this.#all > 0)
      await new Promise<void>((resolve) => {
        this.#allLanded = resolve
      })
    for (const webhookId of [...this.#lanes.keys()]) this.#close(webhookId)
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
