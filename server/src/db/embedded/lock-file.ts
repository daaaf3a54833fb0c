import fs from 'node:fs'
import path from 'node:path'
import { errno } from './errno.ts'
import { isPostgresOn, isTaken } from './process.ts'

const WRITTEN_AFTER_MS = 2_000

/** What postmaster.pid says. */
export interface Lock {
  /** NaN while the file is being written, or for good when a power failure emptied it. */
  readonly pid: number
  readonly port: number
  readonly host: string
  readonly state: string
}

export function readLock(cluster: string): Lock | null {
  const text = read(path.join(cluster, 'postmaster.pid'))
  if (text === null) return null
  const [pid, , , port, socketFolder, , , state = ''] = text.split('\n').map((line) => line.trim())
  return { pid: pidIn(pid), port: Number(port), host: socketFolder || '127.0.0.1', state: state || 'starting' }
}

/** Whether PostgreSQL may have written, or may be about to write, the pid that this file lacks. */
export function isFresh(cluster: string): boolean {
  return ageOf(path.join(cluster, 'postmaster.pid')) < WRITTEN_AFTER_MS
}

/**
 * PostgreSQL ignores a lock with a dead pid. It refuses to start forever because of a lock that a power failure emptied,
 * and of one with the pid of another program.
 */
export function removeStaleLocks(cluster: string, socketFolder: string, port: number): void {
  for (const file of [path.join(cluster, 'postmaster.pid'), path.join(socketFolder, `.s.PGSQL.${port}.lock`)]) {
    const text = read(file)
    if (text === null) continue
    const pid = pidIn(text.split('\n')[0])
    const stale = Number.isNaN(pid) ? ageOf(file) > WRITTEN_AFTER_MS : isTaken(pid) && !isPostgresOn(cluster, pid)
    // Another process may have removed the same lock a moment ago and started a server.
    if (stale && read(file) === text) fs.rmSync(file, { force: true })
  }
}

/** A server in single-user mode writes its pid as a negative number. */
function pidIn(line = ''): number {
  return /^-?[1-9]\d*$/.test(line) ? Math.abs(Number(line)) : Number.NaN
}

function ageOf(file: string): number {
  return Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (errno(error) === 'ENOENT') return null
    throw error
  }
}
