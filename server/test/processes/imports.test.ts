import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Body, eventually } from '../harness.ts'
import { ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

inMigratedFolder()

const ROWS = 3_000
const fileOf = (name: string, lines: readonly string[]) => {
  const file = path.join(ownFolder(), name)
  writeFileSync(file, ['name,phone', ...lines].join('\n'))
  return file
}

test('after kill -9 in the middle of an import it goes on at exactly the next row', async () => {
  await kith(['tenant', 'create', 'shop', '--name', 'Shop'])
  const { stdout } = await kith([
    '--json',
    'key',
    'create',
    '--name',
    'import',
    '--scopes',
    'customers:read,customers:import',
  ])
  const headers = { authorization: `Bearer ${JSON.parse(stdout).apiKey}`, 'content-type': 'application/json' }
  const lines = Array.from({ length: ROWS }, (_, n) => `Person ${n},+9689${String(1_000_000 + n)}`)
  const checked = JSON.parse((await kith(['--json', 'import', fileOf('people.csv', lines), '--dry-run'])).stdout)
  expect(checked).toMatchObject({ state: 'checked', counts: { created: ROWS, refused: 0 } })

  const first = await startServer()
  const at = (url: string, step = '', method = 'GET') =>
    fetch(`${url}/api/v1/imports/${checked.id}${step}`, { method, headers }).then(
      (answer) => answer.json() as Promise<Body>,
    )
  await at(first.url, '/run', 'POST')
  const before = await eventually(async () => {
    const { done } = await at(first.url)
    return done > 0 && done
  })
  await ended(first.child, 'SIGKILL')

  const second = await startServer()
  const resumed = await at(second.url)
  expect(resumed.done).toBeGreaterThanOrEqual(before)
  expect(resumed.done).toBeLessThan(ROWS)
  const done = await eventually(async () => {
    const now = await at(second.url)
    return now.state === 'done' && now
  })
  expect(done.counts).toMatchObject({ created: ROWS, duplicates: 0, refused: 0 })
  const listed = await fetch(`${second.url}/api/v1/customers?limit=1&total=exact&sort=number`, { headers })
  const { total, items } = (await listed.json()) as Body
  expect([total, items[0].number]).toEqual([ROWS, `CUST-0${ROWS}`])
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
