import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { linkEntries } from '../../src/kit/audit-chain.ts'
import { itself } from '../../src/kit/caller.ts'
import { inTenant } from '../../src/kit/context.ts'
import { openKith } from '../../src/kith.ts'
import { jobs, startBackground, startHttp } from '../../src/main.ts'
import { NewTenant } from '../../src/modules/tenants/contract.ts'
import { createTenant } from '../../src/modules/tenants/index.ts'
import { eventually } from '../harness.ts'
import { aCluster, type Cluster, countRows } from './cluster.ts'
import { aShell, commandsOf, debianPostgres } from './page.ts'

const debian = debianPostgres()
const PEOPLE = ['Saeed', 'Salma', 'Rahul']

describe.skipIf(!debian)('backup and restore as docs/operations.md says (needs the PostgreSQL of Debian)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-backup-'))
  const KITH_MASTER_KEY = randomBytes(32).toString('hex')
  const settings = { KITH_MASTER_KEY, PORT: '0', KITH_GRPC_PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test' }
  const shell = aShell(folder, debian?.folder ?? '', settings)
  const page = (name: string, more: Record<string, string> = {}) => shell(commandsOf(name), more)
  let old: Cluster
  let fresh: Cluster
  let apiKey: string
  let tenantId: string
  let rows: Record<string, number>

  const open = (url: string) => openKith(readConfig({ ...settings, DATABASE_URL: url }), jobs)
  /** What a restore must give back: every row, a till that finds people by name, events that go out, and a doctor who agrees. */
  async function expectWhole(cluster: Cluster, database: string) {
    const there = await countRows(cluster.superuser(database))
    expect(rows).toMatchObject({ 'public.customers': 3, 'public.data_keys': 3, 'public.audit_heads': 1 })
    const ofKith = (counts: Record<string, number>) =>
      Object.fromEntries(Object.entries(counts).filter(([name]) => name.startsWith('public.')))
    expect(ofKith(there)).toEqual(ofKith(rows))
    const kith = await open(cluster.urlOf(database))
    const http = await startHttp(kith)
    const answer = await fetch(`${http.url}/api/v1/customers?q=salma`, { headers: { authorization: `Bearer ${apiKey}` } })
    const { items } = (await answer.json()) as { items: { firstName: string }[] }
    expect(items).toMatchObject([{ firstName: 'Salma' }])
    const background = await startBackground(kith)
    const waiting = 'select from events where delivered_at is null limit 1'
    const look = new pg.Client(cluster.superuser(database))
    await look.connect()
    await eventually(async () => (await look.query(waiting)).rowCount === 0)
    await look.end()
    await background.stop()
    await http.stop()
    await kith.close()
  }

  beforeAll(async () => {
    ;[old, fresh] = await Promise.all([
      aCluster(path.join(folder, 'old'), debian!.folder),
      aCluster(path.join(folder, 'fresh'), debian!.folder),
    ])
    await old.admin.query(`create role kith login createrole password 'secret'`)
    await old.admin.query('create database kith owner kith')
    // Numbers of transactions as in a cluster that has run for long.
    await old.admin.query('create table burnt (n int)')
    for (let n = 0; n < 3_000; n += 1_000)
      await old.admin.query(`do $$ begin for n in 1..1000 loop insert into burnt values (n); commit; end loop; end $$`)
    expect(await shell('kith migrate', { DATABASE_URL: old.urlOf('kith') })).toMatchObject({ code: 0 })
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

  test('into another database of the same cluster', async () => {
    await old.admin.query('create database kith_restored owner kith')
    const restored = await page('restore', { DATABASE_URL: old.urlOf('kith_restored') })
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Gave back \d+ policies and privileges/) })
    await expectWhole(old, 'kith_restored')
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

  test('of a restore before the roles were there, into a database that sorts otherwise, migrate mends all', async () => {
    for (const name of ['kith_restored']) await fresh.admin.query(`drop database if exists ${name} with (force)`)
  })
})
