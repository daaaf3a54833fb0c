import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

test('every table that is vacuumed in its own way stands in docs/operations.md with the reason, and no other', async () => {
  const { rows } = await world.owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and exists (select from unnest(reloptions) as option where option like 'autovacuum%') order by 1`,
  )
  const [, section] = /\n\*\*Vacuum\*\*([\s\S]*?)\n\n\*\*/.exec(readFileSync('docs/operations.md', 'utf8')) ?? []
  const lines = section!.split('\n').filter((line) => line.startsWith('| `'))
  const named = lines.flatMap((line) => [...line.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name))
  expect(named.sort()).toEqual(rows.map(({ name }) => name))
  for (const line of lines) expect(line.split('|')[3]!.trim()).toMatch(/\w+ \w+/)
})
