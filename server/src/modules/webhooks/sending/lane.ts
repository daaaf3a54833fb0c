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
  /** Called off before there was an answer, or waited for too long. */
  readonly unsent: readonly Parcel[]
}

export interface Errands {
  send(parcel: Parcel, connections: Connections): Promise<Answer | null>
  /** Never fails. */
  report(report: Report): Promise<void>
}

/** What one process has in hand of one webhook: it waits for its turn, is being sent, or what came of it is not noted yet. */
export class Lane {
  readonly #waiting: { readonly parcel: Parcel; readonly since: number }[] = []
  #answered: Attempt[] = []
  #unsent: Parcel[] = []
  #sending = 0
  #reporting = false
  #isQuick = false
  readonly #connections: Connections
  readonly #errands: Errands
  readonly #calledOff: AbortSignal
  readonly #landed: (count: number) => void

  constructor(connections: Connections, errands: Errands, calledOff: AbortSignal, landed: (count: number) => void) {
    this.#connections = connections
    this.#errands = errands
    this.#calledOff = calledOff
    this.#landed = landed
  }

  /** Only what does not describe a customer is claimed ahead: the others are read when they are sent. */
  mostInHand({ failing, thin }: { readonly failing: boolean; readonly thin: boolean }): number {
    if (failing) return 1
    return thin && this.#isQuick ? AHEAD : AT_ONCE
  }

  add(parcels: readonly Parcel[]): void {
    const since = performance.now()
    this.#waiting.push(...parcels.map((parcel) => ({ parcel, since })))
    this.#go()
  }

  #go(): void {
    while (this.#waiting.length > 0 && this.#sending < AT_ONCE) {
      const { parcel, since } = this.#waiting.shift()!
      if (this.#calledOff.aborted || performance.now() - since > WAITS_AT_MOST_MS) this.#unsent.push(parcel)
      else void this.#send(parcel)
    }
    void this.#report()
  }

  async #send(parcel: Parcel): Promise<void> {
    this.#sending += 1
    const answer = await this.#errands.send(parcel, this.#connections)
    this.#sending -= 1
    if (answer) this.#answered.push({ parcel, answer })
    else this.#unsent.push(parcel)
    const isTaken = answer?.outcome === 'delivered'
    this.#isQuick = isTaken && answer.tookMs <= QUICK_MS
    // One that fails gets one at a time, one that is gone nothing more.
    if (!isTaken) this.#unsent.push(...this.#waiting.splice(0).map((one) => one.parcel))
    this.#go()
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
