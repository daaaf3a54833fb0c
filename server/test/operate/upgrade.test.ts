import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Kept, keepEmbedded } from '../../src/db/embedded/index.ts'
import { figure } from '../drills/figures.ts'
import { type Body, eventually, TEST_MASTER_KEY } from '../harness.ts'
import { type KithProcess, runCommand, startProcess } from '../kith-process.ts'
import { isDrill, query, ROUNDS } from '../processes/database-faults.harness.ts'
import { programOf } from './older.ts'
import { type Lanes, lanesOf } from './upgrade.harness.ts'

const PATIENT = { timeout: 3_600_000 }
const ROUNDS_OF_ALL_LANES = 5
const FROM = process.env['KITH_DRILL_FROM'] ?? 'HEAD'

/** `npm run drill -- upgrade [--from <commit>]`: the servers of two versions on one database, and the upgrade between them. */
describe.skipIf(!isDrill)('an upgrade without a pause', PATIENT, () => {
  const home = mkdtempSync(path.join(tmpdir(), 'kith-upgrade-'))
  chmodSync(home, 0o755)
  const host = path.join(home, 'database')
  const owner = { host, port: 5432, user: 'postgres', database: 'kith' }
  const settings: Record<string, string> = {
    DATABASE_URL: `postgres://postgres@localhost/kith?host=${encodeURIComponent(host)}`,
    KITH_MASTER_KEY: TEST_MASTER_KEY.toString('hex'),
  }
  let database: Kept
  let older: string
  let before: KithProcess
  let now: KithProcess
  let business: { id: string; apiKey: string }
  let lanes: Lanes

  const said = async (args: string[], command?: string): Promise<Body> => {
    const ran = await runCommand(['--json', ...args], settings, command)
    expect(ran, args.join(' ')).toMatchObject({ code: 0 })
    return JSON.parse(ran.stdout)
  }
  const expectAllWell = async (what: string) => {
    const { answered, longest } = lanes.soFar()
    figure(what, `${answered} requests, the longest ${Math.round(longest)} ms`, 'none fails')
    expect(lanes.failed).toEqual([])
  }

  beforeAll(async () => {
    database = await keepEmbedded({ dataFolder: host }, () => {})
    await query({ ...owner, database: 'postgres' }, 'create database kith')
    older = programOf(FROM, path.join(home, 'older'))
    expect(await runCommand(['migrate'], settings, older)).toMatchObject({ code: 0 })
    const { tenant } = await said(['tenant', 'create', 'shop', '--name', 'Shop'], older)
    const key = ['key', 'create', '--name', 'drill', '--role', 'owner', '--per-minute', '0']
    business = { id: tenant.id, apiKey: (await said(key, older)).apiKey }
    before = await startProcess(settings, older)
    lanes = lanesOf(business, [before.url])
    await lanes.through(ROUNDS_OF_ALL_LANES)
  }, PATIENT.timeout)
  afterAll(async () => {
    await lanes?.stop()
    await before?.stop()
    await now?.stop()
    await database?.stop()
    rmSync(home, { recursive: true, force: true })
  }, PATIENT.timeout)

  test('no request to the version before fails while the migrations run, nor after them', async () => {
    await expectAllWell('before')
    const { applied } = await said(['migrate'])
    figure('migrations', `${applied.length} since ${FROM.slice(0, 8)}`)
    await lanes.through(ROUNDS_OF_ALL_LANES)
    await expectAllWell('while the migrations run, and after them')
  })

  test('no request fails while both serve, and what one writes the other reads at once', async () => {
    now = await startProcess(settings)
    lanes.serveAt([before.url, now.url])
    await lanes.through(ROUNDS_OF_ALL_LANES * ROUNDS)
    await expectAllWell('beside each other')
    expect(lanes.unread).toEqual([])
  })

  test('no request fails once the version before has stopped', async () => {
    await lanes.only(now.url)
    await before.stop()
    await lanes.through(ROUNDS_OF_ALL_LANES)
    await lanes.stop()
    await expectAllWell('afterwards')
    expect(before.log()).toBe('')
  })

  test('nothing acknowledged is lost', async () => {
    const { customers, orders, sessions } = lanes.acknowledged
    const lost: string[] = []
    const headers = { authorization: `Bearer ${business.apiKey}` }
    for (const where of [...customers.map((id) => `customers/${id}`), ...orders.map((id) => `orders/${id}`)])
      if ((await fetch(`${now.url}/api/v1/${where}`, { headers })).status !== 200) lost.push(where)
    expect(lost).toEqual([])
    for (const { refreshToken } of sessions) {
      const answer = await fetch(`${now.url}/api/v1/auth/refresh`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kith-tenant': business.id },
        body: JSON.stringify({ refreshToken }),
      })
      expect(answer.status).toBe(200)
    }
    figure(
      'acknowledged',
      `${customers.length} customers, ${orders.length} orders, ${sessions.length} sessions`,
      'none lost',
    )
  })

  test('every event has its place once, numbers have no gaps, the audit chain is whole', async () => {
    const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    const places = `select e.customer_id, e.type, count(b.id)::int as places
        from events e left join (select tenant_id, unnest(ids) as id from event_batches) b using (tenant_id, id)
       group by e.tenant_id, e.id, e.customer_id, e.type`
    const events = await eventually(async () => {
      const found = await query(owner, places)
      return found.every((one) => one['places'] !== 0) && found
    })
    expect(events.filter((one) => one['places'] !== 1)).toEqual([])
    const told = new Set(events.filter(({ type }) => type === 'CustomerRegistered').map((one) => one['customer_id']))
    expect(lanes.acknowledged.customers.filter((id) => !told.has(inner(id)))).toEqual([])
    const numbers = await query(
      owner,
      'select tenant_id, count(*) = max(number) as whole from customers group by tenant_id',
    )
    expect(numbers.filter(({ whole }) => !whole)).toEqual([])
    for (const { broken } of (await said(['audit', 'verify'])).reports) expect(broken).toBeNull()
    await said(['stats', 'rebuild'])
    expect(await said(['stats', 'rebuild'])).toMatchObject({ corrected: 0, drifts: [] })
    expect((await said(['doctor'])).checks.filter(({ ok }: Body) => !ok)).toEqual([])
  })
})
