import { DatabaseFault } from '../db/faults.ts'
import type { Log } from './log.ts'

interface PulseOptions {
  readonly name: string
  readonly log: Log
  /** How long after a nudge, so that what comes together is done together. */
  readonly gatherMs: number
  readonly everyMs: number
  /** The tenants with something to do. */
  readonly find: () => Promise<readonly string[]>
  /** Returns whether there may be more to do. */
  readonly work: (tenant: string) => Promise<boolean>
}

export interface Pulse {
  nudge(tenant: string): void
  /** After this nothing runs any more. */
  stop(): Promise<void>
}

/** Background work per tenant: soon after a nudge, and by the clock for what no nudge told of. One round at a time. */
export function startPulse({ name, log, gatherMs, everyMs, find, work }: PulseOptions): Pulse {
  /** That the database is away is said once, by who looks for it; the next round finds what this one left. */
  const tell = (error: unknown, tenant?: string) => {
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
        while (!stopped && (await work(tenant)));
      } catch (error) {
        tell(error, tenant)
      }
    }
  }
  const queue = (tenants: () => Promise<Iterable<string>>) => {
    running = running.then(async () => (stopped ? undefined : round(await tenants()))).catch(tell)
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
