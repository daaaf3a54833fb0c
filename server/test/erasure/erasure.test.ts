import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql as auditTables } from '../../src/kit/audit-chain.ts'
import { sql as idempotencyTables } from '../../src/kit/idempotency.ts'
import type { Holding } from '../../src/kit/personal-data.ts'
import { type DataKey, open, Unopenable } from '../../src/kit/sealing.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import { contactDigest as identifierDigest, identifierHistory } from '../../src/modules/customers/index.ts'
import { digestOf as importDigest } from '../../src/modules/imports/judge/keys.ts'
import { addressDigest } from '../../src/modules/messages/sealed.ts'
import * as privacy from '../../src/modules/privacy/contract.ts'
import { wordFor } from '../../src/modules/privacy/exports/words.ts'
import { privacy as privacyModule } from '../../src/modules/privacy/index.ts'
import { contactDigest } from '../../src/modules/verification/contact.ts'
import { modules } from '../../src/modules.ts'
import { aTenant, aWorld, type Shop, type World } from '../harness.ts'
import { inner, MARK, PLANTS, person } from './plants.ts'
import { dump, filesBelow, opened, tracesIn } from './traces.ts'

/** Tables with sealed values or keyed digests that belong to the business and to no customer. A new one needs a reason to be here. */
const OF_THE_BUSINESS: Readonly<Record<string, string>> = {
  message_templates: 'how the business words its messages',
  signing_keys: 'private keys of the business',
  api_keys: 'of the programs of the business',
  audit_heads: 'where the chain of the audit ended before there were batches',
  audit_chains: 'where the chain of the audit ends',
  audit_checkpoints: 'where the chain of the audit begins',
  audit_batches: 'the links of the chain of the audit: ids of entries and keyed digests of them',
  sign_in_flows:
    'challenges that wait minutes for a browser, found only by its secret; password resets wait here for seconds, and an erasure deletes them',
  tills: 'devices of the business',
  customer_views: 'lists that the staff made, under names that the staff gave them; never what was searched for',
  till_pins: 'of the staff, who are no customers',
  sign_in_attempts: 'attempts of anonymous callers, for minutes; they identify no one',
  customer_tokens: 'a view of customer_search',
  tenant_settings: 'what the business decided',
  webhook_endpoints: 'addresses of other systems',
  certificate_keys: 'private keys of the business',
  tenant_keys: 'keys of the business, and which master key wraps them',
  imports: 'names of files and columns, and what the business decided about them',
  import_parts: 'files that were never read: an erasure deletes all of them',
  import_columns: 'names of columns',
  order_sources: 'systems of the business that send orders, events and logins, and which key owns each',
  breaches: 'a register of the business, people as counts',
  duplicate_models: 'weights, and keyed hashes of values that five people or more have',
}
/** Sealed columns of a kept row that the business can still open. */
const STILL_OPENS: Readonly<Record<string, string>> = {
  'audit_entries.origin': 'the address of the member of staff who acted',
}
/** Digests of the row, not of anything the person has. */
const OF_THE_ROW = ['audit_entries.hash', 'audit_entries.digest']
/** Made by the erasure itself. */
const AFTERWARDS = ['erasures']

const classes = Object.assign(
  {},
  auditTables.classes,
  idempotencyTables.classes,
  ...modules.map(({ tables }) => tables),
) as Record<string, Record<string, string>>
const columnsOf = (table: string, kind: 'sealed' | 'digest') =>
  Object.entries(classes[table]!)
    .filter(([, found]) => found === kind)
    .map(([column]) => column)

let world: World
let shop: Shop
let rival: Shop
let customerId: string
let neighbourId: string
let who: { people: string[]; accounts: string[]; orders: string[]; contacts: Buffer[] }
let names: Map<string, string>
let references: Map<string, string>
const texts: string[] = []
let exported: unknown[]
let before: {
  holdings: (Holding & { module: string })[]
  named: Map<string, number>
  digests: { column: string; digest: Buffer }[]
  sealed: Buffer[]
}

beforeAll(async () => {
  world = await aWorld({ KITH_PUBLIC_URL: 'http://localhost:4999', KITH_DEV_INBOX: 'on' })
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
  const unique = (name: string) => {
    const text = `${MARK}${name}${texts.length}x`
    texts.push(text)
    return text
  }
  const uniquePhone = () => {
    const phone = `+96897${String(535_217 + texts.length * 7).padStart(6, '0')}`
    texts.push(phone.slice(4))
    return phone
  }
  await shop.call(privacy.changeSettings, { pack: 'gdpr' })
  const headers = { 'idempotency-key': 'planted' }
  const made = await shop.call(customers.create, person(unique, uniquePhone, 'first') as never, { headers })
  customerId = made.body.id
  neighbourId = (await shop.call(customers.create, { type: 'stub', firstName: 'Neighbour', phone: '+96891000001' }))
    .body.id
  for (const plant of PLANTS) await plant({ world, shop, customerId, neighbourId, unique, uniquePhone })
  const { rows: keys } = await world.owner.query('select id from data_keys where tenant_id = $1 and customer_id = $2', [
    shop.id,
    inner(customerId),
  ])
  const everyone = keys.map(({ id }) => id)
  const { rows: logins } = await world.owner.query('select id from accounts where customer_id = any ($1)', [everyone])
  const { rows: orders } = await world.owner.query('select id from orders where customer_id = any ($1)', [everyone])
  who = {
    people: everyone,
    accounts: logins.map(({ id }) => id),
    orders: orders.map(({ id }) => id),
    contacts: await contactDigests(),
  }
  names = await findNames()
  references = await findReferences()
})
afterAll(() => world.close())

/** Every contact the person ever had, as the modules look it up. */
function contactDigests(): Promise<Buffer[]> {
  return shop.run(async (ctx) => {
    const contacts = await identifierHistory(ctx, inner(customerId))
    return contacts.flatMap((contact) => [
      contactDigest(ctx, contact),
      addressDigest(ctx, contact.value),
      identifierDigest(ctx, contact.type, contact.value),
      importDigest(ctx, contact.type, contact.value),
    ])
  })
}

/** From the catalogue: how each table names the customer, or a login or an order of theirs, of a row. */
async function findNames(): Promise<Map<string, string>> {
  const { rows } = await world.owner.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and (a.attname in ('customer_id', 'account_id', 'order_id', 'about') or (c.relname in ('customers', 'customer_search') and a.attname = 'id') or exists (
         select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'customers'::regclass
            and c.relname <> 'customers' and a.attnum = any (f.conkey) and a.attname <> 'tenant_id'))`)
  const found = new Map<string, string>()
  for (const { table, column } of rows) {
    const says = column === 'about' ? '"about" && the.people' : `"${column}" = any (the.${BY[column] ?? 'people'})`
    found.set(table, [found.get(table), says].filter(Boolean).join(' or '))
  }
  return found
}

const BY: Readonly<Record<string, string>> = { account_id: 'accounts', order_id: 'orders' }

/** And by digest: tables that contain a contact of the person. */
async function findReferences(): Promise<Map<string, string>> {
  const { rows } = await world.owner.query<{ table: string; column: string; several: boolean }>(`
    select c.relname as table, a.attname as column, a.atttypid = 'bytea[]'::regtype as several
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and a.atttypid in ('bytea'::regtype, 'bytea[]'::regtype)`)
  const found = new Map(names)
  for (const { table, column, several } of rows) {
    const contains = `exists (select from unnest(the.contacts) contact where position(contact in t."${column}") > 0)`
    const says = several ? `t."${column}" && the.contacts` : contains
    if ((await count(table, { by: new Map([[table, says]]) })) === 0) continue
    found.set(table, [found.get(table), says].filter(Boolean).join(' or '))
  }
  return found
}

async function rowsAbout(table: string, { people = who.people, by = references } = {}) {
  const { rows } = await world.owner.query(
    `select t.* from ${table} t, (select $2::uuid[] as people, $3::uuid[] as accounts, $4::uuid[] as orders, $5::bytea[] as contacts) the
      where t.tenant_id = $1 and (${by.get(table) ?? 'false'})`,
    [shop.id, people, who.accounts, who.orders, who.contacts],
  )
  return rows as Record<string, unknown>[]
}
const count = async (...about: Parameters<typeof rowsAbout>) => (await rowsAbout(...about)).length

const everyRow = async (table: string) =>
  columnsOf(table, 'sealed').length === 0
    ? []
    : ((await world.owner.query(`select * from ${table} where tenant_id = $1`, [shop.id])).rows as Record<
        string,
        unknown
      >[])

const sealedIn = (table: string, rows: readonly Record<string, unknown>[]) =>
  rows.flatMap((row) =>
    columnsOf(table, 'sealed').flatMap((column) =>
      row[column] === null ? [] : { column, sealed: row[column] as Buffer },
    ),
  )

const PICTURE = /data:image\/\w+;base64,([\w+/=]+)/g

/** Every key that is left, by its id in hex. */
async function keysLeft(): Promise<Map<string, DataKey>> {
  const { rows } = await world.owner.query('select id, wrapped from data_keys where tenant_id = $1', [shop.id])
  return shop.run(async ({ keys }) => {
    const all = [keys.own, ...rows.map(({ id, wrapped }) => keys.dataKey(id, wrapped))]
    return new Map(all.map((key) => [key.id.toString('hex'), key]))
  })
}

describe('before', () => {
  test('every table with something sealed or with a customer in it is planted, and says what will become of it', async () => {
    const holdings = await shop.run(async (ctx) => {
      const all: (Holding & { module: string })[] = []
      for (const [module, hooks] of ctx.personalData)
        for (const one of await hooks.holdings(ctx, inner(customerId))) all.push({ module, ...one })
      return all
    })
    const [counts, named] = [new Map<string, number>(), new Map<string, number>()]
    for (const table of Object.keys(classes)) {
      if (AFTERWARDS.includes(table)) continue
      if (table in OF_THE_BUSINESS) {
        expect(await count(table), `${table} is said to be of the business, and has something of the person`).toBe(0)
        continue
      }
      if (!references.has(table)) {
        const said = columnsOf(table, 'sealed').length + columnsOf(table, 'digest').length
        expect(said, `${table} seals or digests something; of whom?`).toBe(0)
        continue
      }
      const rows = await count(table)
      counts.set(table, rows)
      named.set(table, await count(table, { by: names }))
      expect(rows, `nothing is planted in ${table}: add it to test/erasure/plants.ts`).toBeGreaterThan(0)
      const said = holdings.filter((one) => one.table === table)
      expect(said, `no module's holdings name ${table}`).not.toEqual([])
      for (const one of said)
        expect([rows, await count(table, { people: [inner(customerId)] })], table).toContain(one.rows)
      for (const one of said) expect(one.why.en && one.why.ar, table).toBeTruthy()
    }
    const sealed: Buffer[] = []
    const digests: (typeof before)['digests'] = []
    for (const table of counts.keys()) {
      const rows = await rowsAbout(table)
      for (const one of sealedIn(table, rows)) sealed.push(one.sealed)
      for (const column of columnsOf(table, 'digest'))
        for (const digest of rows.flatMap((row) => row[column]))
          if (Buffer.isBuffer(digest)) digests.push({ column: `${table}.${column}`, digest })
    }
    before = { holdings, named, sealed, digests }
  })

  test('the values are there: the search for what can be opened finds every one of them', async () => {
    const keys = await keysLeft()
    const plain: Buffer[] = [await dump(world.owner)]
    for (const table of Object.keys(classes))
      for (const { sealed } of sealedIn(table, await everyRow(table)))
        plain.push(opened(sealed, keys) ?? Buffer.alloc(0))
    const all = Buffer.concat(plain)
    const missing = texts.filter((text) => !all.includes(text) && !all.includes(text.toLowerCase()))
    expect(missing).toEqual([])
  })

  test('the export holds every planted value, as JSON and on its page', async () => {
    const listed = await shop.call(privacy.listExports, { customerId })
    const { body } = await shop.call(privacy.linkExport, { customerId, exportId: listed.body.items[0].id })
    const { pathname } = new URL(body.url)
    const answer = await fetch(world.url + pathname, { headers: { authorization: `Bearer ${shop.apiKey}` } })
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const files = Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))).map(([name, bytes]) => [
        name,
        strFromU8(bytes),
      ]),
    )
    expect(Object.keys(files).sort()).toEqual(['index.html', ...modules.map(({ name }) => `${name}.json`)].sort())
    const { 'index.html': page, ...json } = files
    exported = Object.values(json).map((text) => JSON.parse(text))
    const missing = (where: string) => {
      const read =
        where +
        [...where.matchAll(PICTURE)].map(([, base64]) => Buffer.from(base64!, 'base64').toString('latin1')).join()
      return texts.filter((text) => !read.includes(text) && !read.includes(text.toLowerCase()))
    }
    expect(missing(Object.values(json).join('\n'))).toEqual([])
    expect(missing(page!)).toEqual([])
  })

  test('the page of an Arabic reader names every field and every part in Arabic', () => {
    const names = [...modules.map(({ name }) => name), ...exported.flatMap(namesIn)]
    expect(names.length).toBeGreaterThan(100)
    expect([...new Set(names)].filter((name) => !/[\u0600-\u06ff]/.test(wordFor(name, 'ar'))).sort()).toEqual([])
  })
})

/** Below these, keys are free text of the business or the person. */
const FREE_KEYS = ['extra', 'config', 'features', 'data', 'values', 'said']
const namesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(/^[a-z][A-Za-z0-9]*$/.test(name) ? [name] : []),
    ...(FREE_KEYS.includes(name) ? [] : namesIn(inner)),
  ])
}

describe('after', () => {
  let keys: Map<string, DataKey>
  let erasureId: string
  const saved: Record<string, Buffer> = {}

  beforeAll(async () => {
    const { rows } = await world.owner.query('select sealed from customers where tenant_id = $1 and id = $2', [
      shop.id,
      inner(customerId),
    ])
    saved['sealed'] = rows[0].sealed
    const { status, body } = await shop.call(privacy.eraseCustomer, { customerId, reason: 'requested' })
    expect(status, JSON.stringify(body)).toBe(201)
    erasureId = body.id
    for (const errand of privacyModule.errands) while (await errand.run(world.kith.db, shop.id));
    keys = await keysLeft()
  })

  test('nothing is found in any table, in any encoding', async () => {
    expect(tracesIn(await dump(world.owner), texts)).toEqual([])
  })

  test('what the remaining keys still open has no data of the person', async () => {
    for (const table of Object.keys(classes)) {
      for (const { column, sealed } of sealedIn(table, await everyRow(table))) {
        const plain = opened(sealed, keys)
        if (plain) expect(tracesIn(plain, [...texts, MARK]), `${table}.${column}`).toEqual([])
      }
    }
  })

  test('nor is any keyed digest left by which a holder of the keys could find them again', async () => {
    const all = await dump(world.owner)
    const left = before.digests.filter(({ column, digest }) => !OF_THE_ROW.includes(column) && all.includes(digest))
    expect([before.digests.length > 50, left.map(({ column }) => column)]).toEqual([true, []])
  })

  test('every table did as it had said', async () => {
    for (const { table, fate } of before.holdings) {
      const left = await rowsAbout(table)
      if (fate === 'erased') expect(left.length, `${table} had said that it erases`).toBe(0)
      else expect(left.length, `${table} had said that it keeps`).toBeGreaterThanOrEqual(before.named.get(table) ?? 0)
      for (const { column, sealed } of sealedIn(table, left)) {
        const stillOpens = keys.has(sealed.subarray(1, 17).toString('hex'))
        if (stillOpens)
          expect(Object.keys(STILL_OPENS), `${table}.${column} still opens`).toContain(`${table}.${column}`)
      }
    }
    const { body } = await shop.call(privacy.getErasure, { erasureId })
    expect(body.counts.map(({ table }: { table: string }) => table).sort()).toEqual(
      before.holdings
        .filter(({ rows }) => rows > 0)
        .map(({ table }) => table)
        .sort(),
    )
  })

  test('what was sealed for the person and copied before opens with no key that is left', async () => {
    const mine = before.sealed.filter((sealed) => who.people.includes(uuid(sealed.subarray(1, 17))))
    expect(mine.length).toBeGreaterThan(20)
    for (const sealed of mine) expect(opened(sealed, keys)).toBeNull()
    const place = `customers.sealed|${shop.id}|${inner(customerId)}`
    for (const key of keys.values()) expect(() => open(key, place, saved['sealed']!)).toThrow(Unopenable)
    // Put back by hand, it is still no customer.
    const id = inner(customerId)
    await world.owner.query('update customers set sealed = $1 where tenant_id = $2 and id = $3', [
      saved['sealed'],
      shop.id,
      id,
    ])
    expect((await shop.call(customers.get, { customerId })).status).toBe(404)
    await world.owner.query('update customers set sealed = null where tenant_id = $1 and id = $2', [shop.id, id])
  })

  test('the files of the database hold none of the plaintexts, after a checkpoint and a full vacuum', async () => {
    await world.owner.query('checkpoint')
    await world.owner.query('vacuum full')
    await world.owner.query('checkpoint')
    // The log of before may be gone by now; this one is found.
    await world.owner.query(`select pg_logical_emit_message(true, 'test', $1)`, [`${MARK}sku`])
    const { rows } = await world.owner.query(
      `select current_setting('data_directory') as folder, oid from pg_database where datname = current_database()`,
    )
    const digits = texts.filter((text) => /^\d+$/.test(text))
    // An article's code is a fact and lies in the clear while it is there; the log of writes remembers it for a while.
    const needles = Object.values(
      Object.fromEntries(
        [MARK, ...digits].flatMap((text) => [
          [text, Buffer.from(text)],
          [`${text}16`, Buffer.from(text, 'utf16le')],
        ]),
      ),
    )
    const sku = Buffer.from(`${MARK}sku`)
    const found: string[] = []
    let [files, skus] = [0, 0]
    for (const folder of [`base/${rows[0].oid}`, 'global', 'pg_wal', 'pg_xact', 'pg_stat']) {
      for (const { file, bytes } of filesBelow(path.join(rows[0].folder, folder))) {
        files += 1
        for (const needle of needles) {
          for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1)) {
            const isSku = folder === 'pg_wal' && bytes.subarray(at, at + sku.length).equals(sku)
            if (isSku) skus += 1
            else found.push(`${file} at ${at}: ${bytes.toString('latin1', at, at + 20)}`)
          }
        }
      }
    }
    expect([files > 100, skus > 0], 'the search sees what there is to see').toEqual([true, true])
    expect(found).toEqual([])
  })

  test('who stays is untouched, and the chain of the audit holds', async () => {
    const { status, body } = await shop.call(customers.get, { customerId: neighbourId })
    expect([status, body.firstName, body.phone]).toEqual([200, 'Neighbour', '+96891000001'])
    expect((await shop.request('GET', '/api/v1/audit/verification')).body.intact).toBe(true)
    expect((await rival.call(privacy.getErasure, { erasureId })).status).toBe(404)
  })
})

const uuid = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
