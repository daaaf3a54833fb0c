import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Recorded } from '../../src/db/recorder.ts'
import { linkEntries } from '../../src/kit/audit-chain.ts'
import { runJob } from '../../src/kit/jobs.ts'
import { openLog } from '../../src/kit/log.ts'
import { jobs } from '../../src/main.ts'
import { create } from '../../src/modules/customers/contract.ts'
import { deliverEvents } from '../../src/modules/events/index.ts'
import { countOn } from '../../src/modules/imports/import-row.ts'
import { aTenant, aWorld, type World } from '../harness.ts'
import { asksAnotherServer, refusedByCitus } from './citus-rules.ts'
import { tablesIn } from './files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'kith-citus-rules-'))
let world: World
beforeAll(async () => {
  const before = process.env['KITH_RECORD_QUERIES']
  process.env['KITH_RECORD_QUERIES'] = folder
  try {
    world = await aWorld()
  } finally {
    if (before === undefined) delete process.env['KITH_RECORD_QUERIES']
    else process.env['KITH_RECORD_QUERIES'] = before
  }
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const silent = openLog('silent')
const sent = (): Recorded[] =>
  readdirSync(folder).flatMap(
    (file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Recorded), // The recorder wrote it.
  )

describe('what Citus refuses', () => {
  test.each([
    ['update event_lanes set position = $1, low = $2::timestamptz where tenant_id = $3', null],
    ["update event_lanes set low = now() - interval '1 day' where tenant_id = $1", null],
    ['insert into imports (tenant_id, id, worker_at) values ($1, $2, clock_timestamp())', null],
    ['select clock_timestamp() from event_lanes where tenant_id = $1', null],
    ['update event_lanes set position = least(position, $2) where tenant_id = $1', null],
    [
      "update event_lanes set low = mark_at - interval '1 second' where tenant_id = $1",
      'a column goes into a stable function',
    ],
    [
      'update imports set worker_at = clock_timestamp() where tenant_id = $1',
      'a volatile function in what is updated or deleted',
    ],
    [
      'delete from event_lanes where tenant_id = $1 and mark_at < clock_timestamp()',
      'a volatile function in what is updated or deleted',
    ],
    [
      'update event_lanes set mark_at = coalesce(mark_at, now()) where tenant_id = $1',
      'a function that is not immutable in CASE or COALESCE',
    ],
    [
      'update event_lanes set position = 1 where tenant_id = $1 returning now()',
      'a function that is not immutable in RETURNING',
    ],
    [
      "insert into event_lanes (tenant_id) values ($1) on conflict (tenant_id) do update set mark_at = excluded.mark_at + interval '1 second'",
      'a function that is not immutable in ON CONFLICT',
    ],
    [
      'insert into event_lanes (tenant_id) values ($1) on conflict (tenant_id) do update set mark_at = to_timestamp($2::float8)',
      null,
    ],
    [
      'insert into event_lanes (tenant_id) values ($1) on conflict (tenant_id) do update set mark_at = now()',
      'a function that is not immutable in ON CONFLICT',
    ],
  ])('%s: %s', async (text, refusal) => {
    expect(await refusedByCitus(world.owner, text)).toBe(refusal)
  })

  test.each([
    ['select pg_postmaster_start_time() as server', false],
    ['select position from event_lanes where tenant_id = $1', false],
    ['select mark_server = pg_postmaster_start_time() from event_lanes where tenant_id = $1', true],
    ['update event_lanes set mark_xid = pg_snapshot_xmax(pg_current_snapshot()) where tenant_id = $1', true],
    ['select mark_xid < pg_current_xact_id() from audit_chains where tenant_id = $1', true],
  ])('%s: of another server: %s', (text, another) => {
    expect(asksAnotherServer(text, tablesIn(text))).toBe(another)
  })
})

test('relay and sealer send nothing that Citus refuses, and ask no worker for the numbers or the start of a server', async () => {
  const shop = await aTenant(world)
  const listener = { name: 'a', on: 'every kind', from: 'start', again: 'nothing more', hear: async () => {} } as const
  for (let round = 0; round < 3; round++) {
    await shop.call(create, {})
    await shop.run((ctx) => deliverEvents(ctx, [listener], silent))
    await shop.run(linkEntries)
  }
  await runJob(world.kith.db, jobs.find(({ name }) => name === 'forget-delivered-events')!, silent)
  const statements = sent()
  const written = statements.filter(({ text }) => /\b(?:event|audit)_(?:lanes|chains|batches|subscribers)\b/.test(text))
  expect(written.length).toBeGreaterThan(5)
  const wrong: string[] = []
  for (const { text } of written) {
    const refusal = await refusedByCitus(world.owner, text)
    if (refusal !== null) wrong.push(`${refusal}: ${text}`)
  }
  expect(wrong).toEqual([])
  expect(statements.filter(({ text }) => asksAnotherServer(text, tablesIn(text)))).toEqual([])
})

test('counting attempts and the progress of an import sends nothing that Citus refuses', async () => {
  const shop = await aTenant(world)
  await shop.visitor().request('POST', '/api/v1/auth/login', { email: 'no@example.com', password: 'wrong wrong wrong' })
  await shop.run((ctx) => countOn(ctx, randomUUID(), { done: 1 }))
  const written = sent().filter(({ text }) => /\b(?:insert into|update) "?(?:sign_in_attempts|imports)\b/.test(text))
  expect(written.length).toBeGreaterThan(1)
  for (const { text } of written) expect([await refusedByCitus(world.owner, text), text]).toEqual([null, text])
})
