import fs from 'node:fs'
import { isAlive } from './process.ts'

/** How many seconds a server may take to stop before it is told less politely. */
export interface Patience {
  readonly hardAfter: number
  readonly hardestAfter: number
}
export const PATIENCE: Patience = { hardAfter: 10, hardestAfter: 15 }

/** To be told twice does a server that stops no harm. */
export function tellToStop(pid: number, signal: NodeJS.Signals = 'SIGINT'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has gone meanwhile, or we may not: its watchdog may.
  }
}

/**
 * Waits for a server that stops, ever less politely, as its watchdog does: first without a checkpoint, then without a word.
 * What is committed is on the disk by then, and the next start recovers it.
 */
export function insistence({ hardAfter, hardestAfter }: Patience) {
  const since = new Map<number, number>()
  return (pid: number) => {
    const began = since.get(pid) ?? Date.now()
    since.set(pid, began)
    const waited = (Date.now() - began) / 1000
    if (waited > hardestAfter) tellToStop(pid, 'SIGKILL')
    else if (waited > hardAfter) tellToStop(pid, 'SIGQUIT')
  }
}

/** What a killed server left running holds its memory, so that none can start: Linux shows who works in the folder. */
export function endLeftBehind(cluster: string): void {
  if (process.platform !== 'linux') return
  for (const pid of fs.readdirSync('/proc').map(Number)) {
    if (pid > 1 && pid !== process.pid && worksIn(pid) === cluster && isAlive(pid)) tellToStop(pid, 'SIGKILL')
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
