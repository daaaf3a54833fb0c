import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../src/db/embedded/index.ts'
import { sign } from '../../src/modules/privacy/erasure/signing.ts'
import { eventually } from '../harness.ts'
import { aFolder, ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

inMigratedFolder()

test('a server that joined the database of another process goes on when that one ends', async () => {
  const first = await startServer()
  const second = await startServer()
  const database = () => readFileSync(path.join(ownFolder(), 'pgdata/postmaster.pid'), 'utf8').split('\n')[0]
  const before = database()
  expect(await ended(first.child, 'SIGTERM')).toBe(0)
  await eventually(async () => {
    const ready = await fetch(`${second.url}/health/ready`).catch(() => null)
    return ready?.status === 200 && database() !== before
  })
  expect(second.log()).toContain('kith: PostgreSQL was stopped by the process that had started it\n')
  expect(await ended(second.child, 'SIGTERM')).toBe(0)
})

test('a server that was told to stop first says that it is not ready and answers on, until a second signal or its time', async () => {
  const { child, url } = await startServer({ KITH_LEAVING_SECONDS: '300' })
  child.kill('SIGTERM')
  const ready = await eventually(async () => {
    const answer = await fetch(`${url}/health/ready`)
    return answer.status === 503 && answer
  })
  expect(await ready.json()).toMatchObject({ status: 'not_ready', trouble: ['The server is stopping'] })
  expect((await fetch(`${url}/openapi.json`)).status).toBe(200)
  expect(await ended(child, 'SIGTERM')).toBe(0)
})

test.each(['KITH_MASTER_KEY', 'KITH_MASTER_KEY_PREVIOUS'])(
  'a %s that cannot be opened is refused before the database starts',
  async (setting) => {
    const elsewhere = aFolder()
    const refused = await kith(['start'], { KITH_DATA: elsewhere, [setting]: 'file:/nowhere/key' })
    expect(refused).toMatchObject({ code: 78, stderr: 'kith: /nowhere/key cannot be read (ENOENT)\n' })
    expect(existsSync(path.join(elsewhere, 'pgdata'))).toBe(false)
    rmSync(elsewhere, { recursive: true, force: true })
  },
)

test('a taken port ends the start, background work and database included, with one line', async () => {
  const first = await startServer()
  const elsewhere = aFolder()
  const second = await kith(['start'], { KITH_DATA: elsewhere, PORT: new URL(first.url).port })
  expect(second.code).toBe(1)
  const port = new URL(first.url).port
  expect(second.stderr).toBe(`kith: PORT ${port} is in use by another program (EADDRINUSE); choose another\n`)
  rmSync(elsewhere, { recursive: true, force: true })
  expect(await ended(first.child, 'SIGTERM')).toBe(0)
})

test('verifies a certificate of erasure with nothing but the file: 0 when it holds, 1 when not', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const [key, id] = [await exportJWK(publicKey), await calculateJwkThumbprint(await exportJWK(publicKey))]
  const uuid = '0192aaaa-0000-7000-8000-000000000000'
  const claims = {
    ...{ tenant: uuid, erasure: uuid, request: null, customer: 'ab', reason: 'requested', erasedAt: '2026-01-01' },
    ...{ certifiedAt: '2026-01-01', tables: [{ table: 'data_keys', rows: 1, fate: 'erased' as const }] },
    audit: { entry: 1, position: 2, hash: 'cd' },
  }
  const certificate = await sign({ id, privateJwk: await exportJWK(privateKey) }, claims)
  const file = path.join(ownFolder(), 'certificate.json')
  writeFileSync(file, JSON.stringify({ certificate, key, thumbprint: id }))
  expect(JSON.parse((await kith(['--json', 'privacy', 'verify', file, '--key', id])).stdout)).toEqual({
    valid: true,
    pinned: true,
    thumbprint: id,
    claims,
  })
  expect(await kith(['privacy', 'verify', file])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`key ${id}`),
  })
  expect(await kith(['privacy', 'verify', file, '--key', 'another'])).toMatchObject({
    code: 1,
    stderr: 'kith: It was signed with another key.\n',
  })
  writeFileSync(file, JSON.stringify({ certificate: `${certificate.slice(0, -4)}AAAA`, key, thumbprint: id }))
  expect(await kith(['privacy', 'verify', file])).toMatchObject({ code: 1, stdout: '' })
})

test('names the first entry of the audit trail that was changed, reordered or removed, and ends with 1', async () => {
  const server = await startServer()
  const made = await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])
  const { apiKey } = JSON.parse(made.stdout)
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  for (let n = 0; n < 4; n++) await fetch(`${server.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' })
  const verify = async () => {
    const { code, stdout } = await kith(['--json', 'audit', 'verify', '--tenant', 'shop'])
    return { code, report: JSON.parse(stdout).reports[0] }
  }
  await eventually(async () => (await verify()).report.unsealed === 0)
  expect(await verify()).toMatchObject({ code: 0, report: { broken: null } })

  const { host, port, stop } = await openEmbedded({ dataFolder: ownFolder() })
  const database = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
  await database.connect()
  try {
    const batches = async () =>
      (await database.query<{ seq: string; ids: string[] }>('select seq, ids from audit_batches order by position'))
        .rows
    const places = (await batches()).flatMap(({ seq, ids }) => ids.map((id, n) => ({ seq, id, first: n === 0 })))
    const third = places[2]!.id
    /** The third and the fourth entry change places, whether they were sealed together or apart. */
    const swap = async () => {
      const fourth = places[3]!.id
      for (const { seq, ids } of await batches()) {
        const swapped = ids.map((id) => (id === third ? fourth : id === fourth ? third : id))
        await database.query('update audit_batches set ids = $1 where seq = $2', [swapped, seq])
      }
    }
    const change = (action: string) => () =>
      database.query(`update audit_entries set action = ${action} where id = $1`, [third])
    const damages = [
      ['changed', change(`'x' || action`), change('substr(action, 2)'), 3],
      ['reordered', swap, swap, 1 + places.slice(0, 3).findLastIndex(({ first }) => first)],
      ['removed', () => database.query('delete from audit_entries where id = $1', [third]), null, 3],
    ] as const
    for (const [what, damage, repair, at] of damages) {
      await damage()
      const { code, report } = await verify()
      expect([what, code, report.broken.seq]).toEqual([what, 1, at])
      if (repair === null) continue
      await repair()
      expect(await verify()).toMatchObject({ code: 0, report: { broken: null } })
    }
  } finally {
    await database.end()
    await stop()
  }
})
