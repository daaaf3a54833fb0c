import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse, stringify } from 'yaml'
import { type Body, eventually } from '../harness.ts'
import { ended, type Machines } from './machines.ts'

const NODES = ['db1', 'db2', 'db3'] as const
export type Node = (typeof NODES)[number]
const FIRST = 21
/** Of deploy/cluster, on each machine. */
export const PORTS_OF_NODES = NODES.flatMap((_, n) =>
  [2379, 2380, 5432, 8008].map((port) => ({ last: FIRST + n, port })),
)
const PASSWORDS = {
  PATRONI_SUPERUSER_PASSWORD: 'superuser-of-the-drill',
  PATRONI_REPLICATION_PASSWORD: 'replicator-of-the-drill',
  PATRONI_RESTAPI_PASSWORD: 'interface-of-the-drill',
}

export type PatroniCluster = ReturnType<typeof patroniCluster>

/** Three machines with etcd, Patroni and PostgreSQL, as deploy/cluster has them. */
export function patroniCluster(machines: Machines, postgres: string) {
  const addressOf = (node: Node) => machines.address(FIRST + NODES.indexOf(node))
  const configOf = (node: Node) => path.join(machines.folder, `${node}.yml`)
  const dataOf = (node: Node) => path.join(machines.folder, `${node}-data`)
  const running = new Map<Node, { etcd: ChildProcess; patroni: ChildProcess }>()
  /** Patroni leaves PostgreSQL running when it is killed: this ends it when we do. */
  const killAll = 'cat; for one in "$0"/*-data/postmaster.pid; do kill -9 "$(head -n 1 "$one")"; done'
  const guard = spawn('sh', ['-c', killAll, machines.folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })

  function write(node: Node): void {
    const config: Body = parse(machines.file('patroni.yml'))
    const address = addressOf(node)
    const at = (port: number) => ({ listen: `${address}:${port}`, connect_address: `${address}:${port}` })
    Object.assign(config, { name: node, watchdog: { mode: 'off' } })
    Object.assign(config.restapi, at(8008))
    Object.assign(config.postgresql, at(5432), {
      bin_dir: path.join(postgres, 'bin'),
      data_dir: dataOf(node),
      pgpass: path.join(machines.folder, `${node}.pgpass`),
    })
    // Debian's own place belongs to the user postgres.
    config.postgresql.parameters = { unix_socket_directories: machines.ownFolder(`${node}-socket`) }
    writeFileSync(configOf(node), stringify(config), { mode: 0o644 })
  }

  function start(node: Node): void {
    const address = addressOf(node)
    const text = machines
      .file('etcd.env')
      .replace(/,http:\/\/127\.0\.0\.1:2379$/m, '')
      .replace(/^ETCD_NAME=.*$/m, `ETCD_NAME=${node}`)
      .replace(/^ETCD_DATA_DIR=.*$/m, `ETCD_DATA_DIR=${path.join(machines.ownFolder(`${node}-etcd`), 'data')}`)
      .replace(/^(ETCD_(?:LISTEN|ADVERTISE|INITIAL_ADVERTISE)_.*=).*:(\d+)$/gm, `$1http://${address}:$2`)
    const settings = Object.fromEntries(
      [...text.matchAll(/^(ETCD_\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    )
    const etcd = machines.start(`${node}-etcd`, 'etcd', [], settings)
    const patroni = machines.start(`${node}-patroni`, 'patroni', [configOf(node)], PASSWORDS)
    running.set(node, { etcd, patroni })
  }

  const ctl = (...args: string[]) =>
    promisify(execFile)('patronictl', ['-c', configOf('db1'), ...args], { env: { ...process.env, ...PASSWORDS } })

  /** As Patroni says it at the machine itself, without a question to etcd. */
  async function isPrimary(node: Node): Promise<boolean> {
    const answer = await fetch(`http://${addressOf(node)}:8008/primary`, { method: 'OPTIONS' }).catch(() => null)
    return answer?.status === 200
  }
  async function members(): Promise<Body[]> {
    for (const node of NODES) {
      const answer = await fetch(`http://${addressOf(node)}:8008/cluster`).catch(() => null)
      if (answer?.ok) return ((await answer.json()) as Body).members
    }
    return []
  }
  const postmasterOf = (node: Node) =>
    Number(readFileSync(path.join(dataOf(node), 'postmaster.pid'), 'utf8').split('\n')[0])

  return {
    async start() {
      for (const node of NODES) {
        write(node)
        start(node)
      }
      await this.whole()
    },
    primary: () =>
      eventually(async () => {
        for (const node of NODES) if (await isPrimary(node)) return node
        return null
      }),
    /** A leader, a synchronous standby, and another that follows. */
    whole: () =>
      eventually(async () => {
        const all = await members()
        const roles = all.map(({ role }) => role).sort()
        const follow = all.filter(({ role }) => role !== 'leader').every(({ state }) => /running|streaming/.test(state))
        return follow && String(roles) === 'leader,replica,sync_standby' && all
      }),
    superuserOf: (node: Node) => ({
      host: addressOf(node),
      port: 5432,
      user: 'postgres',
      password: PASSWORDS.PATRONI_SUPERUSER_PASSWORD,
      database: 'postgres',
    }),
    /** The process alone: Patroni, etcd and the machine go on. */
    crash: (node: Node) => process.kill(postmasterOf(node), 'SIGKILL'),
    switchover: () => ctl('switchover', '--force'),
    /** Everything on it at once. */
    async die(node: Node) {
      const { etcd, patroni } = running.get(node)!
      const postmaster = postmasterOf(node)
      const all = [postmaster, ...childrenOf(postmaster)]
      const gone = Promise.all([ended(patroni, 'SIGKILL'), ended(etcd, 'SIGKILL')])
      for (const pid of all) endIfAlive(pid)
      await gone
    },
    revive: start,
    list: async () => (await ctl('list')).stdout,
    async stop() {
      for (const { patroni } of running.values()) await ended(patroni, 'SIGKILL')
      const gone = new Promise((resolve) => guard.once('exit', resolve))
      guard.stdin.end()
      await gone
    },
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) === pid
      } catch {
        // It has ended.
        return false
      }
    })
    .map(Number)

function endIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
