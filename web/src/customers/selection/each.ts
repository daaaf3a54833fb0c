import { KithRefusal } from '@kith/sdk'

const AT_ONCE = 4
const WAIT_MS = 2_000
const TRIES = 15

export interface Outcome<Item> {
  readonly item: Item
  /** Null on success. */
  readonly error: unknown
}

/** Does the work for each, a few at a time, and reports each result. When stopped, it starts no further one. */
export async function doEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  onOutcome: (outcome: Outcome<Item>) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...items]
  const one = async () => {
    for (let item = waiting.shift(); item !== undefined && !signal.aborted; item = waiting.shift()) {
      onOutcome({ item, error: await attempt(item, work) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

/** Waits after a 429; any other error is the result. */
async function attempt<Item>(item: Item, work: (item: Item) => Promise<unknown>): Promise<unknown> {
  for (let trial = 1; ; trial++) {
    try {
      await work(item)
      return null
    } catch (error) {
      if (!(error instanceof KithRefusal && error.status === 429) || trial === TRIES) return error
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
    }
  }
}
