import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { errno } from './errno.ts'

/** Whether a process has this pid; a killed process keeps it until its parent has reaped it. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errno(error) === 'EPERM'
  }
}

export const isAlive = (pid: number) => isTaken(pid) && !/^State:\s+[ZX]/m.test(about(pid, 'status'))

/** Whether this pid is PostgreSQL on this cluster: after a crash or in a new container it may belong to any process. */
export function isPostgresOn(cluster: string, pid: number): boolean {
  // On Windows PostgreSQL itself tells its own pids from others.
  if (process.platform === 'win32') return isAlive(pid)
  return isAlive(pid) && commandLine(pid).includes(`postgres -D ${cluster}`)
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') return about(pid, 'cmdline').replaceAll('\0', ' ')
  return spawnSync('ps', ['-ww', '-o', 'args=', '-p', `${pid}`], { encoding: 'utf8' }).stdout
}

/** Empty where the system does not tell. */
function about(pid: number, file: 'status' | 'cmdline'): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
