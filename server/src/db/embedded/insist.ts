import fs from 'node:fs'
import { isAlive } from './process.ts'

/** After how many seconds of stopping the next, harder signal is sent. */
export interface Patience {
  readonly hardAfter: number
  readonly hardestAfter: number
}
export const PATIENCE: Patience = { hardAfter: 10, hardestAfter: 15 }

/** A second signal does a stopping server no harm. */
export function askToStop(pid: number, signal: NodeJS.Signals = 'SIGINT'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // The process has ended, or this user may not signal it; its watchdog may.
  }
}

/**
 * Waits for a server that stops, with harder and harder signals, as its watchdog sends them: INT, QUIT (no checkpoint), KILL.
 * Commits are on the disk by then, and the next start recovers them.
 */
export function insistence({ hardAfter, hardestAfter }: Patience) {
  const since = new Map<number, number>()
  return (pid: number) => {
    const began = since.get(pid) ?? Date.now()
    since.set(pid, began)
    const waited = (Date.now() - began) / 1000
    if (waited > hardestAfter) askToStop(pid, 'SIGKILL')
    else if (waited > hardAfter) askToStop(pid, 'SIGQUIT')
  }
}

/** Child processes of a killed server hold its shared memory, and no server can start: Linux lists the processes in the folder. */
export function endLeftBehind(cluster: string): void {
  if (process.platform !== 'linux') return
  for (const pid of fs.readdirSync('/proc').map(Number)) {
    if (pid > 1 && pid !== process.pid && worksIn(pid) === cluster && isAlive(pid)) askToStop(pid, 'SIGKILL')
  }
}

function worksIn(pid: number): string | null {
  try {
    return /^postgres/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
      ? fs.readlinkSync(`/proc/${pid}/cwd`)
      : null
  } catch {
    return null
  }
}
