import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { linkEntries } from '../../src/kit/audit-chain.ts'
import { itself } from '../../src/kit/caller.ts'
import { inTenant } from '../../src/kit/transaction.ts'
import { openKith } from '../../src/kith.ts'
import { jobs, startBackground, startHttp } from '../../src/main.ts'
import { migrateOnly } from '../../src/migration.ts'
import { NewTenant } from '../../src/modules/tenants/contract.ts'
import { createTenant } from '../../src/modules/tenants/index.ts'
import { eventually } from '../harness.ts'
import { aCluster, type Cluster, countRows } from './cluster.ts'
import { aShell, commandsOf, debianPostgres } from './page.ts'

const debian = debianPostgres()
const PEOPLE = ['Saeed', 'Salma', 'Rahul']

describe.skipIf(!debian)('backup and restore as docs/operations.md says (needs the PostgreSQL of Debian)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-backup-'))
  // The servers may run as another user.
  chmodSync(folder, 0o755)
  const KITH_MASTER_KEY = randomBytes(32).toString('hex')
  const settings = { KITH_MASTER_KEY, PORT: '0', KITH_GRPC_PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test' }
  const shell = aShell(folder, debian?.folder ?? '', settings)
  const page = (name: string, more: Record<string, string> = {}) => shell(commandsOf(name), more)
  let old: Cluster
  let fresh: Cluster
  let apiKey: string
  let tenantId: string
  let rows: Record<string, number>

  const configOf = (url: string) => readConfig({ ...settings, DATABASE_URL: url })
  const open = (url: string) => openKith(configOf(url), jobs)
  /** What a restore must give back: every row, a till that finds people by name, events that go out, and a doctor who agrees. */
  async function expectWhole(cluster: Cluster, database: string) {
    const there = await countRows(cluster.superuser(database))
    expect(rows).toMatchObject({ 'public.customers': 3, 'public.data_keys': 3, 'public.audit_chains': 1 })
    const ofKith = (counts: Record<string, number>) =>
      Object.fromEntries(Object.entries(counts).filter(([name]) => name.startsWith('public.')))
    expect(ofKith(there)).toEqual(ofKith(rows))
    const kith = await open(cluster.urlOf(database))
    const http = await startHttp(kith)
    const answer = await fetch(`${http.url}/api/v1/customers?q=salma`, {
      headers: { authorization: `Bearer ${apiKey}` },
    })
    const { items } = (await answer.json()) as { items: { firstName: string }[] }
    expect(items).toMatchObject([{ firstName: 'Salma' }])
    const background = await startBackground(kith)
    const delivered = `select from event_lanes l where l.position >= (select count(*) from events)
      and not exists (select from event_subscribers s where s.tenant_id = l.tenant_id and s.position < l.position)`
    const look = new pg.Client(cluster.superuser(database))
    await look.connect()
    await eventually(async () => (await look.query(delivered)).rowCount === 1)
    await look.end()
    await background.stop()
    await http.stop()
    await kith.close()
  }

  beforeAll(async () => {
    ;[old, fresh] = await Promise.all([
      aCluster(path.join(folder, 'old'), debian),
      aCluster(path.join(folder, 'fresh'), debian),
    ])
    await old.admin.query(`create role kith login createrole password 'secret'`)
    await old.admin.query('create database kith owner kith')
    // Numbers of transactions as in a cluster that has run for long.
    await old.admin.query('create table burnt (n int)')
    for (let n = 0; n < 3_000; n += 1_000)
      await old.admin.query(`do $$ begin for n in 1..1000 loop insert into burnt values (n); commit; end loop; end $$`)
    await migrateOnly(configOf(old.urlOf('kith')), jobs)
    const kith = await open(old.urlOf('kith'))
    const http = await startHttp(kith)
    const made = await createTenant(kith.db, 'test', NewTenant.parse({ slug: 'shop', name: 'A shop' }))
    apiKey = made.apiKey
    tenantId = made.tenant.id
    for (const firstName of PEOPLE) {
      const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
      await fetch(`${http.url}/api/v1/customers`, { method: 'POST', headers, body: JSON.stringify({ firstName }) })
    }
    await inTenant(kith.db, itself(tenantId, 'test'), linkEntries)
    await http.stop()
    await kith.close()
    rows = await countRows(old.superuser('kith'))
    for (const step of ['dump', 'keys']) {
      expect(await page(step, { DATABASE_URL: old.urlOf('kith') })).toMatchObject({ code: 0 })
    }
  })
  afterAll(async () => {
    await old?.stop()
    await fresh?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('into a fresh cluster, by an owner who may not make roles', async () => {
    await fresh.admin.query(`create role keeper login createrole password 'secret'`)
    const SUPERUSER_URL = fresh.urlOf('postgres', 'postgres')
    expect(await shell(commandsOf('database').replace(' createrole', ''), { SUPERUSER_URL })).toMatchObject({ code: 0 })
    const DATABASE_URL = fresh.urlOf('kith_restored')
    const restored = await page('restore', { DATABASE_URL, ADMIN_URL: fresh.urlOf('postgres', 'keeper') })
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('The schema is up to date.') })
    await expectWhole(fresh, 'kith_restored')
  })

  test('doctor is red, line by line, where rows are missing', async () => {
    const DATABASE_URL = fresh.urlOf('kith_restored')
    const damaged = new pg.Client(fresh.superuser('kith_restored'))
    await damaged.connect()
    await damaged.query(`delete from audit_entries where id = (select ids[cardinality(ids)] from audit_batches);
      delete from customer_tally where id = (select id from customer_tally limit 1); update customer_search set tokens = '{}'`)
    await damaged.end()
    const { code, stdout } = await shell('kith --json doctor', { DATABASE_URL })
    const bad = JSON.parse(stdout).checks.filter(({ ok }: { ok: boolean }) => !ok)
    expect([code, bad]).toEqual([
      1,
      [
        { name: 'search', ok: false, found: 'shop: does not find customers who are there' },
        { name: 'counts', ok: false, found: expect.stringMatching(/^shop: 3 customers, [012] by the tally$/) },
        { name: 'audit chain', ok: false, found: expect.stringMatching(/^shop: broken at \d+: removed$/) },
      ],
    ])
  })

  test('migrate mends a restore that was made before the roles were there, in a database that sorts otherwise, and not tables of another owner', async () => {
    await fresh.admin.query('drop database kith_restored')
    const { rows: made } = await fresh.admin.query(
      `select rolname as name from pg_roles where starts_with(rolname, 'kith_')`,
    )
    for (const { name } of made) await fresh.admin.query(`drop role ${name}`)
    await fresh.admin.query('alter role kith createrole')
    await fresh.admin.query(`create database late owner kith template template0 locale_provider libc locale 'C'`)
    const DATABASE_URL = fresh.urlOf('late')
    const restored = await shell('pg_restore --dbname="$DATABASE_URL" kith.dump', { DATABASE_URL })
    expect(restored).toMatchObject({ code: 1, stderr: expect.stringContaining('role "kith_app" does not exist') })
    await expect(open(DATABASE_URL)).rejects.toThrow('run `kith migrate`')
    const { applied, repaired } = await migrateOnly(configOf(DATABASE_URL), jobs)
    expect(applied).toEqual([])
    expect(repaired.filter((statement) => statement.includes('create policy tenant')).length).toBeGreaterThan(30)
    await expectWhole(fresh, 'late')
    expect((await migrateOnly(configOf(DATABASE_URL), jobs)).repaired).toEqual([])
    await fresh.admin.query('create role stranger')
    const look = new pg.Client(fresh.superuser('late'))
    await look.connect()
    await look.query('alter table customers owner to stranger')
    await look.end()
    const told = 'The table customers belongs to stranger and not to the role of DATABASE_URL'
    await expect(migrateOnly(configOf(DATABASE_URL), jobs)).rejects.toThrow(told)
  })
})
