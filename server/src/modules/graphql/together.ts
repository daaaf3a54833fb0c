import type { Context } from '../../kit/context.ts'
import type { Entrance } from '../../kit/endpoint.ts'
import { gatherReads } from '../../kit/gathered.ts'
import { isReading, isUndoable, type Operation, operate, performIn, type Undoable } from '../../kit/operate.ts'
import { Refusal } from '../../kit/refusal.ts'
import { Unreadable } from '../../kit/sealed.ts'
import { inTenant } from '../../kit/transaction.ts'
import { atMost } from './at-most.ts'

/** Transactions of one query: others need connections to the database, too. */
const AT_ONCE = 4
/** Reads of one transaction: it is not to hold its connection for long. */
const MOST_TOGETHER = 100

type Given = Readonly<Record<string, unknown>>

interface Asked {
  readonly operation: Undoable
  readonly given: Given
  readonly answer: (outcome: Promise<unknown>) => void
}

/** What a query runs. Reads that it comes to at the same time are few transactions, and the same read twice is one. */
export class Together {
  readonly entrance: Entrance
  readonly #inTurn = atMost(AT_ONCE)
  readonly #known = new Map<string, Promise<unknown>>()
  #asked: Asked[] = []

  constructor(entrance: Entrance) {
    this.entrance = entrance
  }

  run(operation: Operation, given: Given): Promise<unknown> {
    if (!isReading(operation)) {
      this.#known.clear()
      return this.#alone(operation, given)
    }
    const key = `${operation.name} ${JSON.stringify(given)}`
    const known = this.#known.get(key)
    if (known) return known
    const reading = isUndoable(operation) ? this.#later(operation, given) : this.#alone(operation, given)
    this.#known.set(key, reading)
    return reading
  }

  #alone(operation: Operation, given: Given): Promise<unknown> {
    return this.#inTurn(() => operate(this.entrance, operation, given))
  }

  #later(operation: Undoable, given: Given): Promise<unknown> {
    return new Promise((answer) => {
      this.#asked.push({ operation, given, answer })
      // Behind everything that the query comes to in this turn.
      if (this.#asked.length === 1) Promise.resolve().then(() => process.nextTick(() => this.#readAll()))
    })
  }

  #readAll(): void {
    const asked = this.#asked
    this.#asked = []
    for (let from = 0; from < asked.length; from += MOST_TOGETHER)
      void this.#read(asked.slice(from, from + MOST_TOGETHER))
  }

  async #read(asked: readonly Asked[]): Promise<void> {
    const { db, caller } = this.entrance
    const alone = ({ operation, given, answer }: Asked) => answer(this.#alone(operation, given))
    if (asked.length === 1) return alone(asked[0]!)
    try {
      const outcomes = await this.#inTurn(() => inTenant(db, caller, (ctx) => allOf(ctx, asked), { readOnly: true }))
      for (const [index, { answer }] of asked.entries()) answer(outcomes[index]!())
    } catch {
      // One of them failed in the database, and with it the transaction of all.
      for (const one of asked) alone(one)
    }
  }
}

/** Waits for every one of them, also when one has failed: a later statement would run in the next transaction of the connection. */
async function allOf(ctx: Context, asked: readonly Asked[]): Promise<(() => Promise<unknown>)[]> {
  gatherReads(ctx)
  const outcomes = await Promise.allSettled(
    asked.map(({ operation, given }) => outcomeOf(performIn(ctx, operation, given))),
  )
  return outcomes.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

/** What an operation refuses by itself leaves the transaction of the others as it is. */
const outcomeOf = (reading: Promise<unknown>): Promise<() => Promise<unknown>> =>
  reading.then(
    (value) => () => Promise.resolve(value),
    (error) => {
      if (error instanceof Refusal || error instanceof Unreadable) return () => Promise.reject(error)
      throw error
    },
  )
