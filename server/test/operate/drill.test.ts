import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure } from '../drills/figures.ts'
import { eventually } from '../harness.ts'
import { type KithProcess, runCommand, startProcess } from '../kith-process.ts'
import { isDrill } from '../processes/database-faults.harness.ts'
import { aCluster, type Cluster, countRows } from './cluster.ts'
import { type Answer, aFreePort, aFront, asker, type Front } from './front.ts'
import { olderProgram } from './older.ts'
import { aShell, commandsOf, debianPostgres } from './page.ts'
import { writeThrough } from './writers.ts'

const PATIENT = { timeout: 600_000 }
const OWNER = { email: 'zahra@example.com', password: 'saffron kettle seventeen' }
/** What this version adds: an upgrade begins without it. */
const isNew = (migration: string) => migration >= '0082'

/** docs/operations.md walked through on one machine: `npm run drill -- operate`. */
describe.skipIf(!isDrill)('production by the page alone', PATIENT, () => {
  const debian = debianPostgres()
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-drill-'))
  chmodSync(folder, 0o755)
  const [keyA, keyB] = [1, 2].map(() => randomBytes(32).toString('hex')) as [string, string]
  const ledger = path.join(folder, 'erasures.ndjson')
  const shell = aShell(folder, debian?.folder ?? '', { KITH_ERASURE_LEDGER: ledger })
  const figures: string[] = []
  const endings: (() => unknown)[] = []
  let old: Cluster
  let front: Front
  let ports: number[]
  const servers: KithProcess[] = []
  let writers: ReturnType<typeof writeThrough>
  let shop: { apiKey: string; tenant: { id: string; slug: string } }
  let gone: { early: string; late: string }
  let atDump: { acknowledged: string[]; rows: Record<string, number> }

  const settingsOf = (key: string, more: Record<string, string> = {}) => ({
    DATABASE_URL: old.urlOf('kith'),
    KITH_MASTER_KEY: key,
    KITH_PUBLIC_URL: front.origin,
    KITH_ERASURE_LEDGER: ledger,
    KITH_TRUST_PROXY: '1',
    ...more,
  })
  const asShop = (ask: Front['ask'], method: string, at: string, body?: unknown) =>
    ask(method, at, body, { authorization: `Bearer ${shop.apiKey}` })
  const signIn = (ask: Front['ask']) => ask('POST', '/api/v1/auth/login', OWNER, { 'x-kith-tenant': shop.tenant.slug })
  const start = (place: number, settings: Record<string, string>, command?: string) =>
    startProcess({ ...settings, PORT: String(ports[place]) }, command)

  /** One server after the other, as a rolling restart does. */
  async function restartAll(settings: Record<string, string>, command?: string) {
    for (const place of [0, 1]) {
      await servers[place]?.stop()
      servers[place] = await start(place, settings, command)
    }
  }
  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const done = await work()
    figures.push(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
    return done
  }
  const refusedSoFar = () => [...writers.refused].map(([code, n]) => `${n} × ${code}`).join(', ') || 'none'
  /** Until writes go through again; what was refused meanwhile is a figure. */
  async function underWrites<T>(what: string, work: () => Promise<T>): Promise<T> {
    writers.refused.clear()
    const before = writers.acknowledged.length
    const done = await timed(what, work)
    const now = writers.acknowledged.length
    await eventually(async () => writers.acknowledged.length > now)
    figures.push(`  writes meanwhile: ${writers.acknowledged.length - before} acknowledged, refused: ${refusedSoFar()}`)
    return done
  }
  const run = async (args: string[], settings: Record<string, string>) => {
    const ran = await runCommand(args, settings)
    expect(ran, args.join(' ')).toMatchObject({ code: 0 })
    return ran.stdout
  }
  const page = async (name: string, more: Record<string, string>) => {
    const ran = await shell(commandsOf(name), more)
    expect(ran, name).toMatchObject({ code: 0 })
    return ran.stdout
  }
  async function erase(customerId: string) {
    const { status } = await asShop(front.ask, 'POST', `/api/v1/customers/${customerId}/erasure`, {
      reason: 'requested',
    })
    expect(status).toBe(201)
    const before = existsSync(ledger) ? readFileSync(ledger, 'utf8') : ''
    await eventually(async () => existsSync(ledger) && readFileSync(ledger, 'utf8').length > before.length)
  }
  const make = async (firstName: string): Promise<string> =>
    (await asShop(front.ask, 'POST', '/api/v1/customers', { firstName, lastName: 'Drilled' })).body.id

  beforeAll(async () => {
    old = await aCluster(path.join(folder, 'old'), debian)
    endings.push(() => old.stop())
    ports = [await aFreePort(), await aFreePort()]
    mkdirSync(path.join(folder, 'front'))
    front = await aFront(path.join(folder, 'front'), ports)
    endings.push(() => front.stop())
    endings.push(() => Promise.all(servers.map((server) => server.stop())))
    figures.push(
      `${debian ? `PostgreSQL ${debian.version} of Debian` : 'the embedded PostgreSQL'}, ${front.name}, two servers`,
    )
  }, PATIENT.timeout)
  afterAll(async () => {
    await writers?.stop()
    for (const end of endings.reverse()) await end()
    rmSync(folder, { recursive: true, force: true })
    for (const line of figures) {
      const [what, ...seen] = line.split(': ')
      figure(what!, seen.join(': '))
    }
  }, PATIENT.timeout)

  test('install an earlier version, with an owner who is no superuser', async () => {
    await old.admin.query(`create role kith login createrole password 'secret'`)
    await old.admin.query('create database kith owner kith')
    const older = olderProgram(path.join(folder, 'older'), isNew)
    await timed('install', async () => {
      expect(await runCommand(['migrate'], settingsOf(keyA), older)).toMatchObject({ code: 0 })
      await restartAll(settingsOf(keyA), older)
    })
    const wish = ['--json', 'tenant', 'create', 'shop', '--name', 'Shop', '--owner-email', OWNER.email]
    const made = await runCommand(wish, settingsOf(keyA), older)
    shop = JSON.parse(made.stdout)
    const [, token] = /&token=([\w-]+)$/.exec(JSON.parse(made.stdout).invitation)!
    const accept = () =>
      front.ask(
        'POST',
        '/api/v1/staff/invitations/accept',
        { token, password: OWNER.password },
        { 'x-kith-tenant': 'shop' },
      )
    await eventually(async () => (await accept()).status === 200)
    await eventually(async () => (await make('Salma')) !== undefined)
    writers = writeThrough(front.ask, shop.apiKey)
  })

  test('upgrade under writes, one server after the other', async () => {
    await underWrites('upgrade', async () => {
      expect(await run(['migrate'], settingsOf(keyA))).toContain('Applied 0082')
      await restartAll(settingsOf(keyA))
    })
    gone = { early: await make('Early'), late: await make('Late') }
    await erase(gone.early)
  })

  test('rotate the keys, and change the master key, under writes', async () => {
    const rotated = await underWrites('rotate', () => run(['--json', 'keys', 'rotate'], settingsOf(keyA)))
    figures.push(`  ${JSON.parse(rotated).rotated[0].rewrapped} data keys wrapped anew`)
    await underWrites('change the master key', async () => {
      await run(['migrate'], settingsOf(keyA, { KITH_MASTER_KEY_PREVIOUS: keyB }))
      await restartAll(settingsOf(keyA, { KITH_MASTER_KEY_PREVIOUS: keyB }))
      await restartAll(settingsOf(keyB, { KITH_MASTER_KEY_PREVIOUS: keyA }))
      await run(['keys', 'rotate'], settingsOf(keyB, { KITH_MASTER_KEY_PREVIOUS: keyA }))
      await restartAll(settingsOf(keyB))
      await run(['migrate'], settingsOf(keyB))
    })
    expect(await runCommand(['migrate'], settingsOf(keyA))).toMatchObject({ code: 69 })
  })

  test.skipIf(!debian)('back up while writing; a person is erased afterwards', async () => {
    const acknowledged = [...writers.acknowledged]
    await underWrites('back up', async () => {
      for (const step of ['dump', 'keys']) await page(step, { DATABASE_URL: old.urlOf('kith') })
    })
    const sizes = (await readdir(path.join(folder, 'kith.dump'))).map(
      (name) => statSync(path.join(folder, 'kith.dump', name)).size,
    )
    figures.push(`  ${(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20).toFixed(1)} MB without the keys`)
    atDump = { acknowledged, rows: await countRows(old.superuser('kith')) }
    await erase(gone.late)
  })

  test('lose a server of two', async () => {
    await underWrites('lose a server of two', async () => {
      await servers[1]!.stop('SIGKILL')
      const before = writers.acknowledged.length
      await eventually(async () => writers.acknowledged.length > before + 20)
      servers[1] = await start(1, settingsOf(keyB))
    })
    await writers.stop()
    const there = await countRows(old.superuser('kith'))
    figures.push(
      `acknowledged customers: ${writers.acknowledged.length}, lost: ${await lost(front.ask, writers.acknowledged)}`,
    )
    expect(there['public.customers']).toBe(writers.acknowledged.length + 3)
  })

  async function lost(ask: Front['ask'], ids: readonly string[]): Promise<number> {
    let missing = 0
    for (const id of ids) if ((await asShop(ask, 'GET', `/api/v1/customers/${id}`)).status !== 200) missing += 1
    return missing
  }

  /** Everything that a business has, with a server of its own. */
  async function expectWhole(settings: ReturnType<typeof settingsOf>) {
    const { repeated } = JSON.parse(await run(['--json', 'privacy', 'repeat-erasures', ledger], settings))
    expect(repeated).toContainEqual(expect.objectContaining({ outcome: 'erased' }))
    const { KITH_PUBLIC_URL: _, KITH_TRUST_PROXY: __, ...alone } = settings
    const server = await startProcess(alone)
    try {
      const ask = asker(server.url)
      const salma = await asShop(ask, 'GET', '/api/v1/customers?q=salma%20drilled')
      expect(salma.body.items).toMatchObject([{ firstName: 'Salma' }])
      expect((await asShop(ask, 'GET', `/api/v1/customers/${gone.late}`)).status).toBe(404)
      expect(await lost(ask, atDump.acknowledged)).toBe(0)
      expect((await signIn(ask)).status).toBe(200)
    } finally {
      await server.stop()
    }
    const { reports } = JSON.parse(await run(['--json', 'audit', 'verify'], settings))
    expect(reports).toMatchObject([{ broken: null }])
    figures.push(
      `  ${atDump.acknowledged.length} customers there, ${reports[0].entries} audit entries verified, 1 erasure repeated, signed in`,
    )
  }

  test.skipIf(!debian)('restore into another database of the same cluster', async () => {
    await old.admin.query('create database kith_restored owner kith')
    const settings = { ...settingsOf(keyB), DATABASE_URL: old.urlOf('kith_restored') }
    await timed('restore into the same cluster', () => page('restore', settings))
    await expectWhole(settings)
  })

  test.skipIf(!debian)('restore into a fresh cluster, as a managed service has it', async () => {
    const fresh = await aCluster(path.join(folder, 'fresh'), debian)
    endings.push(() => fresh.stop())
    await fresh.admin.query(`create role keeper login createrole password 'secret'`)
    const made = await shell(commandsOf('database').replace(' createrole', ''), {
      SUPERUSER_URL: fresh.urlOf('postgres', 'postgres'),
    })
    expect(made).toMatchObject({ code: 0 })
    const settings = { ...settingsOf(keyB), DATABASE_URL: fresh.urlOf('kith_restored') }
    await timed('restore into a fresh cluster', () =>
      page('restore', { ...settings, ADMIN_URL: fresh.urlOf('postgres', 'keeper') }),
    )
    await expectWhole(settings)
  })

  test('the embedded database: back up, and restore into a new folder', async () => {
    const [here, there] = [path.join(folder, 'here'), path.join(folder, 'there')]
    const made: Answer['body'] = JSON.parse(
      await run(['--json', 'tenant', 'create', 'small', '--name', 'Small'], { KITH_DATA: here }),
    )
    const found = async (data: string, asked: (ask: Front['ask']) => Promise<Answer>) => {
      const server = await startProcess({ KITH_DATA: data })
      const answer = await asked(asker(server.url))
      expect(await shell(commandsOf('embedded-dump'), { KITH_DATA: data }), 'while it runs').toMatchObject({ code: 1 })
      await server.stop()
      return answer
    }
    const headers = { authorization: `Bearer ${made.apiKey}` }
    await found(here, (ask) => ask('POST', '/api/v1/customers', { firstName: 'Salma' }, headers))
    await timed('back up the embedded database', () => page('embedded-dump', { KITH_DATA: here }))
    writeFileSync(path.join(folder, 'master.key'), readFileSync(path.join(here, 'master.key')))
    await timed('restore the embedded database', () => page('embedded-restore', { KITH_DATA: there }))
    const { body } = await found(there, (ask) => ask('GET', '/api/v1/customers?q=salma', undefined, headers))
    expect(body.items).toMatchObject([{ firstName: 'Salma' }])
  })
})
