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

/** Background work per tenant: soon after a nudge, and on a timer for missed nudges. One round at a time. */
export function startPulse({ name, log, gatherMs, everyMs, find, work }: PulseOptions): Pulse {
  /** The lost database is logged once, elsewhere; the next round repeats this one. */
  const logFailure = (error: unknown, tenant?: string) => {
    if (error instanceof DatabaseFault) log.debug({ err: error, tenant, pulse: name }, 'background work has to wait')
    else log.error({ err: error, tenant, pulse: name }, 'background work failed')
  }
  const nudged = new Set<string>()
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  let gather: NodeJS.Timeout | undefined

  async function round(tenants: Iterable<string>) {
    for (const tenant of tenants) {
      try {
        while (!stopped && (await traced(name, { 'kith.tenant': tenant }, () => work(tenant))));
      } catch (error) {
        logFailure(error, tenant)
      }
    }
  }
  const queue = (tenants: () => Promise<Iterable<string>>) => {
    running = running.then(async () => (stopped ? undefined : round(await tenants()))).catch(logFailure)
    return running
  }
  const clock = setInterval(() => void queue(find), everyMs)

  return {
    nudge(tenant) {
      nudged.add(tenant)
      if (gather || stopped) return
      gather = setTimeout(() => {
        gather = undefined
        void queue(async () => {
          const tenants = [...nudged]
          nudged.clear()
          return tenants
        })
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
