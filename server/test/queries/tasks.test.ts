import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../harness.ts'
import { placesOfTenant, tasksOf } from './tasks.ts'

let world: World
let client: pg.PoolClient
beforeAll(async () => {
  world = await aWorld()
  client = await world.kith.db.pool.connect()
})
afterAll(async () => {
  client.release()
  await world.close()
})

test.each([
  ['select "id" from "customers" where "id" = $1 and "tenant_id" = $2', [2]],
  ['select 1 from customers c join customer_search s on s.tenant_id = $1 where c.tenant_id = $2 and $3 = c.id', [1, 2]],
  ['select 1 from customers c where $1::uuid = c.tenant_id', [1]],
  ['insert into customer_tally ("kind", "tenant_id") values ($1, $2)', [2]],
  [
    'insert into "customer_tally" as t ("tenant_id", "kind") select $1, kind from customers where tenant_id = $2',
    [2, 1],
  ],
  ['select 1', []],
] as const)('the tenant goes into its places: %s', (text, places) => {
  expect(placesOfTenant(text)).toEqual(places)
})

test.each([
  'select id from customers where id = $1 and tenant_id = $2',
  "select id from customers where tenant_id = '…' and id in ($1, …)",
  'insert into idempotency_keys ("tenant_id", "caller", "key_digest", "request") values ($1, $2, $3, $4)',
  'update customers set tier = $1 where tenant_id = $2',
])('is planned without being run, and has no tasks where nothing is distributed: %s', async (text) => {
  expect(await tasksOf(client, text, randomUUID())).toEqual({ tasks: null, trouble: null })
})

test('what is no whole statement is not tried, and says why', async () => {
  expect(await tasksOf(client, 'select planted from customers', randomUUID())).toEqual({
    tasks: null,
    trouble: expect.stringMatching(/^42703 .*planted/),
  })
  expect(await tasksOf(client, 'select id from customers where tenant_id = $1', randomUUID())).toMatchObject({
    trouble: null,
  })
})

test('of what Citus says, the part with the most tasks counts', async () => {
  const said = [{ 'QUERY PLAN': [{ Plan: { Parts: [{ Job: { 'Task Count': 1 } }, { Job: { 'Task Count': 32 } }] } }] }]
  const citus = { query: async (text: string) => ({ rows: text.startsWith('explain') ? said : [] }) }
  expect(await tasksOf(citus as unknown as pg.ClientBase, 'select 1', randomUUID())).toEqual({
    tasks: 32,
    trouble: null,
  })
})
