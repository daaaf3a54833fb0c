import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { binariesFor, program } from './binaries.ts'
import { serverUser } from './data-folder.ts'
import { dropStaleLock, findRunning, isAlive, type Running } from './running.ts'

export interface Embedded extends Running {
  /** Whether this process started the server and stops it. */
  readonly owner: boolean
  stop(): Promise<void>
  /** When the server has gone without our doing. */
  whenGone(listener: (reason: string) => void): void
}

export interface EmbeddedOptions {
  readonly dataFolder: string
  /** Only tests may trade durability for speed. */
  readonly durable?: boolean
  readonly settings?: Readonly<Record<string, string | number>>
}

const SETTINGS = {
  max_connections: 100,
  shared_buffers: '256MB',
  dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'posix',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_wal_size: '2GB',
  // Statements and values are somebody's data; none of them enters a log. DETAIL lines quote keys, hence terse.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
}
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const LONGEST_SOCKET_PATH = 100

/** Joins the server that runs on this folder, or starts one. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataFolder = path.resolve(options.dataFolder)
  const cluster = path.join(dataFolder, 'pgdata')
  for (let attempt = 1; ; attempt++) {
    const running = await findRunning(cluster)
    if (running) return joined(running)
    try {
      return await start(dataFolder, cluster, options)
    } catch (error) {
      // Somebody else was a moment faster; the next round joins theirs.
      if (attempt === 5 || !/lock file|already exists|ENOTEMPTY|EEXIST/.test((error as Error).message)) throw error
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt))
    }
  }
}

async function start(dataFolder: string, cluster: string, options: EmbeddedOptions): Promise<Embedded> {
  fs.mkdirSync(dataFolder, { recursive: true })
  const user = serverUser(dataFolder)
  if (user.uid !== undefined) fs.chownSync(dataFolder, user.uid, user.gid!)
  fs.chmodSync(dataFolder, 0o700)
  const binaries = binariesFor(dataFolder, user)
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const durable = options.durable ?? true
  if (!fs.existsSync(path.join(cluster, 'PG_VERSION'))) initialise(binaries, dataFolder, cluster, durable, { ...user, env })

  dropStaleLock(cluster)
  const tcp = process.platform === 'win32'
  const host = tcp ? '127.0.0.1' : socketFolder(dataFolder, user)
  const port = tcp ? 20_000 + (createHash('sha256').update(dataFolder).digest().readUInt16BE() % 20_000) : 5432
  const settings = {
    ...SETTINGS,
    ...(durable ? {} : NOT_DURABLE),
    ...options.settings,
    listen_addresses: tcp ? host : '',
    port,
    unix_socket_directories: tcp ? '' : host,
  }
  const args = ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = spawnWatched(program(binaries, 'postgres'), args, { ...user, env, cwd: dataFolder })
  await untilReady(child)
  const pid = Number(fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  return owned({ pid, host, port }, child)
}

type SpawnAs = { uid?: number; gid?: number; env: NodeJS.ProcessEnv }

/** Into a temporary name and then renamed: a half-made cluster never looks like one. */
function initialise(binaries: string, dataFolder: string, cluster: string, durable: boolean, as: SpawnAs): void {
  for (const name of fs.readdirSync(dataFolder)) {
    const maker = /^pgdata\.init-(\d+)$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) fs.rmSync(path.join(dataFolder, name), { recursive: true, force: true })
  }
  const half = `${cluster}.init-${process.pid}`
  fs.rmSync(half, { recursive: true, force: true })
  const args = ['-D', half, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--locale-provider=icu']
  const made = spawnSync(program(binaries, 'initdb'), [...args, '--icu-locale=und', ...(durable ? [] : ['-N'])], {
    ...as,
    cwd: dataFolder,
    encoding: 'utf8',
  })
  if (made.status !== 0) {
    const said = made.error?.message ?? made.stderr.trim().split('\n').at(-1)
    throw new Error(`The database could not be made in ${dataFolder}: ${said}`)
  }
  fs.renameSync(half, cluster)
}

/** A unix socket's path has about 100 bytes; deep data folders get a private folder for it elsewhere. */
function socketFolder(dataFolder: string, user: { uid?: number; gid?: number }): string {
  if (Buffer.byteLength(path.join(dataFolder, '.s.PGSQL.5432.lock')) <= LONGEST_SOCKET_PATH) return dataFolder
  const folder = path.join(os.tmpdir(), `kith-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = fs.lstatSync(folder)
  const mine = [process.getuid?.(), user.uid].includes(uid) && fs.lstatSync(folder).isDirectory()
  if (!mine) throw new Error(`${folder} belongs to somebody else; name a shorter folder with KITH_DATA`)
  if (user.uid !== undefined) fs.chownSync(folder, user.uid, user.gid!)
  fs.chmodSync(folder, 0o700)
  return folder
}

function spawnWatched(postgres: string, args: string[], as: SpawnAs & { cwd: string }): ChildProcess {
  if (process.platform === 'win32') return spawn(postgres, args, { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  // The inner shell reads our pipe: at its end, which comes however this process dies, it asks for a fast shutdown.
  const watchdog =
    '"$@" </dev/null & p=$!; (trap "" INT TERM; read x; kill -INT $p 2>/dev/null) <&3 & w=$!; wait $p; r=$?; kill -9 $w 2>/dev/null; exit $r'
  return spawn('/bin/sh', ['-c', watchdog, 'sh', postgres, ...args], {
    ...as,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
}

function untilReady(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      // Once it is up nobody needs its words, but the pipe must be emptied.
      if (said.length > 100_000) return
      said += text
      if (said.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${lastFatal(said)}`)))
  })
}

const lastFatal = (said: string) =>
  said
    .split('\n')
    .findLast((line) => line.includes('FATAL'))
    ?.replace(/^.*FATAL: */, '') ?? said.trim().split('\n').at(-1)

function owned(running: Running, child: ChildProcess): Embedded {
  let stopping: Promise<void> | undefined
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    ...running,
    owner: true,
    stop() {
      if (!stopping) {
        stopping = exited
        if (isAlive(running.pid)) process.kill(running.pid, 'SIGINT')
      }
      return stopping
    },
    whenGone(listener) {
      void exited.then(() => {
        if (!stopping) listener('the embedded database stopped unexpectedly')
      })
    },
  }
}

function joined(running: Running): Embedded {
  let watch: NodeJS.Timeout | undefined
  return {
    ...running,
    owner: false,
    async stop() {
      clearInterval(watch)
    },
    whenGone(listener) {
      watch = setInterval(() => {
        if (isAlive(running.pid)) return
        clearInterval(watch)
        listener('the process that ran the embedded database has ended')
      }, 500)
      watch.unref()
    },
  }
}
