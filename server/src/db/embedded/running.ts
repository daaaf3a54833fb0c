import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { errno } from './errno.ts'
import { isFresh, type Lock, readLock } from './lock-file.ts'
import { isAlive, isPostgresOn } from './process.ts'

export interface Running {
  readonly pid: number
  readonly host: string
  readonly port: number
}

export type Finding =
  | { readonly is: 'free' }
  | { readonly is: 'running'; readonly server: Running }
  /** A process is starting or stopping it: look again in a moment. */
  | { readonly is: 'busy'; readonly because: string }
  /** This server cannot be used any more. */
  | { readonly is: 'stopping'; readonly pid: number; readonly because: string }
  /** Its Kith process is dead, so it is about to stop, or must be told to. */
  | { readonly is: 'orphan'; readonly pid: number; readonly because: string }

/** Whether a server runs on this cluster that this process may join. */
export async function lookForServer(cluster: string): Promise<Finding> {
  const lock = readLock(cluster)
  if (!lock) return { is: 'free' }
  if (Number.isNaN(lock.pid)) return isFresh(cluster) ? busy('is starting') : { is: 'free' }
  if (!isPostgresOn(cluster, lock.pid)) {
    if (await listens(lock)) throw new Error(`${cluster} is in use by PostgreSQL in another container or machine`)
    return { is: 'free' }
  }
  if (lock.state === 'stopping') return stopping(lock.pid)
  if (lock.state !== 'ready') return busy(`(pid ${lock.pid}) is ${lock.state}`)

  const answer = await ask(lock)
  if ('trouble' in answer) return busy(`(pid ${lock.pid}) does not answer (${answer.trouble})`)
  if (answer.starter && !isAlive(answer.starter)) {
    return { is: 'orphan', pid: lock.pid, because: `(pid ${lock.pid}) does not stop, though its starter has died` }
  }
  // It may have begun to stop while it answered.
  if (!stillRuns(cluster, lock.pid)) return stopping(lock.pid)
  return { is: 'running', server: { pid: lock.pid, host: lock.host, port: lock.port } }
}

const busy = (because: string): Finding => ({ is: 'busy', because })
const stopping = (pid: number): Finding => ({ is: 'stopping', pid, because: `(pid ${pid}) is stopping` })

/** Cheap enough to ask twice a second. */
export function stillRuns(cluster: string, pid: number): boolean {
  const lock = readLock(cluster)
  return lock?.pid === pid && lock.state !== 'stopping' && isAlive(pid)
}

type Answer = { readonly starter: number | null } | { readonly trouble: string }

/** The process that started the server wrote its pid into the settings. */
async function ask({ host, port }: Lock): Promise<Answer> {
  const access = { host, port, user: 'postgres', database: 'postgres', ssl: false }
  const client = new pg.Client({ ...access, connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ starter: string | null }>(
      `select current_setting('kith.starter', true) as starter`,
    )
    return { starter: Number(rows[0]?.starter) || null }
  } catch (error) {
    return { trouble: (error instanceof Error && error.message) || errno(error) || 'no reason given' }
  } finally {
    await client.end().catch(() => {})
  }
}

/** A container sees its neighbour's socket, but not its processes. */
function listens({ host, port }: Lock): Promise<boolean> {
  if (!path.isAbsolute(host)) return Promise.resolve(false)
  return new Promise((resolve) => {
    const socket = net.connect(path.join(host, `.s.PGSQL.${port}`))
    const answer = (yes: boolean) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', () => answer(true)).once('error', () => answer(false))
  })
}
