import { DatabaseFault } from '../db/faults.ts'
import type { Log } from './log.ts'
import { traced } from './trace.ts'

interface PulseOptions {
  readonly name: string
  readonly log: Log
  /** Delay after a nudge, so that several are handled together. */
  readonly gatherMs: number
  readonly everyMs: number
  /** The tenants with work. */
  readonly find: () => Promise<readonly string[]>
  /** Returns whether there may be more work. */
  readonly work: (tenant: string) => Promise<boolean>
}

export interface Pulse {
  nudge(tenant: string): void
  /** After this no work runs. */
  stop(): Promise<void>
}

/**
 * Background work per tenant: soon after a nudge, and on a timer for missed nudges. One tenant at a time, and one with more
 * work again behind the others: a backlog holds up nothing but itself.
 */
export function startPulse({ name, log, gatherMs, everyMs, find, work }: PulseOptions): Pulse {
  /** The lost database is logged once, elsewhere; the next round repeats this one. */
  const logFailure = (error: unknown, tenant?: string) => {
    if (error instanceof DatabaseFault) log.debug({ err: error, tenant, pulse: name }, 'background work has to wait')
    else log.error({ err: error, tenant, pulse: name }, 'background work failed')
  }
  const nudged = new Set<string>()
  const waiting = new Set<string>()
  const join = (tenants: Iterable<string>) => {
    for (const tenant of tenants) waiting.add(tenant)
  }
  let isTimeToFind = false
  let stopped = false
  let isRunning = false
  let running: Promise<void> = Promise.resolve()
  let gather: NodeJS.Timeout | undefined

  async function findOthers() {
    isTimeToFind = false
    try {
      join(await find())
    } catch (error) {
      logFailure(error)
    }
  }
  async function workOnNext() {
    const [tenant] = waiting
    if (tenant === undefined) return
    waiting.delete(tenant)
    try {
      if (await traced(name, { 'kith.tenant': tenant }, () => work(tenant))) waiting.add(tenant)
    } catch (error) {
      logFailure(error, tenant)
    }
  }
  async function runAll() {
    isRunning = true
    while (!stopped && (isTimeToFind || waiting.size > 0)) {
      if (isTimeToFind) await findOthers()
      if (!stopped) await workOnNext()
    }
    isRunning = false
  }
  const run = () => {
    if (!isRunning && !stopped) running = runAll()
  }
  const clock = setInterval(() => {
    isTimeToFind = true
    run()
  }, everyMs)

  return {
    nudge(tenant) {
      nudged.add(tenant)
      if (gather || stopped) return
      gather = setTimeout(() => {
        gather = undefined
        join(nudged)
        nudged.clear()
        run()
      }, gatherMs)
    },
    async stop() {
      stopped = true
      clearInterval(clock)
      clearTimeout(gather)
      await running
    },
  }
}
