import { randomBytes, randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSchema } from '../src/db/migrate.ts'
import { Keyring, MasterKey, TenantKeys, UnknownWrapKey } from '../src/kit/keyring.ts'
import { describeError } from '../src/kit/log.ts'
import { NewTenant } from '../src/modules/tenants/contract.ts'
import { createTenant, findTenant } from '../src/modules/tenants/index.ts'
import { aTenant, aWorld, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

describe('the server refuses a database', () => {
  const problem = async (damage: string) => {
    await world.owner.query('begin')
    try {
      await world.owner.query(damage)
      return await checkSchema(world.owner).then(
        () => 'none',
        (error: Error) => error.message,
      )
    } finally {
      await world.owner.query('rollback')
    }
  }

  test.each([
    ['that is empty', 'drop table schema_migrations', 'run `kith migrate`'],
    ['that lacks a migration', `delete from schema_migrations where name like '0002%'`, 'lacks 0002_customers.sql'],
    ['that is newer', `insert into schema_migrations values ('9999_x.sql', 'x', 'x')`, 'newer than this program'],
    ['whose migration was another', `update schema_migrations set checksum = 'x'`, 'changed after it had been applied'],
    ['with a column that was added by hand', 'alter table customers add column x text', 'by hand'],
    ['with a policy that was added by hand', 'create policy x on customers for select using (true)', 'by hand'],
    ['without a policy', 'drop policy tenant on customers', 'missing (1), as after a restore; run `kith migrate`'],
    ['without row security', 'alter table customers no force row level security', 'missing (1)'],
    ['without a privilege', 'revoke select (tenant_id, master) on tenant_keys from kith_platform', 'missing (2)'],
    ['whose search sees what its owner sees', 'alter view customer_tokens owner to postgres', 'missing (1)'],
    ['unless all is well; an index more is no harm', 'create index on customers (tier)', 'none'],
    [
      'unless all is well; a view that an extension brought is no harm',
      'create view planted as select 1 as one; alter extension plpgsql add view planted',
      'none',
    ],
  ])('%s', async (_, damage, message) => {
    expect(await problem(damage)).toContain(message)
  })

  test('that a client cannot reach is an error, not a start', async () => {
    const client = new pg.Client({ host: '127.0.0.1', port: 1 })
    await expect(client.connect()).rejects.toThrow()
  })
})

describe('keys', () => {
  const tenant = randomUUID()

  test('open only under the master key that wrapped them, or its successor that knows it', () => {
    const [old, next] = [randomBytes(32), randomBytes(32)]
    const rows = new Keyring(new MasterKey(old)).newTenantKeys(tenant)
    expect(new Keyring(new MasterKey(old)).hold(tenant, rows).tenant).toBe(tenant)
    expect(new Keyring(new MasterKey(next, old)).hold(tenant, rows).tenant).toBe(tenant)
    expect(() => new Keyring(new MasterKey(next)).hold(tenant, rows)).toThrow('another KITH_MASTER_KEY')
    expect(() => new Keyring(new MasterKey(old)).hold(randomUUID(), rows)).toThrow()
    expect(() => new Keyring(new MasterKey(old)).hold(tenant, [])).toThrow('no keys')
  })

  test('wrapped with a version that another process made are asked for again', () => {
    const root = randomBytes(32)
    const keysOf = (...versions: number[]) =>
      new TenantKeys(
        tenant,
        root,
        new Map(versions.map((version) => [version, Buffer.alloc(32, version)])),
        new LRUCache({ max: 5 }),
      )
    const id = randomUUID()
    const { key, wrapped } = keysOf(1, 2).newDataKey(id)
    expect(() => keysOf(1).dataKey(id, wrapped)).toThrow(UnknownWrapKey)
    expect(keysOf(2).dataKey(id, wrapped).secret.equals(key.secret)).toBe(true)
  })

  test('of two tenants give the same value another digest and another token', async () => {
    const [one, two] = [await aTenant(world), await aTenant(world)]
    const look = (shop: typeof one) =>
      shop.run(async ({ keys }) => [
        keys.blindIndex('phone', '+96890123456').toString('hex'),
        keys.searchToken('t:ahm'),
      ])
    const [a, b] = [await look(one), await look(two)]
    expect(a[0]).not.toBe(b[0])
    expect(a[1]).not.toBe(b[1])
    expect(await look(one)).toEqual(a)
  })
})

test('a slug is taken once, and a refused tenant leaves nothing behind', async () => {
  const shop = await aTenant(world)
  const before = (await world.owner.query('select count(*)::int as n from tenant_keys')).rows[0].n
  await expect(
    createTenant(world.kith.db, 'test', NewTenant.parse({ slug: shop.slug, name: 'Again' })),
  ).rejects.toMatchObject({
    kind: { code: 'tenant.slug_taken' },
  })
  expect((await world.owner.query('select count(*)::int as n from tenant_keys')).rows[0].n).toBe(before)
  expect(await findTenant(world.kith.db, shop.slug)).toMatchObject({ id: shop.id })
  await expect(findTenant(world.kith.db, 'nobody')).rejects.toMatchObject({ kind: { code: 'tenant.not_found' } })
})

test('a logged error has a place and no text: the text may quote a person', () => {
  const error = Object.assign(new Error('duplicate key (phone)=(+96890123456)', { cause: new TypeError('Ahmed') }), {
    code: '23505',
  })
  const logged = JSON.stringify(describeError(error))
  expect(logged).toContain('23505')
  expect(logged).not.toMatch(/Ahmed|9012/)
  expect(describeError('text')).toEqual({ name: 'string' })
})
