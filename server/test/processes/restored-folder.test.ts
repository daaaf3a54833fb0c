import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { eventually } from '../harness.ts'
import { aFolder, copy, ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

inMigratedFolder()

test('repeats the erasures that a restored data folder undid, from the ledger that lay elsewhere', async () => {
  const elsewhere = aFolder()
  const [backup, ledger] = [path.join(elsewhere, 'backup'), path.join(elsewhere, 'erasures.ndjson')]
  const settings = { KITH_ERASURE_LEDGER: ledger }
  const { apiKey } = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  let url = ''
  const ask = async (method: string, place: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`${url}/api/v1${place}`, { method, headers, ...sent })
    return { status: answer.status, body: (await answer.json()) as { id: string } }
  }
  const during = async (work: () => Promise<void>) => {
    const server = await startServer(settings)
    url = server.url
    await work()
    expect(await ended(server.child, 'SIGTERM')).toBe(0)
  }
  const aCustomer = async (firstName: string) => (await ask('POST', '/customers', { firstName })).body.id
  const erase = async (id: string) => {
    const { body } = await ask('POST', `/customers/${id}/erasure`, { reason: 'requested' })
    await eventually(async () => (await ask('GET', `/erasures/${body.id}/certificate`)).status === 200)
  }
  const people = { gone: '', stays: '' }
  await during(async () => {
    await erase(await aCustomer('First'))
    people.gone = await aCustomer('Gone')
    people.stays = await aCustomer('Stays')
  })
  mkdirSync(backup)
  await copy(ownFolder(), backup)
  await during(() => erase(people.gone))
  const lines = readFileSync(ledger, 'utf8')
  expect((await kith(['privacy', 'ledger'])).stdout).toBe(lines)
  rmSync(ownFolder(), { recursive: true })
  mkdirSync(ownFolder())
  await copy(backup, ownFolder())

  const repeat = async (...more: string[]) => {
    const { code, stdout, stderr } = await kith(['--json', 'privacy', 'repeat-erasures', ledger, ...more], settings)
    expect(stderr).toBe('')
    return { code, ...JSON.parse(stdout) }
  }
  const outcome = (word: string) => [{ outcome: 'gone' }, { outcome: word, customer: people.gone }]
  expect(await repeat('--dry-run')).toMatchObject({ code: 0, dryRun: true, repeated: outcome('would_be_erased') })
  expect(await repeat()).toMatchObject({ code: 0, open: 0, repeated: outcome('erased') })
  expect(await repeat()).toMatchObject({ code: 0, open: 0, repeated: outcome('gone') })
  expect((await kith(['privacy', 'repeat-erasures', ledger], settings)).stdout).toContain('No one is left.')
  await during(async () => {
    expect((await ask('GET', `/customers/${people.gone}`)).status).toBe(404)
    expect((await ask('GET', `/customers/${people.stays}`)).status).toBe(200)
    await eventually(async () => readFileSync(ledger, 'utf8').trim().split('\n').length === 3)
  })
  writeFileSync(ledger, `${lines.slice(0, 300)}\n`)
  expect(await repeat()).toMatchObject({ code: 1, open: 1, repeated: [{ outcome: 'unbelievable' }] })
  rmSync(elsewhere, { recursive: true, force: true })
})
