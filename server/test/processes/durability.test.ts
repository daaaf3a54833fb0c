import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

inMigratedFolder()

test('after kill -9 of server and database, every acknowledged customer is there, numbers have no gaps, the chain is intact', async () => {
  const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
  const acknowledged: { id: string; number: string }[] = []
  const headers = { authorization: `Bearer ${made.apiKey}`, 'content-type': 'application/json' }
  for (let round = 0; round < 2; round++) {
    const server = await startServer()
    const goal = acknowledged.length + 60
    const lane = async () => {
      for (;;) {
        const answer = await fetch(`${server.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' }).catch(
          () => null,
        )
        if (!answer) return
        const body = await answer.json().catch(() => null)
        if (answer.status === 201 && body) acknowledged.push(body as { id: string; number: string })
      }
    }
    const lanes = Array.from({ length: 8 }, lane)
    while (acknowledged.length < goal) await new Promise((resolve) => setTimeout(resolve, 5))
    const database = Number(readFileSync(path.join(ownFolder(), 'pgdata/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(database, 'SIGKILL')
    await ended(server.child, 'SIGKILL')
    await Promise.all(lanes)
  }
  const server = await startServer()
  const { items, total } = (await (
    await fetch(`${server.url}/api/v1/customers?limit=200&sort=number&order=asc`, { headers })
  ).json()) as {
    items: { id: string; number: string }[]
    total: number
  }
  const there = new Set<string>()
  for (const { id, number } of acknowledged) {
    const answer = await fetch(`${server.url}/api/v1/customers/${id}`, { headers })
    expect(answer.status, number).toBe(200)
    there.add(number)
  }
  expect(there.size).toBe(acknowledged.length)
  expect(total).toBeGreaterThanOrEqual(acknowledged.length)
  expect(items.map(({ number }) => Number(number.slice(5)))).toEqual(items.map((_, index) => index + 1))
  const verified = JSON.parse((await kith(['--json', 'audit', 'verify'])).stdout)
  expect(verified.reports).toMatchObject([{ tenant: 'shop', broken: null }])
})
