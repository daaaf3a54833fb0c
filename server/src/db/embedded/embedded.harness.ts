import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { PATIENCE_MS } from '../../../test/patience.ts'
import { shippedBinaries } from './binaries.ts'
import { type Embedded, openEmbedded } from './index.ts'
import { isAlive } from './process.ts'
import type { EmbeddedOptions } from './server.ts'

export const NOBODY = { uid: 65534, gid: 65534 }
export const soon = { timeout: PATIENCE_MS, interval: 5 }
export const amRoot = process.getuid?.() === 0

const here = import.meta.dirname
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'kith-embedded-'))
const servers = new Set<Embedded>()
const children = new Set<ChildProcess>()
const postmasters = new Set<number>()

/** Node 20 runs no TypeScript: another process gets a bundle. */
beforeAll(async () => {
  fs.chmodSync(home, 0o755)
  await build({
    stdin: { contents: CHILD, resolveDir: here, loader: 'ts' },
    outfile: path.join(home, 'child.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)`,
    },
  })
})

const CHILD = `
import { chooseDataFolder, openEmbedded } from './index.ts'
const [call, options] = process.argv.slice(2)
const say = (answer: unknown) => console.log(JSON.stringify(answer))
const open = async () => {
  const { stop, owner, pid, host, port } = await openEmbedded(JSON.parse(options!))
  process.stdin.on('end', stop)
  return { owner, pid, host, port }
}
try {
  say(call === 'open' ? await open() : { chosen: chooseDataFolder(JSON.parse(options!)) })
} catch (error) {
  say({ error: (error as Error).message })
}
process.stdin.resume()`

afterEach(async () => {
  for (const server of servers) await server.stop()
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await Promise.all([...children].map(ended))
  const left = [...postmasters]
  for (const all of [servers, children, postmasters]) all.clear()
  await vi
    .waitUntil(() => !left.some(isAlive), soon)
    // A test that failed half-way leaves a server to no one: it is not the next test's failure too.
    .finally(() => {
      for (const pid of left.filter(isAlive)) process.kill(pid, 'SIGKILL')
    })
})

afterAll(() => fs.rmSync(home, { recursive: true, force: true, maxRetries: 10 }))

export function aFolder(mode = 0o755): string {
  const folder = fs.mkdtempSync(path.join(home, 'f-'))
  fs.chmodSync(folder, mode)
  return folder
}

export async function open(dataFolder: string, more: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const server = await openEmbedded({ dataFolder, durable: false, ...more })
  servers.add(server)
  postmasters.add(server.pid)
  return server
}

type Answer = Partial<Pick<Embedded, 'owner' | 'pid' | 'host' | 'port'>> & { chosen?: string; error?: string }

/** Opens or chooses in a process of its own, which ends with this one. */
export function inAnotherProcess(
  call: 'open' | 'choose',
  options: object,
  { env, ...as }: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
) {
  const given = JSON.stringify({ binariesFolder: shippedBinaries(), ...options })
  const child = spawn(process.execPath, [path.join(home, 'child.mjs'), call, given], {
    ...as,
    cwd: '/',
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.add(child)
  const line = Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended(child).then(() => ['{}'])])
  const answer = line.then(([text]) => {
    const told = JSON.parse(text) as Answer
    if (told.pid) postmasters.add(told.pid)
    return told
  })
  return {
    answer,
    /** The server it opened. */
    async server() {
      const { pid, host, port, owner, error } = await answer
      if (!pid || !host || !port || owner === undefined) throw new Error(error ?? 'it opened no server')
      return { pid, host, port, owner }
    },
    kill: () => child.kill('SIGKILL'),
    ended: ended(child),
    /** It stops what it opened and ends by itself. */
    letEnd() {
      child.stdin.end()
      return ended(child)
    },
  }
}

/** Some other program, of the user that the database runs as. */
export async function anotherProgram(): Promise<number> {
  const child = spawn('cat', amRoot ? { ...NOBODY, cwd: '/' } : {})
  children.add(child)
  await once(child, 'spawn')
  return child.pid!
}

export async function aDeadPid(): Promise<number> {
  const child = spawn('true')
  await ended(child)
  return child.pid!
}

/** Leaves the lock files of a server that was killed; answers with the path of the cluster's. */
export async function killedServer(dataFolder: string): Promise<string> {
  const server = await open(dataFolder)
  const gone = new Promise((resolve) => server.whenGone(resolve))
  process.kill(server.pid, 'SIGKILL')
  await gone
  return path.join(dataFolder, 'pgdata', 'postmaster.pid')
}

/** The watchdog's two shells. */
export function shellsAround(postmaster: number): number[] {
  const outer = Number(/^PPid:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${postmaster}/status`, 'utf8'))![1])
  const inner = fs.readFileSync(`/proc/${outer}/task/${outer}/children`, 'utf8').trim().split(' ').map(Number)
  return [outer, ...inner.filter((pid) => pid !== postmaster)]
}

type Address = Pick<Embedded, 'host' | 'port'>

export async function connect({ host, port }: Address): Promise<pg.Client> {
  const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  return client
}

export async function query(server: Address, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = await connect(server)
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** A server answers its first queries before it lists its checkpointer. */
export async function checkpointerOf(server: Address): Promise<number> {
  const listed = async () =>
    (await query(server, `select pid from pg_stat_activity where backend_type = 'checkpointer'`))[0]
  const row = await vi.waitUntil(listed, soon)
  return Number(row['pid'])
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
