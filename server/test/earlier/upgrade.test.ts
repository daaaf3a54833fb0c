import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

const FOLDER = 'server/migrations'
const FIRST_OF_THIS_RELEASE = '0092'

let admin: pg.Client
let database: pg.Client
const name = `t_${randomUUID().replaceAll('-', '')}`
const apply = async (which: (file: string) => boolean) => {
  for (const file of readdirSync(FOLDER).filter(which).sort())
    await database.query(readFileSync(`${FOLDER}/${file}`, 'utf8'))
}
const lines = async (query: string) => (await database.query(query)).rows

/** The database of the release before. */
beforeAll(async () => {
  const { host, port } = inject('server')
  admin = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${name}`)
  database = new pg.Client({ host, port, user: 'postgres', database: name })
  await database.connect()
  await database.query('grant usage on schema public to kith_app, kith_platform, kith_search, kith_backup')
  await apply((file) => file < FIRST_OF_THIS_RELEASE)
})
afterAll(async () => {
  await database.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

const [shop, neighbour] = [randomUUID(), randomUUID()]
const event = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const CUSTOMER = '00000000-0000-7000-8000-0000000000cc'

test('events that were not delivered at the upgrade are behind the position of the subscriber, and the others are not', async () => {
  for (const [tenant, slug] of [
    [shop, 'shop'],
    [neighbour, 'next-door'],
  ])
    await database.query('insert into tenants (tenant_id, slug, name) values ($1, $2, $2)', [tenant, slug])
  const insert = (n: number, more: string, tenant = shop) =>
    database.query(
      `insert into events (tenant_id, id, type, customer_id, data, actor, at, ${more.split(' = ')[0]})
         values ($1, $2, 'CustomerUpdated', $3, '{}', 'test', now() - $4::int * interval '1 minute', ${more.split(' = ')[1]})`,
      [tenant, event(n), CUSTOMER, 10 - n],
    )
  await insert(1, `delivered_at = now()`)
  await insert(2, `delivered_at = null`)
  await insert(3, `delivered_at = now()`)
  await insert(4, `parked_at = now()`)
  await insert(5, `attempts = 2`)
  await insert(6, `delivered_at = null`, neighbour)

  await apply((file) => file >= FIRST_OF_THIS_RELEASE)

  expect(await lines('select tenant_id, position::int, ids from event_batches order by position desc')).toEqual([
    { tenant_id: shop, position: 5, ids: [1, 3, 4, 2, 5].map(event) },
    { tenant_id: neighbour, position: 1, ids: [event(6)] },
  ])
  expect(
    await lines('select tenant_id, subscriber, position::int from event_subscribers order by position desc'),
  ).toEqual([
    { tenant_id: shop, subscriber: 'tell-officers-of-deadlines', position: 3 },
    { tenant_id: neighbour, subscriber: 'tell-officers-of-deadlines', position: 0 },
  ])
  expect(await lines('select position::int, event_id, parked_at from event_holds')).toEqual([
    { position: 3, event_id: event(4), parked_at: expect.any(Date) },
  ])
})

test('a relay and a sealer of the release before find nothing to do, now and later, and fail at nothing', async () => {
  const asBefore = async (query: string) => {
    await database.query(`begin; set local role kith_app; set local app.tenant = '${shop}'`)
    try {
      return (await database.query(query)).rows
    } finally {
      await database.query('rollback')
    }
  }
  const waiting = `select id from events where tenant_id = '${shop}' and delivered_at is null and parked_at is null`
  const insert = `insert into events (tenant_id, id, type, customer_id, data, actor) values ('${shop}', '${event(7)}', 'x', null, '{}', 'test') returning delivered_at`
  expect(await asBefore(waiting)).toEqual([])
  expect(await asBefore(insert)).toEqual([{ delivered_at: expect.any(Date) }])
  const head = `insert into audit_heads (tenant_id, seq, hash) values ('${shop}', 0, '\\x00') on conflict (tenant_id) do nothing returning seq`
  expect(await asBefore(head)).toEqual([{ seq: '0' }])
  await database.query(`insert into audit_heads (tenant_id, seq, hash) values ('${shop}', 0, '\\x00')`)
  expect(await asBefore('select seq from audit_heads for update skip locked')).toEqual([])
  expect(await asBefore('select seq from audit_heads')).toHaveLength(1)
})
