import { DatabaseFault } from './faults.ts'

/** `first`: the till, and a request that has begun already · `next`: staff and programs · `last`: customers and visitors. */
export type Rank = 'first' | 'next' | 'last'

export interface Turn {
  readonly rank: Rank
  /** The server's own work is not refused: no caller would ask again. */
  readonly isOwn: boolean
}

interface Waiting extends Turn {
  readonly since: number
  go(): void
  refuse(fault: DatabaseFault): void
}

const RANKS: readonly Rank[] = ['first', 'next', 'last']
/** As long as the driver would wait for a connection. */
const LONGEST_MS = 10_000

/**
 * Who gets the next connection. Once some request or other has been waiting for `mostMs` without a break, more is asked than can
 * be done: each that has waited for half of it is refused (of the first rank, for all of it), so that what is answered is
 * answered soon. With 0 none is refused before the driver would give up.
 */
export class Turns {
  readonly #queues: Readonly<Record<Rank, Waiting[]>> = { first: [], next: [], last: [] }
  readonly #mostMs: number
  readonly #sweeping: NodeJS.Timeout
  #free: number
  #crowdedSince: number | null = null

  constructor(free: number, mostMs: number) {
    this.#free = free
    this.#mostMs = mostMs
    // Where nothing is given back, too.
    const everyMs = Math.max(1, Math.min(mostMs || LONGEST_MS, LONGEST_MS) / 8)
    this.#sweeping = setInterval(() => this.#refuseLate(), everyMs).unref()
  }

  get waiting(): number {
    return RANKS.reduce((sum, rank) => sum + this.#queues[rank].length, 0)
  }

  /** Resolves when it may be taken, and must then be given back. */
  async take(turn: Turn): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return
    }
    const since = performance.now()
    this.#crowdedSince ??= since
    await new Promise<void>((go, refuse) => this.#queues[turn.rank].push({ ...turn, since, go, refuse }))
  }

  give(): void {
    this.#refuseLate()
    const queue = RANKS.map((rank) => this.#queues[rank]).find(({ length }) => length > 0)
    const next = queue?.shift()
    if (this.waiting === 0) this.#crowdedSince = null
    if (next) next.go()
    else this.#free += 1
  }

  end(): void {
    clearInterval(this.#sweeping)
  }

  /** The oldest of a rank is the first of its queue; the server's own work, which waits for longer, is looked past. */
  #refuseLate(): void {
    const now = performance.now()
    for (const rank of RANKS) {
      const queue = this.#queues[rank]
      let at = 0
      for (let one = queue[at]; one; one = queue[at]) {
        if (now - one.since > this.#patience(one, now)) queue.splice(at, 1)[0]!.refuse(new DatabaseFault('busy'))
        else if (one.isOwn) at += 1
        else break
      }
    }
  }

  #patience({ rank, isOwn }: Turn, now: number): number {
    const isCrowded = this.#crowdedSince !== null && now - this.#crowdedSince > this.#mostMs
    if (isOwn || this.#mostMs === 0 || !isCrowded) return LONGEST_MS
    return rank === 'first' ? this.#mostMs : this.#mostMs / 2
  }
}
