import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

const FOLDER = 'server/migrations'
const FIRST_NOT_RELEASED = '0330'

let admin: pg.Client
let database: pg.Client
const unique = randomUUID().replaceAll('-', '')
const [name, owner] = [`t_${unique}`, `o_${unique}`]
const apply = async (which: (file: string) => boolean) => {
  for (const file of readdirSync(FOLDER).filter(which).sort())
    await database.query(readFileSync(`${FOLDER}/${file}`, 'utf8'))
}

beforeAll(async () => {
  const { host, port } = inject('server')
  admin = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.query(`create role ${owner}`)
  database = new pg.Client({ host, port, user: 'postgres', database: name })
  await database.connect()
  await database.query('grant usage on schema public to kith_app, kith_platform, kith_search, kith_backup')
  await apply((file) => file < FIRST_NOT_RELEASED)
})
afterAll(async () => {
  await database.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.query(`drop role ${owner}`)
  await admin.end()
})

test('an owner who is no superuser, and bound by row security, migrates a database that has rows', async () => {
  const tenant = randomUUID()
  await database.query(`insert into tenants (tenant_id, slug, name) values ($1, 'shop', 'Shop')`, [tenant])
  await database.query(
    `insert into loyalty_awards (tenant_id, id, customer_id, kind, points, remaining, created_at, vested_at)
       values ($1, gen_random_uuid(), gen_random_uuid(), 'adjust', 10, 10, now(), now())`,
    [tenant],
  )
  await database.query(
    'insert into loyalty_accounts (tenant_id, customer_id, debt) values ($1, gen_random_uuid(), 3)',
    [tenant],
  )
  await database.query(`grant create, usage on schema public to ${owner}`)
  await database.query(`do $$
    declare tbl regclass;
    begin
      for tbl in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
        execute format('alter table %s owner to ${owner}', tbl);
      end loop;
    end $$`)
  await database.query(`set role ${owner}`)

  await apply((file) => file >= FIRST_NOT_RELEASED)

  await database.query('reset role')
  expect((await database.query('select remaining from loyalty_awards')).rows).toEqual([{ remaining: 10 }])
  expect((await database.query('select debt from loyalty_accounts')).rows).toEqual([{ debt: 3 }])
})
