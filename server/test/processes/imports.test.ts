import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Body, eventually } from '../harness.ts'
import { holdAfterFirst } from '../held.ts'
import { ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

inMigratedFolder()

const ROWS = 3_000
const fileOf = (name: string, lines: readonly string[]) => {
  const file = path.join(ownFolder(), name)
  writeFileSync(file, ['name,phone', ...lines].join('\n'))
  return file
}

/** A file of many rows that a dry run found no fault with, and what asks for it. */
async function checkedImport() {
  await kith(['tenant', 'create', 'shop', '--name', 'Shop'])
  const scopes = 'customers:read,customers:import'
  const { stdout } = await kith(['--json', 'key', 'create', '--name', 'import', '--scopes', scopes])
  const headers = { authorization: `Bearer ${JSON.parse(stdout).apiKey}`, 'content-type': 'application/json' }
  const lines = Array.from({ length: ROWS }, (_, n) => `Person ${n},+9689${String(1_000_000 + n)}`)
  const checked = JSON.parse((await kith(['--json', 'import', fileOf('people.csv', lines), '--dry-run'])).stdout)
  expect(checked).toMatchObject({ state: 'checked', counts: { created: ROWS, refused: 0 } })
  return { id: checked.id as string, headers } // Of an import.
}

interface Asked {
  readonly id: string
  readonly headers: Readonly<Record<string, string>>
  readonly url: string
}
const stepOf = ({ id, headers, url }: Asked, step: string, method: string) =>
  fetch(`${url}/api/v1/imports/${id}${step}`, { method, headers }).then((answer) => answer.json() as Promise<Body>)

test('after kill -9 in the middle of an import it goes on at exactly the next row', async () => {
  const { id, headers } = await checkedImport()
  const first = await startServer()
  const at = (url: string, step = '', method = 'GET') => stepOf({ id, headers, url }, step, method)
  const held = await holdAfterFirst(ownFolder(), 'imports')
  let before: number
  try {
    await at(first.url, '/run', 'POST')
    before = await eventually(async () => (await at(first.url)).done)
    await ended(first.child, 'SIGKILL')
  } finally {
    await held.letGo()
  }
  expect(before).toBeLessThan(ROWS)

  const second = await startServer()
  expect((await at(second.url)).done).toBeGreaterThanOrEqual(before)
  const done = await eventually(async () => {
    const now = await at(second.url)
    return now.state === 'done' && now
  })
  expect(done.counts).toMatchObject({ created: ROWS, duplicates: 0, refused: 0 })
  const listed = await fetch(`${second.url}/api/v1/customers?limit=1&total=exact&sort=number`, { headers })
  const { total, items } = (await listed.json()) as Body
  expect([total, items[0].number]).toEqual([ROWS, `CUST-0${ROWS}`])
})

test('kith import --resume goes on with a paused import at the next row, and with no other', async () => {
  const { id, headers } = await checkedImport()
  expect(await kith(['import', '--resume', id])).toMatchObject({ code: 1, stdout: '' })
  const { url, child } = await startServer()
  const asked = { id, headers, url }
  const held = await holdAfterFirst(ownFolder(), 'imports')
  let pausing: Promise<Body>
  try {
    await stepOf(asked, '/run', 'POST')
    await eventually(held.isHeld)
    pausing = stepOf(asked, '/pause', 'POST')
    await eventually(held.isAwaited)
  } finally {
    await held.letGo()
  }
  const paused = await pausing
  expect(paused).toMatchObject({ state: 'paused' })
  expect(paused.done).toBeLessThan(ROWS)
  await ended(child, 'SIGTERM')
  const resumed = JSON.parse((await kith(['--json', 'import', '--resume', id])).stdout)
  expect(resumed).toMatchObject({ state: 'done', done: ROWS, counts: { created: ROWS, duplicates: 0, refused: 0 } })
})

test('kith import says of each refused row why, and takes back what it did', async () => {
  await kith(['tenant', 'create', 'shop', '--name', 'Shop'])
  const file = fileOf('people.csv', ['Aisha,90123456', 'Wrong,12'])
  const run = await kith(['import', file, '--map', 'name=firstName:overwrite'])
  expect(run.stdout).toMatch(
    /^row 3 {2}phone: Not a phone number of this country\n[0-9a-f-]{36} done: 1 created, 1 refused\.\n$/,
  )
  const id = /[0-9a-f-]{36}/.exec(run.stdout)![0]
  expect((await kith(['import', '--undo', id])).stdout).toContain('1 undone')
  expect(await kith(['import', file, '--map', 'nmae=firstName'])).toMatchObject({ code: 1, stdout: '' })
  expect(await kith(['import'])).toMatchObject({ code: 64 })
})
