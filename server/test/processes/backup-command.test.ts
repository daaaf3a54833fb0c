import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../src/db/embedded/index.ts'
import { eventually } from '../harness.ts'
import { aFolder, ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

const KEY = { KITH_BACKUP_KEY: randomBytes(32).toString('hex') }

inMigratedFolder()

test('a backup of a server under load is restored elsewhere, whole, and is not served before the erasures since are repeated', async () => {
  const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
  const headers = { authorization: `Bearer ${made.apiKey}`, 'content-type': 'application/json' }
  const ledger = path.join(aFolder(), 'erasures.ndjson')
  const server = await startServer({ KITH_ERASURE_LEDGER: ledger })
  const notes = 'a line\nand a \\\\ second\tone'
  const answer = await fetch(`${server.url}/api/v1/customers`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ type: 'stub', firstName: 'Salim', phone: '+96891234567', notes }),
  })
  const customer = (await answer.json()) as { id: string }
  const ofShop = { 'x-kith-tenant': 'shop', 'content-type': 'application/json' }
  const registered = await fetch(`${server.url}/api/v1/auth/register`, {
    method: 'POST',
    headers: ofShop,
    body: JSON.stringify({ email: 'aisha@example.com', password: 'saffron kettle seventeen', firstName: 'Aisha' }),
  })
  const session = (await registered.json()) as { accessToken: string; refreshToken: string }
  const signedIn = async (url: string) => {
    const me = await fetch(`${url}/api/v1/me`, {
      headers: { ...ofShop, authorization: `Bearer ${session.accessToken}` },
    })
    return me.status
  }
  expect(await signedIn(server.url)).toBe(200)
  const aGuest = await fetch(`${server.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' })
  const { id: erased } = (await aGuest.json()) as { id: string }
  const reason = JSON.stringify({ reason: 'requested' })
  await fetch(`${server.url}/api/v1/customers/${erased}/erasure`, { method: 'POST', headers, body: reason })
  await eventually(async () => existsSync(ledger) && readFileSync(ledger, 'utf8').endsWith('\n'))
  const create = async () => {
    const made = await fetch(`${server.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' })
    return ((await made.json()) as { id: string }).id
  }
  const before = await Promise.all(Array.from({ length: 12 }, create))
  let goesOn = true
  const writers = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (goesOn) await create()
    }),
  )
  const folder = aFolder()
  const [file, keys] = [path.join(folder, 'all.kith'), path.join(folder, 'keys.kith')]
  expect(await kith(['backup', file, '--keys', keys], KEY)).toMatchObject({ code: 0 })
  goesOn = false
  await writers
  // No process has this id: it is larger than the largest that Linux gives.
  const TMPDIR = aFolder()
  // Under root the user of the database passes through.
  chmodSync(TMPDIR, 0o711)
  mkdirSync(path.join(TMPDIR, 'kith-drill-4194305-killed'))
  // No drill has made this.
  symlinkSync(folder, path.join(TMPDIR, 'kith-drill-4194305-link'))
  const drill = await kith(['--json', 'restore', file, '--keys', keys, '--drill'], { ...KEY, TMPDIR })
  expect(readdirSync(TMPDIR).filter((name) => name.startsWith('kith-drill-'))).toEqual(['kith-drill-4194305-link'])
  const drilled = JSON.parse(drill.stdout)
  expect(drilled).toMatchObject({ whole: true, rpoSeconds: expect.any(Number), rtoSeconds: expect.any(Number) })
  expect(drilled.checks.map(({ ok }: { ok: boolean }) => ok)).not.toContain(false)
  await ended(server.child, 'SIGTERM')
  expect(readFileSync(file).includes('Salim')).toBe(false)

  const there = { ...KEY, KITH_DATA: aFolder() }
  await kith(['migrate'], there)
  writeFileSync(path.join(there.KITH_DATA, 'master.key'), readFileSync(path.join(ownFolder(), 'master.key')))
  const cut = path.join(folder, 'cut.kith')
  writeFileSync(cut, readFileSync(file).subarray(0, 4_000))
  expect(await kith(['restore', cut, '--keys', keys], there)).toMatchObject({ code: 1 })
  expect(await kith(['restore', file, '--keys', file], there)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('the keys that were written with it'),
  })
  // What failed left no mark, so it is served; and while it is, nothing is restored.
  const empty = await startServer(there)
  expect(await kith(['restore', file, '--keys', keys], there)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('stop it first'),
  })
  await ended(empty.child, 'SIGTERM')
  const restored = await kith(['--json', 'restore', file, '--keys', keys, '--keep-keys'], there)
  expect([restored.code, restored.stderr]).toEqual([0, ''])
  expect(JSON.parse(restored.stdout)).toMatchObject({
    tables: expect.any(Number),
    chains: { businesses: 1, entries: expect.any(Number), broken: [] },
  })
  const none = path.join(folder, 'none.ndjson')
  writeFileSync(none, '\n')
  expect((await kith(['privacy', 'repeat-erasures', none], there)).stderr).toContain('no certificate')
  // It ends before the backup.
  expect(await kith(['privacy', 'repeat-erasures', ledger], there)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no erasure since'),
  })
  expect(await kith(['--json', 'start'], there)).toMatchObject({
    code: 69,
    stderr: expect.stringContaining('repeat-erasures'),
  })
  expect(await kith(['restore', '--no-erasures'], there)).toMatchObject({ code: 0 })
  expect(await kith(['doctor'], there)).toMatchObject({ code: 0 })
  const again = await startServer(there)
  const read = await fetch(`${again.url}/api/v1/customers/${customer.id}`, { headers })
  expect(await read.json()).toMatchObject({ firstName: 'Salim', notes })
  for (const id of before) expect((await fetch(`${again.url}/api/v1/customers/${id}`, { headers })).status).toBe(200)
  // Who was signed in at the time of the backup signs in anew.
  expect(await signedIn(again.url)).toBe(401)
  const refreshed = await fetch(`${again.url}/api/v1/auth/refresh`, {
    method: 'POST',
    headers: ofShop,
    body: JSON.stringify({ refreshToken: session.refreshToken }),
  })
  expect(refreshed.status).toBe(401)
  // A number that was given after the backup is not given again.
  const next = await fetch(`${again.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' })
  const { number } = (await next.json()) as { number: string }
  expect(Number(number.slice('CUST-'.length))).toBeGreaterThan(1_000 + before.length)

  const safe = { ...KEY, KITH_DATA: aFolder() }
  await kith(['migrate'], safe)
  writeFileSync(path.join(safe.KITH_DATA, 'master.key'), readFileSync(path.join(ownFolder(), 'master.key')))
  await kith(['restore', file, '--keys', keys, '--no-erasures'], safe)
  const third = await startServer(safe)
  // It may have been revoked since.
  expect((await fetch(`${third.url}/api/v1/tenant`, { headers })).status).toBe(401)
})

test('a backup whose audit chain does not hold is restored, but not served, and said to be broken', async () => {
  await kith(['tenant', 'create', 'shop', '--name', 'Shop'])
  const server = await startServer()
  // The creation of the business is the first entry of its chain; it is altered once it is sealed.
  const { host, port, stop } = await openEmbedded({ dataFolder: ownFolder() })
  const owner = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
  await owner.connect()
  await eventually(async () => (await owner.query('select from audit_batches')).rowCount)
  await owner.query("set session_replication_role = replica; update audit_entries set action = 'nothing.happened'")
  await owner.end()
  await stop()
  const folder = aFolder()
  const [file, keys] = [path.join(folder, 'all.kith'), path.join(folder, 'keys.kith')]
  expect(await kith(['backup', file, '--keys', keys], KEY)).toMatchObject({ code: 0 })
  await ended(server.child, 'SIGTERM')
  const there = { ...KEY, KITH_DATA: aFolder() }
  await kith(['migrate'], there)
  writeFileSync(path.join(there.KITH_DATA, 'master.key'), readFileSync(path.join(ownFolder(), 'master.key')))
  const restored = await kith(['restore', file, '--keys', keys, '--no-erasures'], there)
  expect(restored).toMatchObject({ code: 1, stdout: expect.stringContaining('BROKEN') })
  expect(restored.stdout).toContain('shop: broken at')
  expect(await kith(['--json', 'start'], there)).toMatchObject({ code: 69 })
})
