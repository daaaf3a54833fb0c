import type { Postgres } from './postgres.ts'
import { type Running, stillRuns } from './running.ts'

const LOOK_EVERY_MS = 500

export interface Embedded extends Running {
  /** The socket's folder, or an address on Windows. */
  readonly host: string
  /** Whether this process started the server, and stops it. */
  readonly owner: boolean
  /** Does nothing to a server that another process started. */
  stop(): Promise<void>
  /** Resolves when the server ends without being asked to; at once if it has ended already. */
  whenGone(listener: (reason: string) => void): void
}

export function owned({ pid, ended, stop }: Postgres, address: { host: string; port: number }): Embedded {
  let stopped: Promise<void> | undefined
  return {
    ...address,
    pid,
    owner: true,
    stop() {
      stopped ??= stop()
      return stopped
    },
    whenGone(listener) {
      void ended.then((reason) => {
        if (!stopped) listener(`PostgreSQL ended unexpectedly: ${reason}`)
      })
    },
  }
}

export function joined(server: Running, cluster: string): Embedded {
  let left = false
  return {
    ...server,
    owner: false,
    async stop() {
      left = true
    },
    whenGone(listener) {
      const look = setInterval(() => {
        const gone = !stillRuns(cluster, server.pid)
        if (left || gone) clearInterval(look)
        if (!left && gone) listener('PostgreSQL was stopped by the process that had started it')
      }, LOOK_EVERY_MS).unref()
    },
  }
}
