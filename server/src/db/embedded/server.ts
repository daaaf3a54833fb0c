import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { binariesFor } from './binaries.ts'
import { ensureCluster, NamelessUser } from './cluster.ts'
import { insistOn } from './data-folder.ts'
import { type Embedded, joined, owned } from './embedded.ts'
import { withoutLinks } from './folder-trouble.ts'
import { removeStaleLocks } from './lock-file.ts'
import { LockedOut, startPostgres, tellToStop } from './postgres.ts'
import { lookForServer } from './running.ts'
import { loopbackOf, type Settings, serverArguments } from './settings.ts'
import { SOCKET_PORT, socketFolder } from './socket-folder.ts'
import { giveToNobody, takeFolder } from './take-folder.ts'

const PATIENCE_MS = 30_000
const LONGEST_PAUSE_MS = 100

export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly onLog?: ((line: string) => void) | undefined
  /** Only tests may trade durability for speed. */
  readonly durable?: boolean | undefined
  readonly settings?: Settings | undefined
  readonly binariesFolder?: string | undefined
}

/** Joins the server that runs on this folder, or starts one. Waits out one that starts or stops. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataFolder = insistOn(withoutLinks(options.dataFolder), 'The database cannot be in')
  const cluster = path.join(dataFolder, 'pgdata')
  const until = Date.now() + PATIENCE_MS
  for (let wait = 5; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const found = await lookForServer(cluster)
    if (found.is === 'running') return joined(found.server, cluster)
    const outcome = found.is === 'free' ? await startUnlessLocked(dataFolder, cluster, options) : found.because
    if (typeof outcome !== 'string') return outcome
    if (found.is === 'orphan') tellToStop(found.pid)
    if (Date.now() > until) throw new Error(`PostgreSQL in ${dataFolder} ${outcome}`)
    await pause(wait)
  }
}

/** The server, or what it waits for: somebody may be a moment faster, or the last server's processes not all gone. */
async function startUnlessLocked(dataFolder: string, cluster: string, options: EmbeddedOptions) {
  try {
    return await start(dataFolder, cluster, options)
  } catch (error) {
    if (error instanceof LockedOut) return `cannot start: ${error.message}`
    throw error
  }
}

async function start(dataFolder: string, cluster: string, options: EmbeddedOptions): Promise<Embedded> {
  const { durable = true, onLog = () => {}, settings, binariesFolder } = options
  const user = takeFolder(dataFolder)
  const binaries = await binariesFor(dataFolder, user, binariesFolder)
  try {
    await ensureCluster({ dataFolder, cluster, binaries, user, durable })
  } catch (error) {
    if (error instanceof NamelessUser && giveToNobody(dataFolder)) return start(dataFolder, cluster, options)
    throw error
  }
  const windows = process.platform === 'win32'
  const address = windows ? loopbackOf(dataFolder) : { host: socketFolder(dataFolder, user), port: SOCKET_PORT }
  removeStaleLocks(cluster, address.host, address.port)
  const args = serverArguments(cluster, address, durable, settings)
  const postgres = await startPostgres({ binaries, args, user, dataFolder, cluster, onLog })
  return owned(postgres, address)
}
