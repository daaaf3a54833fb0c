import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure } from '../drills/figures.ts'
import { eventually } from '../harness.ts'
import { type KithProcess, runCommand, startProcess } from '../kith-process.ts'
import { debianPostgres } from '../operate/page.ts'
import { isDrill, query, ROUNDS, type Writers, writeTo } from '../processes/database-faults.harness.ts'
import { haproxyOf, type Machines, missing, theMachines } from './machines.ts'
import { type Node, type PatroniCluster, PORTS_OF_NODES, patroniCluster } from './patroni.ts'

const PATIENT = { timeout: 4 * 3_600_000 }
/** The longest for which a client may have to go on asking, in milliseconds. */
const PROMISED = {
  'the primary’s process crashed': 5_000,
  'a switchover': 3_000,
  'the primary’s node died': 25_000,
} as const
type Fault = keyof typeof PROMISED

const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)
const debian = debianPostgres()
const absent = isDrill
  ? [...(debian ? [] : ['PostgreSQL of Debian']), ...missing('patroni', 'etcd', 'haproxy', 'setpriv', 'openssl')]
  : []
if (absent.length > 0) figure('not installed here', absent.join(', '))

/** `npm run drill -- failover`: three nodes, made from deploy/cluster, under two servers that reach them through HAProxy. */
describe.skipIf(!isDrill || absent.length > 0)('Patroni, etcd and HAProxy as deploy/cluster has them', PATIENT, () => {
  let machines: Machines
  let cluster: PatroniCluster
  let settings: Record<string, string>
  let servers: KithProcess[] = []
  let writers: Writers
  const took = new Map<Fault, number[]>()

  beforeAll(async () => {
    machines = await theMachines({ last: 10, port: 5000 }, ...PORTS_OF_NODES)
    cluster = patroniCluster(machines, debian!.folder)
    await cluster.start()
    await haproxyOf(machines, ['listen primary'])
    const owner = cluster.superuserOf(await cluster.primary())
    await query(owner, `create role kith login createrole password 'secret'`)
    await query(owner, 'create database kith owner kith')
    settings = {
      DATABASE_URL: `postgres://kith:secret@${machines.address(10)}:5000/kith`,
      KITH_MASTER_KEY: randomBytes(32).toString('hex'),
    }
    await eventually(async () => (await runCommand(['migrate'], settings)).code === 0)
    servers = await Promise.all([startProcess(settings), startProcess(settings)])
    writers = await writeTo(servers, settings)
  }, PATIENT.timeout)
  afterAll(async () => {
    for (const server of servers) await server.stop('SIGKILL')
    await cluster?.stop()
    await machines?.close()
    for (const [fault, ms] of took)
      figure(
        `no write acknowledged after ${fault}`,
        `for ${inSeconds(ms)} s`,
        `for ${PROMISED[fault] / 1_000} s at most`,
      )
  }, PATIENT.timeout)

  /** What a client sees: for how long no write of its own was acknowledged, at the server where that took longest. */
  async function afterwards(fault: Fault, act: (primary: Node) => unknown): Promise<void> {
    await cluster.whole()
    const before = await cluster.primary()
    await writers.flowing()
    writers.longestPause()
    await act(before)
    await eventually(async () => (await cluster.primary()) !== before)
    await writers.flowing()
    const ms = writers.longestPause()
    took.set(fault, [...(took.get(fault) ?? []), ms])
    expect(ms).toBeLessThanOrEqual(PROMISED[fault])
  }

  test.each(rounds)('writes go on within 5 s of a crash of the primary’s process (%i)', () =>
    afterwards('the primary’s process crashed', cluster.crash),
  )

  test.each(rounds)('writes go on within 3 s of a switchover (%i)', () =>
    afterwards('a switchover', cluster.switchover),
  )

  test.each(rounds)(
    'writes go on within 25 s of the death of the primary’s node, which then comes back (%i)',
    async () => {
      let dead: Node | undefined
      try {
        await afterwards('the primary’s node died', async (primary) => {
          dead = primary
          await cluster.die(primary)
        })
      } finally {
        if (dead) cluster.revive(dead)
        await cluster.whole()
      }
    },
  )

  test('nothing that was acknowledged is lost, and nothing is there twice', async () => {
    const owner = { ...cluster.superuserOf(await cluster.primary()), database: 'kith' }
    const { acknowledged, refused } = await writers.finish(owner)
    figure('writes through all of it', `${acknowledged} acknowledged, ${refused} refused with 503`, 'none lost')
  })
})

const inSeconds = (ms: readonly number[]) => ms.map((one) => (one / 1_000).toFixed(1)).join(', ')
