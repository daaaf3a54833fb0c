import type { Connections } from '../../../kit/outside-fetch.ts'
import type { Parcel } from './parcel.ts'
import type { Answer } from './post.ts'

/** Connections to one webhook. */
export const AT_ONCE = 8
/** In hand of a webhook that answers quickly: the next ones are there when a connection is free. */
const AHEAD = 128
const QUICK_MS = 250
/** And then given back: with the time that an answer may take it is less than the lease. */
const WAITS_AT_MOST_MS = 5_000
const REPORTED_AT_ONCE = 200

export interface Attempt {
  readonly parcel: Parcel
  readonly answer: Answer
}

export interface Report {
  readonly answered: readonly Attempt[]
  /** Called off before there was an answer, waited for too long, or is not to be sent as it was packed. */
  readonly unsent: readonly Parcel[]
}

export interface Errands {
  /** Those of them that are to be sent just as they were packed. Never fails. */
  stillToSend(parcels: readonly Parcel[]): Promise<readonly Parcel[]>
  send(parcel: Parcel, connections: Connections): Promise<Answer | null>
  /** Never fails. */
  report(report: Report): Promise<void>
}

/** What one process has in hand of one webhook: it waits for its turn, is being sent, or what came of it is not noted yet. */
export class Lane {
  #waiting: Parcel[] = []
  #answered: Attempt[] = []
  #unsent: Parcel[] = []
  /** Of the connections; also for what is looked at before it is sent. */
  #taken = 0
  #failures = 0
  #choosing = false
  #reporting = false
  #isQuick = false
  readonly #connections: Connections
  readonly #errands: Errands
  readonly #calledOff: AbortSignal
  readonly #landed: (count: number) => void
  readonly #waitsAtMostMs: number

  constructor(
    connections: Connections,
    errands: Errands,
    calledOff: AbortSignal,
    landed: (count: number) => void,
    { waitsAtMostMs = WAITS_AT_MOST_MS } = {},
  ) {
    this.#connections = connections
    this.#errands = errands
    this.#calledOff = calledOff
    this.#landed = landed
    this.#waitsAtMostMs = waitsAtMostMs
  }

  /** Only what does not describe a customer is claimed ahead: the others are read when they are sent. */
  mostInHand({ failing, thin }: { readonly failing: boolean; readonly thin: boolean }): number {
    if (failing) return 1
    return thin && this.#isQuick ? AHEAD : AT_ONCE
  }

  /** Packed a moment ago: what finds a connection free goes at once. */
  add(parcels: readonly Parcel[]): void {
    const free = this.#waiting.length > 0 ? 0 : Math.max(0, AT_ONCE - this.#taken)
    this.#taken += Math.min(free, parcels.length)
    for (const parcel of parcels.slice(0, free)) void this.#send(parcel)
    const later = new Set(parcels.slice(free))
    this.#waiting.push(...later)
    // Also where all connections hang: what waits takes the room of others.
    if (later.size > 0) setTimeout(() => this.#giveUp(later), this.#waitsAtMostMs).unref()
    void this.#go()
  }

  #giveUp(parcels: ReadonlySet<Parcel>): void {
    this.#unsent.push(...this.#waiting.filter((one) => parcels.has(one)))
    this.#waiting = this.#waiting.filter((one) => !parcels.has(one))
    void this.#report()
  }

  /** What has waited is sent only if nothing has changed: it may be long since the webhook was disabled, or leads elsewhere. */
  async #go(): Promise<void> {
    if (this.#choosing) return
    this.#choosing = true
    while (this.#waiting.length > 0 && this.#taken < AT_ONCE) {
      const next = this.#waiting.splice(0, AT_ONCE - this.#taken)
      this.#taken += next.length
      const failures = this.#failures
      const good = new Set(this.#calledOff.aborted ? [] : await this.#errands.stillToSend(next))
      const isOff = this.#calledOff.aborted || failures !== this.#failures
      for (const parcel of next) {
        if (good.has(parcel) && !isOff) void this.#send(parcel)
        else {
          this.#taken -= 1
          this.#unsent.push(parcel)
        }
      }
    }
    this.#choosing = false
    void this.#report()
  }

  async #send(parcel: Parcel): Promise<void> {
    const answer = await this.#errands.send(parcel, this.#connections)
    this.#taken -= 1
    if (answer) this.#answered.push({ parcel, answer })
    else this.#unsent.push(parcel)
    const isTaken = answer?.outcome === 'delivered'
    this.#isQuick = isTaken && answer.tookMs <= QUICK_MS
    // One that fails gets one at a time, one that is gone nothing more.
    if (!isTaken) {
      this.#failures += 1
      this.#unsent.push(...this.#waiting.splice(0))
    }
    void this.#go()
    void this.#report()
  }

  /** What comes meanwhile is noted together, in the next transaction: one after the other holds the webhook's row. */
  async #report(): Promise<void> {
    if (this.#reporting) return
    this.#reporting = true
    while (this.#answered.length + this.#unsent.length > 0) {
      const report = { answered: this.#answered.splice(0, REPORTED_AT_ONCE), unsent: this.#unsent.splice(0) }
      await this.#errands.report(report)
      this.#landed(report.answered.length + report.unsent.length)
    }
    this.#reporting = false
  }
}
