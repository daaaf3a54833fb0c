import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Body, eventually } from '../harness.ts'
import { holdAfterFirst } from '../held.ts'
import { ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

inMigratedFolder()

const PEOPLE = 3_000
const named = (key: string) => ({ key, name: { en: key, ar: key } })
const DECIDED = {
  segments: [{ ...named('whole'), rule: { attribute: 'completeness', is: 'at_least', value: 100 } }],
  otherwise: named('others'),
  tags: [],
}

test('after kill -9 while segments are applied to all customers it goes on, and each is where a recount finds them', async () => {
  await kith(['tenant', 'create', 'shop', '--name', 'Shop'])
  const scopes = 'customers:read,customers:import,segments:read,segments:manage'
  const { stdout } = await kith(['--json', 'key', 'create', '--name', 'segments', '--scopes', scopes])
  const headers = { authorization: `Bearer ${JSON.parse(stdout).apiKey}`, 'content-type': 'application/json' }
  const file = path.join(ownFolder(), 'people.csv')
  // Every second has an e-mail too.
  const lines = Array.from(
    { length: PEOPLE },
    (_, n) => `Person ${n},+9689${String(1_000_000 + n)},${n % 2 === 0 ? `p${n}@example.com` : ''}`,
  )
  writeFileSync(file, ['name,phone,email', ...lines].join('\n'))
  await kith(['import', file])

  const first = await startServer()
  const call = async (url: string, method: string, at = '', body?: unknown) => {
    const answer = await fetch(`${url}/api/v1/segments${at}`, {
      ...{ method, headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const told = (await answer.json()) as Body
    expect(answer.status, JSON.stringify(told)).toBe(200)
    return told
  }
  const held = await holdAfterFirst(ownFolder(), 'segment_runs')
  let before: number
  try {
    await call(first.url, 'PUT', '', DECIDED)
    before = await eventually(async () => (await call(first.url, 'GET')).applying?.done)
    await ended(first.child, 'SIGKILL')
  } finally {
    await held.letGo()
  }

  const second = await startServer()
  const done = await eventually(async () => {
    const now = await call(second.url, 'GET')
    if (now.applying !== null) expect(now.applying.done).toBeGreaterThanOrEqual(before)
    return now.applying === null && now
  })
  expect(before).toBeLessThan(PEOPLE)
  expect([done.segments[0].customers, done.otherwise.customers]).toEqual([PEOPLE / 2, PEOPLE / 2])
  // The statement that applies rules to all finds no one to move.
  expect(await call(second.url, 'POST', '/preview', DECIDED)).toMatchObject({ customers: PEOPLE, changing: 0 })
})
