import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

export interface Running {
  readonly pid: number
  readonly host: string
  readonly port: number
}

interface LockFile extends Running {
  readonly state: 'starting' | 'ready' | 'stopping' | 'standby'
}

/** The server that holds this cluster's lock file and answers, or null when there is none. Waits for one that starts or stops. */
export async function findRunning(cluster: string, patienceMs = 30_000): Promise<Running | null> {
  const until = Date.now() + patienceMs
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    const lock = readLockFile(cluster)
    if (!lock || !isAlive(lock.pid)) return null
    if (lock.state === 'ready' && (await answers(lock))) return lock
    if (Date.now() > until) {
      // The pid of a server that was killed may belong to another program by now; PostgreSQL itself will tell.
      return null
    }
    if (!isPostgres(lock.pid)) return null
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** pid, data folder, start time, port, socket folder, address, shared memory, state: one per line. */
function readLockFile(cluster: string): LockFile | null {
  let lines: string[]
  try {
    lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return null
  const state = (lines[7] ?? '').trim() as LockFile['state']
  return { pid, port: Number(lines[3]), host: lines[4] || '127.0.0.1', state: state || 'starting' }
}

/**
 * After a kill -9 or in a new container the lock file may name a pid that is another program's by now, and PostgreSQL
 * would refuse to start. Only where the system tells for certain that it is another program.
 */
export function dropStaleLock(cluster: string): void {
  const lock = readLockFile(cluster)
  if (lock && isAlive(lock.pid) && !isPostgres(lock.pid)) fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Where the system can tell (Linux), whether this pid really is PostgreSQL; elsewhere we assume so. */
function isPostgres(pid: number): boolean {
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return !fs.existsSync('/proc/self/comm')
  }
}

async function answers({ host, port }: Running): Promise<boolean> {
  const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
