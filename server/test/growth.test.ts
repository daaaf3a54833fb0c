import { afterAll, beforeAll, expect, test } from 'vitest'
import { growthInWords, measureGrowth } from '../src/cli/growth.ts'
import { runJob } from '../src/kit/jobs.ts'
import { openLog } from '../src/kit/log.ts'
import { jobs } from '../src/main.ts'
import { aPerson } from '../src/modules/accounts/accounts.harness.ts'
import { create } from '../src/modules/customers/contract.ts'
import { aTenant, aWorld, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const count = async (query: string, values: unknown[]) =>
  (await world.owner.query<{ n: number }>(`select count(*)::int as n from ${query}`, values)).rows[0]!.n
const run = (name: string) => runJob(world.kith.db, jobs.find((job) => job.name === name)!, openLog('silent'))

test('messages end after their days, those of today stay, and one that is still to be sent too', async () => {
  const shop = await aTenant(world)
  for (let n = 0; n < 3; n++) await aPerson(shop)
  const { rows } = await world.owner.query('select id from messages where tenant_id = $1 order by id', [shop.id])
  const over = `update messages set queued_at = now() - interval '401 days', status = 'sent', due_at = null where id = $1`
  await world.owner.query(over, [rows[0].id])
  await world.owner.query(
    `update messages set queued_at = now() - interval '401 days', status = 'queued', due_at = now() where id = $1`,
    [rows[1].id],
  )
  await run('forget-messages')
  const left = await world.owner.query('select id from messages where tenant_id = $1', [shop.id])
  expect(left.rows.map(({ id }) => id).sort()).toEqual(rows.slice(1).map(({ id }) => id))
})

test('events end that were delivered or given up long ago; what still waits stays, however old', async () => {
  const shop = await aTenant(world)
  for (let n = 0; n < 5; n++) await shop.call(create, {})
  const { rows } = await world.owner.query('select id from events where tenant_id = $1 order by id', [shop.id])
  const [delivered, lately, parked, recently] = rows.map(({ id }) => id)
  for (const [id, column, days] of [
    [delivered, 'delivered_at', 31],
    [lately, 'delivered_at', 29],
    [parked, 'parked_at', 91],
    [recently, 'parked_at', 89],
  ]) {
    await world.owner.query(`update events set ${column} = now() - $2 * interval '1 day' where id = $1`, [id, days])
  }
  await world.owner.query(`update events set at = now() - interval '1 year' where tenant_id = $1`, [shop.id])
  await run('forget-delivered-events')
  const left = await world.owner.query('select id from events where tenant_id = $1', [shop.id])
  const gone = rows.map(({ id }) => id).filter((id) => !left.rows.some((row) => row.id === id))
  expect(gone).toEqual([delivered, parked])
})

test('doctor counts what is stored for all tenants, how much of it is new, and since when', async () => {
  const shops = [await aTenant(world), await aTenant(world)]
  for (const shop of shops) for (let n = 0; n < 2; n++) await shop.call(create, {})
  await world.owner.query(
    `update customers set created_at = '2020-02-03T10:00:00Z' where id =
      (select id from customers where tenant_id = $1 limit 1)`,
    [shops[0]!.id],
  )
  const stored = await measureGrowth(world.kith)
  const all = await count('customers', [])
  const customers = stored.find(({ table }) => table === 'customers')!
  expect(customers).toMatchObject({ rows: all, lately: all - 1, oldest: '2020-02-03T10:00:00.000Z' })
  expect(customers.bytes).toBeGreaterThan(0)
  expect(stored.map(({ table }) => table)).toContain('pgboss')
  expect(stored.map(({ bytes }) => bytes)).toEqual(stored.map(({ bytes }) => bytes).sort((a, b) => b - a))
  const words = growthInWords(stored)
  expect(words).toMatch(/^customers +[\d.]+ MB +\d+ +\d+ \([\d.]+ MB\) +2020-02-03 +stays: /m)
})
