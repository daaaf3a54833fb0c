import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Kept, keepEmbedded } from '../../src/db/embedded/index.ts'
import { aReceiver } from '../../src/modules/webhooks/webhooks.harness.ts'
import { figure } from '../drills/figures.ts'
import { type Body, eventually } from '../harness.ts'
import { type KithProcess, runCommand, startProcess } from '../kith-process.ts'
import { aFreePort } from '../operate/front.ts'
import {
  aNetwork,
  isDrill,
  postmasterIn,
  query,
  ROUNDS,
  readyAt,
  whenItAnswers,
} from '../processes/database-faults.harness.ts'
import { BROKEN_OFF, type Clients, clientOf, clientsOf } from './clients.ts'
import { haproxyOf, type Machines, missing, theMachines } from './machines.ts'

const PATIENT = { timeout: 4 * 3_600_000 }
const SERVERS = [11, 12, 13, 14]
const JOB = 'fold-customer-tally'

const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)
const absent = isDrill ? missing('haproxy', 'setpriv', 'openssl') : []
if (absent.length > 0) figure('not installed here', absent.join(', '))

/** `npm run drill -- servers`: four servers behind HAProxy, with the configuration of deploy/cluster. */
describe.skipIf(!isDrill || absent.length > 0)('four servers behind HAProxy as deploy/cluster has it', PATIENT, () => {
  const servers: KithProcess[] = []
  const asked: string[] = []
  const seen = { kills: 0, failedByKills: 0, restarts: 0, failedByRestarts: 0, refused: 0, brokenOff: 0 }
  const healed = { 'a restart of PostgreSQL': [] as number[], 'a cut network': [] as number[] }
  let machines: Machines
  let database: Kept
  let superuser: { host: string; port: number; user: string; database: string }
  let network: Awaited<ReturnType<typeof aNetwork>>
  let receiver: Awaited<ReturnType<typeof aReceiver>>
  let settings: Record<string, string>
  let owner: ReturnType<typeof clientOf>
  let clients: Clients
  let began: number
  let seconds: number

  const start = async (n: number) => {
    const HOST = machines.address(SERVERS[n]!)
    servers[n] = await startProcess({ ...settings, HOST, PORT: '4000', KITH_GRPC_PORT: '0' })
  }
  /** Until the clients have had so many more answers. */
  const served = async (more: number) => {
    const before = clients.answered()
    await eventually(async () => clients.answered() >= before + more)
  }
  const isReady = async (server: KithProcess) => (await readyAt(server)).status === 200
  /** A job by hand; refused where it is under way already. */
  async function askForJob() {
    const { status, body } = await owner.ask('POST', `jobs/${JOB}/runs`).catch(() => ({ status: 0, body: null }))
    if (status === 202) asked.push(body!.id)
  }

  /** All of them wait for the database, or refuse; and each says so where it is asked. */
  async function expectAway(): Promise<void> {
    for (const server of servers) {
      await eventually(async () => !(await isReady(server)))
      expect((await readyAt(server)).trouble).toContain('The database does not answer')
    }
    await eventually(async () => clients.failed.at(-1)?.what === '503 overloaded')
  }
  /** What was refused meanwhile was refused politely, and some write of each kind goes through again. */
  async function expectHealed(before: number, returned: number, what: keyof typeof healed): Promise<void> {
    const [keyed, plain] = [clients.acknowledged.keyed.length, clients.acknowledged.plain.length]
    await eventually(async () => clients.acknowledged.keyed.length > keyed && clients.acknowledged.plain.length > plain)
    healed[what].push(performance.now() - returned)
    const failed = clients.failed.slice(before)
    const refused = failed.filter((one) => !BROKEN_OFF.test(one.what))
    seen.refused += refused.length
    seen.brokenOff += failed.length - refused.length
    for (const one of refused)
      expect(one).toMatchObject({
        what: expect.stringMatching(/^503 \w+$/),
        retryAfter: expect.stringMatching(/^\d+$/),
      })
    for (const server of servers) await eventually(() => isReady(server))
  }

  beforeAll(async () => {
    machines = await theMachines(...SERVERS.map((last) => ({ last, port: 4000 })))
    const host = machines.ownFolder('database')
    database = await keepEmbedded({ dataFolder: host }, () => {})
    superuser = { host, port: 5432, user: 'postgres', database: 'kith' }
    await query({ ...superuser, database: 'postgres' }, 'create database kith')
    network = await aNetwork(path.join(host, '.s.PGSQL.5432'))
    settings = {
      DATABASE_URL: `postgres://postgres@127.0.0.1:${network.port}/kith`,
      KITH_MASTER_KEY: randomBytes(32).toString('hex'),
      KITH_TRUST_PROXY: '1',
      KITH_PUBLIC_URL: 'https://localhost',
      KITH_INSIDE_NETWORKS: 'loopback',
      KITH_LEAVING_SECONDS: '5',
    }
    expect(await runCommand(['migrate'], settings)).toMatchObject({ code: 0 })
    await noteEachRun(superuser)
    expect(await runCommand(['tenant', 'create', 'shop', '--name', 'Shop'], settings)).toMatchObject({ code: 0 })
    for (const n of SERVERS.keys()) await start(n)
    const httpsPort = await aFreePort()
    await haproxyOf(machines, ['frontend kith', 'backend kith'], httpsPort)
    const origin = `https://${machines.address(10)}:${httpsPort}`
    const key = ['--json', 'key', 'create', '--name', 'drill', '--role', 'owner', '--per-minute', '0']
    const { apiKey } = JSON.parse((await runCommand(key, settings)).stdout)
    owner = clientOf(origin, apiKey)
    receiver = await aReceiver()
    await eventually(
      async () => (await owner.ask('POST', 'webhooks', { url: receiver.url }).catch(() => null))?.status === 201,
    )
    clients = clientsOf(origin, apiKey)
    began = performance.now()
    await served(30)
    expect(clients.failed).toEqual([])
  }, PATIENT.timeout)
  afterAll(async () => {
    await clients?.stop()
    owner?.close()
    for (const server of servers) await server.stop('SIGKILL')
    await receiver?.close()
    await network?.close()
    await database?.stop()
    await machines?.close()
    const all = clients.answered() + clients.failed.length
    figure('requests', `${all}, ${Math.round(all / seconds)} a second`)
    figure('failed after a kill -9', `${seen.failedByKills} after ${seen.kills}`, 'none but what was under way there')
    figure('failed by restarts', `${seen.failedByRestarts} by ${seen.restarts}`, 'none')
    for (const [fault, ms] of Object.entries(healed))
      figure(`writes after ${fault}`, `${ms.map(Math.round).join(', ')} ms after its return`)
    figure('refused without the database', String(seen.refused), 'each with 503 and Retry-After')
    figure('connections broken off meanwhile', String(seen.brokenOff))
  }, PATIENT.timeout)

  test.each(rounds)(
    'after a kill -9 of each server in turn nothing fails but what was under way there, and of that only what may not be repeated (%i)',
    async () => {
      for (const [n, server] of servers.entries()) {
        await askForJob()
        await served(15)
        const [before, killed] = [clients.failed.length, performance.now()]
        await server.stop('SIGKILL')
        const gone = performance.now()
        await served(30)
        await start(n)
        await eventually(() => isReady(servers[n]!))
        await served(15)
        const failed = clients.failed.slice(before)
        seen.kills += 1
        seen.failedByKills += failed.length
        for (const one of failed) {
          expect(one).toMatchObject({ kind: 'plain', what: expect.stringMatching(/^(502 .*|ECONNRESET|EPIPE)$/) })
          expect(one.began).toBeLessThanOrEqual(gone)
          expect(one.ended).toBeGreaterThanOrEqual(killed)
        }
      }
    },
  )

  test.each(rounds)('a restart of one server after the other fails no request (%i)', async () => {
    const before = clients.failed.length
    for (const [n, server] of servers.entries()) {
      await askForJob()
      await served(15)
      await server.stop()
      await start(n)
      await eventually(() => isReady(servers[n]!))
      seen.restarts += 1
    }
    await served(15)
    const failed = clients.failed.slice(before)
    seen.failedByRestarts += failed.length
    expect(failed).toEqual([])
  })

  test.each(rounds)(
    'what PostgreSQL refuses or loses when it is restarted is a 503 with Retry-After (%i)',
    async () => {
      await served(15)
      const [before, old] = [clients.failed.length, postmasterIn(superuser.host)]
      process.kill(old, 'SIGINT')
      const file = path.join(superuser.host, 'pgdata/postmaster.pid')
      await eventually(async () => existsSync(file) && postmasterIn(superuser.host) !== old)
      await expectHealed(before, await whenItAnswers(superuser), 'a restart of PostgreSQL')
    },
  )

  test.each(rounds)(
    'while it is cut off each server says that it is not ready, and each answer is a 503 with Retry-After (%i)',
    async () => {
      await served(15)
      const before = clients.failed.length
      await network.cut()
      await expectAway()
      await network.mend()
      const there = { ...superuser, host: '127.0.0.1', port: network.port }
      await expectHealed(before, await whenItAnswers(there), 'a cut network')
    },
  )

  test('nothing that was acknowledged is lost, and what has a key is there once', async () => {
    await clients.stop()
    seconds = (performance.now() - began) / 1_000
    const rows = await query(superuser, 'select id from customers')
    const there = new Set(rows.map(({ id }) => `cust_${String(id).replaceAll('-', '')}`))
    const { keyed, plain } = clients.acknowledged
    expect([...keyed, ...plain].filter((id) => !there.has(id))).toEqual([])
    // A write without a key whose answer was lost may have been done.
    const lost = clients.failed.filter(
      ({ kind, what }) => kind === 'plain' && !/^503 (database_away|overloaded)$/.test(what),
    )
    expect(there.size - keyed.length - plain.length).toBeLessThanOrEqual(lost.length)
    figure('acknowledged writes', String(keyed.length + plain.length), 'none lost')
  })

  test('each event has one id, however often it is sent, and none is missing', async () => {
    const rows = await query(superuser, 'select count(*)::int as n from customers')
    const created = () => receiver.got.map(({ body }) => body).filter(({ type }) => type === 'CustomerRegistered')
    await eventually(async () => new Set(created().map(({ data }) => data.customerId)).size === rows[0]!['n'])
    const idsOf = new Map<string, Set<string>>()
    for (const { id, data } of created()) idsOf.set(data.customerId, (idsOf.get(data.customerId) ?? new Set()).add(id))
    expect([...idsOf.values()].filter((ids) => ids.size > 1)).toEqual([])
    figure('events', `${idsOf.size}, sent ${created().length} times`, 'each with one id')
  })

  test('no job runs twice for one wish or one time', async () => {
    const twice = await query(superuser, 'select job, run from drill.ended group by job, run having count(*) > 1')
    expect(twice).toEqual([])
    const sent = `select name, date_trunc('minute', created_on) as minute from
      (select name, created_on from pgboss.job union all select name, created_on from pgboss.archive) all_of_them
      where name in (select job from drill.ended)`
    expect(await query(superuser, `${sent} group by 1, 2 having count(*) > 1`)).toEqual([])
    const [{ n: byTime }] = (await query(superuser, `select count(*)::int as n from (${sent}) one`)) as [Body]
    const ended = await query(superuser, 'select run from drill.ended')
    const scheduled = ended.filter(({ run }) => !asked.includes(String(run)))
    expect(scheduled.length).toBeLessThanOrEqual(byTime)
    figure(
      'runs of jobs',
      `${ended.length - scheduled.length} of ${asked.length} asked for, ${scheduled.length} of ${byTime} by time`,
      'none twice',
    )
  })
})

/** Which run of a job came to its end, and when: one that is there twice ran twice. */
async function noteEachRun(superuser: pg.ClientConfig): Promise<void> {
  await query(
    superuser,
    `
    create schema drill;
    create table drill.ended (job text, run uuid, asked_at timestamptz);
    create function drill.note() returns trigger language plpgsql security definer as $$
    begin
      insert into drill.ended values (new.job, new.id, new.asked_at);
      return null;
    end $$;
    create trigger ended after insert or update on public.job_runs for each row
      when (new.state = 'done') execute function drill.note()`,
  )
}
