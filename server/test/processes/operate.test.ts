import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { type Embedded, openEmbedded } from '../../src/db/embedded/index.ts'
import { loginName as nameOf } from '../../src/db/roles.ts'
import { MasterKey } from '../../src/kit/keyring.ts'
import { type Kith, openKith } from '../../src/kith.ts'
import { jobs, start, startHttp } from '../../src/main.ts'
import { migrateOnly, planMigration } from '../../src/migration.ts'
import { rotateKeys } from '../../src/modules/customers/index.ts'
import { NewTenant } from '../../src/modules/tenants/contract.ts'
import { createTenant } from '../../src/modules/tenants/index.ts'
import { eventually } from '../harness.ts'
import { runCommand } from '../kith-process.ts'

/** A cluster of its own: roles belong to the cluster. */
const folder = mkdtempSync(path.join(tmpdir(), 'kith-operate-'))
let cluster: Embedded
let admin: pg.Client
const [keyA, keyB, keyC] = [1, 2, 3].map(() => randomBytes(32).toString('hex')) as [string, string, string]
const WRONG = 'The keys of the tenants are wrapped with another KITH_MASTER_KEY'

const DRIFTED = 'were changed by hand since the last migration'

const urlOf = (database: string, user = 'owner') =>
  `postgres://${user}:secret@localhost/${database}?host=${encodeURIComponent(cluster.host)}&port=${cluster.port}`
const settings = (database: string, key: string, more: Record<string, string> = {}) => ({
  DATABASE_URL: urlOf(database),
  KITH_MASTER_KEY: key,
  PORT: '0',
  KITH_GRPC_PORT: '0',
  LOG_LEVEL: 'silent',
  ...more,
})
const configOf = (...given: Parameters<typeof settings>) => readConfig(settings(...given))
const migrated = (...given: Parameters<typeof settings>) => migrateOnly(configOf(...given), jobs)
const appOf = ({ db }: Kith) => db.pool.options.connectionString!

const loginName = (database: string, key: string) => nameOf(database, new MasterKey(Buffer.from(key, 'hex')).ids[0]!)

async function aDatabase(name: string, owner = 'owner'): Promise<string> {
  await admin.query(`create database ${name} owner ${owner}`)
  return name
}

/** A server in this process: what is asked of it goes over HTTP. */
async function aServer(...given: Parameters<typeof settings>) {
  const kith = await openKith(configOf(...given), jobs)
  const { url, stop } = await startHttp(kith)
  const readiness = async () => {
    const answer = await fetch(`${url}/health/ready`)
    return { ...((await answer.json()) as { trouble?: string[] }), status: answer.status }
  }
  return { kith, url, readiness, stop: () => stop().then(() => kith.close()) }
}
type Server = Awaited<ReturnType<typeof aServer>>

const aShop = ({ kith }: Server, slug: string) =>
  createTenant(kith.db, 'test', NewTenant.parse({ slug, name: 'A shop' }))
const register = ({ url }: Server, apiKey: string) =>
  fetch(`${url}/api/v1/customers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: '{"firstName":"Saeed"}',
  }).then(({ status }) => status)

beforeAll(async () => {
  cluster = await openEmbedded({ dataFolder: folder, durable: false })
  admin = new pg.Client({ host: cluster.host, port: cluster.port, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query(`set password_encryption = 'scram-sha-256';
    create role owner login createrole password 'secret'; create role plain login password 'secret'`)
  // With passwords, unlike the embedded database: a login has to prove itself.
  const hba = path.join(folder, 'pgdata/pg_hba.conf')
  writeFileSync(hba, 'local all postgres trust\n')
  appendFileSync(hba, 'local all all scram-sha-256\n')
  await admin.query('select pg_reload_conf()')
})
afterAll(async () => {
  await admin.end()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('two Kiths in one cluster', () => {
  test('do not stop each other, and neither is let into the database of the other', async () => {
    const [production, staging] = [await aDatabase('production'), await aDatabase('staging')]
    await Promise.all([migrated(production, keyA), migrated(staging, keyB)])
    const [one, other] = [await aServer(production, keyA), await aServer(staging, keyB)]
    const shops = [await aShop(one, 'shop'), await aShop(other, 'shop')]
    expect((await migrated(staging, keyB)).applied).toEqual([])
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where starts_with(usename, 'kith_app')`)
    for (const [n, server] of [one, other].entries())
      await eventually(async () => (await register(server, shops[n]!.apiKey)) === 201)
    const astray = new pg.Client({ connectionString: appOf(one.kith).replace('/production', '/staging') })
    await expect(astray.connect()).rejects.toThrow('permission denied for database')
    await one.stop()
    await other.stop()
  })

  test('a role kith_app that may do too much is not taken', async () => {
    const database = await aDatabase('mighty')
    await admin.query('alter role kith_app createdb')
    try {
      await expect(migrated(database, keyA)).rejects.toThrow('The role kith_app of this cluster may do more')
    } finally {
      await admin.query('alter role kith_app nocreatedb')
    }
  })

  test('an installation that signs in as kith_app keeps that login until it is closed by hand', async () => {
    const database = await aDatabase('former')
    await admin.query(`alter role kith_app login password 'secret'`)
    const before = new pg.Client({ connectionString: urlOf(database, 'kith_app') })
    const { notes } = await migrated(database, keyA)
    expect(notes).toEqual([expect.stringContaining('alter role kith_app nologin')])
    await before.connect()
    expect((await before.query('select count(*)::int as n from schema_migrations')).rows[0].n).toBeGreaterThan(0)
    await before.end()
    await admin.query('alter role kith_app nologin')
    expect((await migrated(database, keyA)).notes).toEqual([])
    const { rows } = await admin.query(`select has_database_privilege('plain', 'former', 'connect') as enters`)
    expect(rows[0].enters).toBe(false)
  })
})

describe('a wrong master key', () => {
  let server: Server
  const database = 'keyed'
  beforeAll(async () => {
    await aDatabase(database)
    await migrated(database, keyA)
    server = await aServer(database, keyA)
    await aShop(server, 'shop')
  })
  afterAll(() => server.stop())

  test('is refused by migrate, start and doctor in one line', async () => {
    for (const command of ['migrate', 'start', 'doctor']) {
      const { code, stdout, stderr } = await runCommand([command], settings(database, keyB))
      expect([command, code]).toEqual([command, command === 'doctor' ? 1 : 69])
      expect(stdout + stderr).toContain(WRONG)
      if (command !== 'doctor') expect([stdout, stderr.split('\n').length]).toEqual(['', 2])
    }
    expect(await admin.query('select from pg_roles where rolname = $1', [loginName(database, keyB)])).toMatchObject({
      rowCount: 0,
    })
  })

  test('makes a server unready that runs while the keys change', async () => {
    expect(await server.readiness()).toMatchObject({ status: 200 })
    await migrated(database, keyB, { KITH_MASTER_KEY_PREVIOUS: keyA })
    const next = await aServer(database, keyB, { KITH_MASTER_KEY_PREVIOUS: keyA })
    await aShop(next, 'another')
    expect(await next.readiness()).toMatchObject({ status: 200 })
    const trouble = ['The keys of a tenant are wrapped with another KITH_MASTER_KEY']
    expect(await server.readiness()).toMatchObject({ status: 503, trouble })
    await expect(migrated(database, keyB)).rejects.toThrow(WRONG)
    await next.stop()
  })
})

test('the part that runs jobs only has health and metrics on a port of its own', async () => {
  const database = await aDatabase('jobs_only')
  await migrated(database, keyA)
  const running = await start(configOf(database, keyA, { KITH_HEALTH_PORT: '0' }), ['jobs'])
  expect(running.url).toBeNull()
  expect((await fetch(`${running.healthUrl}/health/ready`)).status).toBe(200)
  const metrics = await (await fetch(`${running.healthUrl}/metrics`)).text()
  expect(metrics).toContain('kith_backlog{kind="events"} 0')
  expect(metrics).toContain('kith_job_late_seconds{name="expire-guests"} 0')
  await running.stop()
  await expect(fetch(`${running.healthUrl}/health/live`)).rejects.toThrow()
})

test('the master key is changed under load, by two servers that are ready all the time', async () => {
  const database = await aDatabase('changing')
  await migrated(database, keyA)
  let servers = [await aServer(database, keyA), await aServer(database, keyA)]
  const { tenant, apiKey } = await aShop(servers[0]!, 'shop')
  const statuses = new Map<string, number>()
  let over = false
  const asked: (Server | null)[] = [null, null]
  const lane = async (place: number) => {
    while (!over) {
      const server = servers[place]!
      asked[place] = server
      for (const status of [await register(server, apiKey), (await server.readiness()).status]) {
        statuses.set(`${status}`, (statuses.get(`${status}`) ?? 0) + 1)
      }
    }
  }
  const lanes = Promise.all([lane(0), lane(1)])
  lanes.catch(() => {})
  /** One after the other, as a proxy would: the former is asked no more before it ends. */
  const restartAll = async (key: string, other?: string) => {
    for (const place of [0, 1]) {
      const next = await aServer(database, key, other === undefined ? {} : { KITH_MASTER_KEY_PREVIOUS: other })
      const former = servers[place]!
      servers = servers.map((server, n) => (n === place ? next : server))
      await eventually(async () => asked[place] === next)
      await former.stop()
    }
  }
  await migrated(database, keyA, { KITH_MASTER_KEY_PREVIOUS: keyC })
  await restartAll(keyA, keyC)
  await restartAll(keyC, keyA)
  await rotateKeys(servers[0]!.kith.db, tenant.id)
  await restartAll(keyC)
  await migrated(database, keyC)
  over = true
  await lanes
  expect([...statuses.keys()].sort()).toEqual(['200', '201'])
  await expect(migrated(database, keyA)).rejects.toThrow(WRONG)
  expect(await register(servers[1]!, apiKey)).toBe(201)
  for (const server of servers) await server.stop()
  const { rows } = await admin.query(
    `select grantee::regrole::text as login from pg_database, aclexplode(datacl)
      where datname = $1 and grantee::regrole::text like 'kith_app_%' and privilege_type = 'CONNECT'`,
    [database],
  )
  expect(rows).toEqual([{ login: loginName(database, keyC) }])
})

describe('migrate', () => {
  const hold = async (database: string) => {
    const holder = new pg.Client({ connectionString: urlOf(database) })
    await holder.connect()
    await holder.query('select pg_advisory_lock(7420001)')
    return holder
  }
  const waiting = async (n: number) =>
    (await admin.query(`select from pg_stat_activity where query like 'select pg_advisory_lock%' and state = 'active'`))
      .rowCount === n

  test('runs once at a time: the second waits, says so, and finds all up to date', async () => {
    const database = await aDatabase('twice')
    const holder = await hold(database)
    const both = ['', ''].map(() => runCommand(['migrate'], settings(database, keyA)))
    await eventually(() => waiting(2))
    await holder.end()
    const ended = await Promise.all(both)
    for (const { code, stderr } of ended) {
      expect([code, stderr]).toEqual([0, 'kith: another `kith migrate` is under way; waiting for it\n'])
    }
    const said = ended.map(({ stdout }) => stdout).sort()
    expect(said).toEqual([expect.stringMatching(/^Applied 0001/), 'The schema is up to date.\n'])
  })

  test('ends with one line and a code when it cannot go on', async () => {
    const database = await aDatabase('hindered')
    const holder = await hold(database)
    const impatient = await runCommand(['migrate'], settings(database, keyA, { PGOPTIONS: '-c lock_timeout=100ms' }))
    const broken = runCommand(['migrate'], settings(database, keyA))
    await eventually(() => waiting(1))
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_advisory_lock%'
      and state = 'active'`)
    const cut = await broken
    await holder.end()
    await admin.query(`alter database ${database} set default_transaction_read_only = on`)
    const standby = await runCommand(['migrate'], settings(database, keyA))
    for (const [ended, line] of [
      [impatient, 'Waited too long for a lock that is held elsewhere; run `kith migrate` again'],
      [cut, 'The database does not answer'],
      [standby, 'The database can only be read: it is a standby, or was made read-only; nothing was changed'],
    ] as const) {
      expect(ended.code, line).toBe(69)
      expect(ended.stderr).toMatch(new RegExp(`^(kith: another.*\\n)?kith: ${line}\\n$`))
    }
  })

  test('is what start and doctor ask for on an empty database', async () => {
    const database = await aDatabase('empty')
    for (const command of ['start', 'doctor']) {
      const { code, stdout, stderr } = await runCommand([command], settings(database, keyA))
      expect([command, code]).toEqual([command, command === 'doctor' ? 1 : 69])
      expect(stdout + stderr).toContain('The database is empty; run `kith migrate`')
    }
  })

  test('refuses a schema that was changed by hand, before it adds to it, and so do start and doctor', async () => {
    const database = await aDatabase('drifted')
    await migrated(database, keyA)
    const owner = new pg.Client({ connectionString: urlOf(database) })
    await owner.connect()
    await owner.query('alter table customers add column x text')
    await owner.end()
    await expect(migrated(database, keyA)).rejects.toThrow(DRIFTED)
    for (const command of ['start', 'doctor']) {
      const { code, stdout, stderr } = await runCommand([command], settings(database, keyA))
      expect([command, code]).toEqual([command, command === 'doctor' ? 1 : 69])
      expect(stdout + stderr).toContain(DRIFTED)
    }
  })

  test('without the right to create roles it goes on after the statements of its plan', async () => {
    const database = await aDatabase('by_hand', 'plain')
    const own = { DATABASE_URL: urlOf(database, 'plain') }
    const plan = () => planMigration(configOf(database, keyA, own))
    const refused = await runCommand(['migrate'], settings(database, keyA, own))
    expect([refused.code, refused.stderr]).toEqual([69, expect.stringContaining('`kith migrate --plan`')])
    const { stdout } = await runCommand(['migrate', '--plan'], settings(database, keyA, own))
    expect(stdout).toMatch(/^-- By a role that may create roles:\n(grant|create role|alter role) /)
    expect(stdout).toMatch(/\n-- By kith migrate: 0001_foundation.sql, /)
    const empty = new pg.Client({ connectionString: urlOf(database, 'plain') })
    await empty.connect()
    expect((await empty.query(`select to_regclass('schema_migrations') as there`)).rows[0].there).toBeNull()
    await empty.end()
    await admin.query(stdout)
    expect((await plan()).statements).toEqual([])
    expect((await migrated(database, keyA, own)).applied.length).toBeGreaterThan(0)
    expect(await plan()).toEqual({ statements: [], repairs: [], migrations: [], steps: [] })
    const server = await aServer(database, keyA, own)
    const { apiKey } = await aShop(server, 'shop')
    expect(await register(server, apiKey)).toBe(201)
    await server.stop()
  })
})
