import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { planSteps, touchedBy } from './locks.ts'

const FOLDER = 'server/migrations'
let admin: pg.Client
let database: pg.Client
const name = `t_${randomUUID().replaceAll('-', '')}`
beforeAll(async () => {
  const { host, port } = inject('server')
  admin = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${name}`)
  database = new pg.Client({ host, port, user: 'postgres', database: name })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

test('the lock that is foretold for each table of each migration is the one that PostgreSQL takes', async () => {
  await database.query('grant usage on schema public to kith_app, kith_platform, kith_search, kith_backup')
  const differences: string[] = []
  for (const file of readdirSync(FOLDER).sort()) {
    const sql = readFileSync(`${FOLDER}/${file}`, 'utf8')
    const foretold = await planSteps(database, [{ name: file, sql }])
    await database.query('begin')
    const { rows: there } = await database.query<{ oid: number }>(
      `select oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    )
    // By number: a table that is dropped has no name at the end.
    const { rows: names } = await database.query<{ oid: number; table: string }>(
      'select oid, relname as table from pg_class where oid = any ($1)',
      [there.map(({ oid }) => oid)],
    )
    await database.query(sql)
    const { rows: taken } = await database.query<{ oid: number; mode: string }>(
      `select relation as oid, mode from pg_locks where pid = pg_backend_pid() and relation = any ($1)`,
      [there.map(({ oid }) => oid)],
    )
    await database.query('commit')
    const strongest = ['RowExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'AccessExclusiveLock']
    for (const { oid, table } of names) {
      const most = Math.max(...taken.filter((one) => one.oid === oid).map(({ mode }) => strongest.indexOf(mode)), -1)
      const lock = foretold.find((one) => one.table === table)?.lock
      const said = lock ? ['row exclusive', 'share', 'share row exclusive', 'access exclusive'].indexOf(lock) : -1
      if (most !== said) differences.push(`${file} ${table}: ${strongest[most]}, said ${lock}`)
    }
  }
  expect(differences).toEqual([])
})

const known = {
  tableOfIndex: new Map([['a_old', 'a']]),
  foreignKeys: [{ name: 'z_to_a', table: 'z', refersTo: 'a' }],
}

test.each([
  ['alter table a add column b text', 'access exclusive', 'none'],
  ['alter table a add column b uuid default gen_random_uuid()', 'access exclusive', 'writes'],
  ['alter table a alter column b type bigint', 'access exclusive', 'writes'],
  ['alter table a add constraint c check (b > 0)', 'access exclusive', 'reads'],
  ['alter table a add constraint c check (b > 0) not valid', 'access exclusive', 'none'],
  ['create index a_b on a (b)', 'share', 'reads'],
  ['alter table z drop constraint z_to_a', 'access exclusive', 'none'],
  ['drop table z', 'access exclusive', 'none'],
  ['drop index a_old', 'access exclusive', 'none'],
  ['create table z (id int, foreign key (id) references a (id))', 'share row exclusive', 'none'],
  ['with b as (select 1) update a set b = 2', 'row exclusive', 'writes'],
  ['lock table z, a in share row exclusive mode', 'share row exclusive', 'none'],
  ["update a set b = 1; -- why\n call protect('a')", 'access exclusive', 'writes'],
  ['alter table a set (fillfactor = 50); alter table a add column b text', 'access exclusive', 'none'],
])('%s: %s, %s', (sql, lock, work) => {
  expect(touchedBy(sql, known).get('a')).toEqual({ lock, work })
})

test('how a table is vacuumed is changed beside readers and writers', () => {
  expect(touchedBy('alter table a set (autovacuum_vacuum_scale_factor = 0.02)', known).has('a')).toBe(false)
})
