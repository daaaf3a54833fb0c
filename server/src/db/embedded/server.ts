import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { binariesFor } from './binaries.ts'
import { ensureCluster, NamelessUser } from './cluster.ts'
import { insistOn } from './data-folder.ts'
import { type Embedded, joined, owned } from './embedded.ts'
import { withoutLinks } from './folder-trouble.ts'
import { askToStop, endLeftBehind, insistence, PATIENCE, type Patience } from './insist.ts'
import { removeStaleLocks } from './lock-file.ts'
import { LockedOut, startPostgres } from './postgres.ts'
import { lookForServer } from './running.ts'
import { loopbackOf, type Settings, serverArguments } from './settings.ts'
import { SOCKET_PORT, socketFolder } from './socket-folder.ts'
import { giveToNobody, takeFolder } from './take-folder.ts'

const PATIENCE_MS = 30_000
const SAYS_AFTER_MS = 1_000
/** A killed server's processes notice within a moment that they are alone. */
const LEFT_BEHIND_AFTER_MS = 3_000
const LONGEST_PAUSE_MS = 100

export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly onLog?: ((line: string) => void) | undefined
  /** Only tests may trade durability for speed. */
  readonly durable?: boolean | undefined
  readonly settings?: Settings | undefined
  readonly binariesFolder?: string | undefined
  /** For a person: what a start waits for. */
  readonly say?: ((line: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Only tests are in a hurry. */
  readonly patience?: Patience | undefined
}

/** Joins the server that runs on this folder, or starts one. Waits out one that starts or stops. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { say = () => {}, signal } = options
  const dataFolder = insistOn(withoutLinks(options.dataFolder), 'The database cannot be in')
  const cluster = path.join(dataFolder, 'pgdata')
  const began = Date.now()
  const insist = insistence(options.patience ?? PATIENCE)
  let told = false
  for (let wait = 5; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    signal?.throwIfAborted()
    const found = await lookForServer(cluster)
    if (found.is === 'running') return joined(found.server, cluster)
    const outcome = found.is === 'free' ? await startUnlessLocked(dataFolder, cluster, options) : found.because
    if (typeof outcome !== 'string') return outcome
    const waited = Date.now() - began
    if (found.is === 'orphan') askToStop(found.pid)
    if (found.is === 'stopping') insist(found.pid)
    if (/shared memory/.test(outcome) && waited > LEFT_BEHIND_AFTER_MS) endLeftBehind(cluster)
    if (waited > PATIENCE_MS) throw new Error(`PostgreSQL in ${dataFolder} ${outcome}`)
    if (!told && waited > SAYS_AFTER_MS) say(`PostgreSQL in ${dataFolder} ${outcome}; waiting for it`)
    told ||= waited > SAYS_AFTER_MS
    await pause(wait, null, { signal })
  }
}

/** The server, or the reason to wait: another process may be faster, or processes of the last server may still run. */
async function startUnlessLocked(dataFolder: string, cluster: string, options: EmbeddedOptions) {
  try {
    return await start(dataFolder, cluster, options)
  } catch (error) {
    if (error instanceof LockedOut) return `cannot start: ${error.message}`
    throw error
  }
}

async function start(dataFolder: string, cluster: string, options: EmbeddedOptions): Promise<Embedded> {
  const { durable = true, onLog = () => {}, settings, binariesFolder, patience } = options
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
  const postgres = await startPostgres({ binaries, args, user, dataFolder, cluster, patience, onLog })
  return owned(postgres, address)
}
