import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** PostgreSQL and Patroni do not run as root. */
const NOT_ROOT = { uid: 65_534, gid: 65_534 }
const isRoot = process.getuid?.() === 0

/** Of these commands the ones that are not installed here. */
export const missing = (...commands: string[]): string[] =>
  commands.filter((command) => spawnSync(command, ['--version']).error !== undefined)

interface Port {
  /** Of its address. */
  readonly last: number
  readonly port: number
}

export type Machines = Awaited<ReturnType<typeof theMachines>>

/**
 * The machines of deploy/cluster, as addresses of this one: its files stand as they are but for the beginning of the addresses
 * (10.0.0.), so that ports and what names them are tried, too.
 */
export async function theMachines(...ports: readonly Port[]) {
  const prefix = await aFreePrefix(ports)
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-machines-'))
  if (isRoot) chownSync(folder, NOT_ROOT.uid, NOT_ROOT.gid)
  const started = new Set<ChildProcess>()
  const here = (text: string) => text.replaceAll('10.0.0.0/24', '127.0.0.0/8').replaceAll('10.0.0.', prefix)
  return {
    folder,
    address: (last: number) => `${prefix}${last}`,
    /** A file of deploy/cluster, at the addresses of here. */
    file: (name: string) => here(readFileSync(path.join('deploy/cluster', name), 'utf8')),
    ownFolder(name: string): string {
      const own = path.join(folder, name)
      mkdirSync(own, { recursive: true, mode: 0o700 })
      if (isRoot) chownSync(own, NOT_ROOT.uid, NOT_ROOT.gid)
      return own
    },
    /** What it says goes into a file; it ends with this process. */
    start(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv, asRoot = false) {
      const drop = isRoot && !asRoot ? [`--reuid=${NOT_ROOT.uid}`, `--regid=${NOT_ROOT.gid}`, '--clear-groups'] : []
      const log = openSync(path.join(folder, `${name}.log`), 'a')
      const child = spawn('setpriv', ['--pdeathsig=KILL', ...drop, '--', command, ...args], {
        env: { ...process.env, ...env },
        cwd: folder,
        stdio: ['ignore', log, log],
      })
      closeSync(log)
      started.add(child)
      child.once('exit', () => started.delete(child))
      return child
    },
    async close() {
      await Promise.all([...started].map((child) => ended(child, 'SIGKILL')))
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

/** Of 127.x.y., with all of these ports free. */
async function aFreePrefix(ports: readonly Port[]): Promise<string> {
  for (;;) {
    const prefix = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.`
    const free = await Promise.all(ports.map(({ last, port }) => isFree(`${prefix}${last}`, port)))
    if (free.every(Boolean)) return prefix
  }
}

const isFree = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false)).listen({ host, port }, () => server.close(() => resolve(true)))
  })

/** HAProxy with its defaults and these parts of deploy/cluster/haproxy.cfg. */
export async function haproxyOf(machines: Machines, parts: readonly string[], httpsPort = 0) {
  certificateIn(machines.folder)
  const text = machines
    .file('haproxy.cfg')
    .replace('bind :443', `bind ${machines.address(10)}:${httpsPort}`)
    .replaceAll('/etc/ssl', machines.folder)
    .replace('bind 127.0.0.1:5000', `bind ${machines.address(10)}:5000`)
  const kept = text
    .split(/^(?=\S)/m)
    .filter((part) => part.startsWith('defaults') || parts.some((one) => part.startsWith(one)))
  const file = path.join(machines.folder, 'haproxy.cfg')
  writeFileSync(file, kept.join(''))
  const read = spawnSync('haproxy', ['-c', '-f', file], { encoding: 'utf8' })
  if (read.status !== 0) throw new Error(`haproxy: ${read.stderr}`)
  return machines.start('haproxy', 'haproxy', ['-db', '-f', file], {}, true)
}

function certificateIn(folder: string): void {
  const [pem, key] = [path.join(folder, 'kith.pem'), path.join(folder, 'kith.key')]
  const self = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  spawnSync('openssl', [...self, '-subj', '/CN=localhost', '-keyout', key, '-out', pem])
  cpSync(pem, path.join(folder, 'kith.both.pem'))
  appendFileSync(path.join(folder, 'kith.both.pem'), readFileSync(key))
}
