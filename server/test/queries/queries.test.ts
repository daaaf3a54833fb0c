import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { describe, expect, test } from 'vitest'
import { normalised, type Recorded, recordStatements } from '../../src/db/recorder.ts'
import { problemOf } from './check.ts'
import { FOLDER, OWNING, ownerOf, read, written } from './files.ts'

const TENANT = '0198c2f0-0000-7000-8000-000000000001'

describe('the recorded statements', () => {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.sql')) : []
  const all = files.map((file) => [file, read(readFileSync(path.join(FOLDER, file), 'utf8'))] as const)

  test('are there for every module with tables, once they are there', () => {
    if (files.length === 0) return
    expect(files.sort()).toEqual(OWNING.map((owner) => `${owner}.sql`).sort())
    expect(all.filter(([, statements]) => statements.length === 0).map(([file]) => file)).toEqual([])
  })

  test.each(all)('%s: each names its tenant, and belongs there', (file, statements) => {
    expect(statements.flatMap((one) => problemOf(one) ?? [])).toEqual([])
    expect(statements.filter(({ text }) => `${ownerOf(text)}.sql` !== file)).toEqual([])
  })

  test.each(all)('%s: no value is in it', (_, statements) => {
    expect(statements.filter(({ text }) => normalised(text) !== text)).toEqual([])
  })
})

describe('a statement', () => {
  const as = (sender: Recorded['as'], text: string) => problemOf({ as: sender, text })

  test.each([
    'select "id" from "customers" where "tenant_id" = $1 and "id" = $2',
    'select c.id from customers c where $1::uuid = c.tenant_id',
    "select count(*) from customers where tenant_id = '…'",
    'insert into customers ("tenant_id", "id") values ($1, $2)',
    'insert into "customer_tally" as t ("tenant_id", "kind") select $1, kind from customers where tenant_id = $2',
    'select 1',
    'savepoint subscriber /* tenant_id */',
  ])('that names its tenant is let through: %s', (text) => {
    expect(as('tenant', text)).toBeNull()
  })

  test.each([
    'select id from customers where id = $1',
    'select id from customers where id = $1 /* tenant_id = $2 */',
    "select id from customers where 'tenant_id = $1' <> $2",
    'select c.id from customers c join customer_search s on s.tenant_id = c.tenant_id',
    'update customers set tier = $1 where id = $2 returning tenant_id',
    'delete from carts using customers where customers.id = $1',
    'insert into customers (id) values ($1)',
  ])('that names none is refused: %s', (text) => {
    expect(as('tenant', text)).toMatch(/^names no tenant: /)
    expect(as('none', text)).toMatch(/^names no tenant: /)
  })

  test('over all tenants asks only what is listed with a reason', () => {
    expect(as('kith_platform', 'select distinct tenant_id from messages where due_at <= now()')).toBeNull()
    expect(as('kith_platform', 'select tenant_id from customers')).toMatch(/^customers over all tenants: /)
  })
})

describe('a recorded text', () => {
  test.each([
    ['select  *\n  from a -- why\n where x = $3 and y = $7', 'select * from a where x = $1 and y = $2'],
    ['insert into a ("x","y") values ($1,$2),($3,$4),($5,$6)', 'insert into a ("x", "y") values ($1, $2)'],
    [
      'insert into a (x) values ($1::int),($2::int) on conflict (x) do update set y = $3',
      'insert into a (x) values ($1::int) on conflict (x) do update set y = $2',
    ],
    ['select 1 where x in ($1, $2, $3) and y in ($4)', 'select 1 where x in ($1, …) and y in ($2, …)'],
    ['select array[$1, $2] || $3', 'select array[$1, …] || $2'],
    [
      `select 1 where state = 'placed' and tenant_id = '${TENANT}' and name = 'Salma'`,
      "select 1 where state = 'placed' and tenant_id = '…' and name = '…'",
    ],
    ["select interval '10 minutes' where note = 'it''s, ($1), ($2)'", "select interval '10 minutes' where note = '…'"],
    ['select 96891234567 limit 500', 'select 0 limit 500'],
    [
      "/* planned anew */ select id from a where tier = 'gold' and age > 18 and x1 = 7",
      "/* planned anew */ select id from a where tier = '…' and age > 0 and x1 = 0",
    ],
    ['select ( $1 ), $2', 'select ($1), $2'],
  ])('is the same for the same statement: %s', (text, expected) => {
    expect(normalised(text)).toBe(expected)
    expect(normalised(expected)).toBe(expected)
  })

  test('is read from a file as it was written, with the sender', () => {
    const statements: Recorded[] = [
      { as: 'kith_platform', text: 'select tenant_id from tenants order by tenant_id' },
      { as: 'none', text: 'select 1 from customers' },
      { as: 'tenant', text: 'insert into customers (tenant_id) values ($1) on conflict (tenant_id) do nothing' },
      { as: 'tenant', text: "select id from customers left join carts using (id) where tenant_id = $1 and a = '…'" },
    ]
    const file = written('customers', statements)
    expect(file).toMatch(/^-- What customers sends/)
    expect(file).toContain('\n  where tenant_id = $1')
    const byText = (one: Recorded, other: Recorded) => (one.text < other.text ? -1 : 1)
    expect(read(file).sort(byText)).toEqual(statements.sort(byText))
    expect(read(written('customers', []))).toEqual([])
  })
})

describe('the recorder', () => {
  /** As much of a pool as it uses; what is sent arrives in `sent`. */
  function aPool() {
    const pool = new EventEmitter()
    const sent: unknown[] = []
    const client = { query: async (one: unknown) => void sent.push(one) }
    return { pool: pool as unknown as pg.Pool, client, sent, connect: () => pool.emit('connect', client) }
  }

  test('keeps each text once, with who sent it, and sends all of them on', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kith-recorder-'))
    try {
      const { pool, client, sent, connect } = aPool()
      recordStatements(pool, folder)
      connect()
      const texts = [
        `begin; set local app.tenant = '${TENANT}'`,
        { text: 'select id from customers where tenant_id = $1', values: ['Salma'] },
        { text: 'select id from customers where tenant_id = $1', values: ['Omar'] },
        'commit; begin read only; set local role kith_platform',
        'select tenant_id from tenants',
        'rollback',
        'select 1',
        { cursor: 'a copy has no text' },
      ]
      for (const one of texts) await client.query(one)
      expect(sent).toEqual(texts)
      const [file] = readdirSync(folder)
      const lines = readFileSync(path.join(folder, file!), 'utf8').trim().split('\n')
      expect(lines.map((line) => JSON.parse(line))).toEqual([
        { as: 'tenant', text: "begin; set local app.tenant = '…'" },
        { as: 'tenant', text: 'select id from customers where tenant_id = $1' },
        { as: 'kith_platform', text: 'commit; begin read only; set local role kith_platform' },
        { as: 'kith_platform', text: 'select tenant_id from tenants' },
        { as: 'none', text: 'rollback' },
        { as: 'none', text: 'select 1' },
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('does not even listen where nothing is to be recorded', () => {
    const { pool } = aPool()
    recordStatements(pool, '')
    expect(pool.listenerCount('connect')).toBe(0)
  })
})
