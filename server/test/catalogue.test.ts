import { afterAll, beforeAll, expect, test } from 'vitest'
import { growth } from '../src/growth.ts'
import { sql as auditTables, linkEntries } from '../src/kit/audit-chain.ts'
import { sql as countedTables } from '../src/kit/counted.ts'
import { sql as idempotencyTables } from '../src/kit/idempotency.ts'
import { SEALED } from '../src/kit/sealed.ts'
import { jobs } from '../src/main.ts'
import { create } from '../src/modules/customers/contract.ts'
import { modules } from '../src/modules.ts'
import { aTenant, aWorld, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const classes = Object.assign(
  {},
  auditTables.classes,
  countedTables.classes,
  idempotencyTables.classes,
  ...modules.map(({ tables }) => tables),
) as Record<string, Record<string, string>>
const lines = async (query: string) => (await world.owner.query<{ line: string }>(query)).rows.map(({ line }) => line)
const TABLES = `relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migrations'`

test('every table is behind forced row security with a policy for the tenant', async () => {
  expect(
    await lines(`select relname as line from pg_class where ${TABLES} and not (relrowsecurity and relforcerowsecurity
      and exists (select from pg_policy where polrelid = pg_class.oid and polname = 'tenant'
                   and pg_get_expr(polqual, polrelid) = '(tenant_id = current_tenant())'
                   and pg_get_expr(polwithcheck, polrelid) = '(tenant_id = current_tenant())'))`),
  ).toEqual([])
})

test('the policies that look across tenants are these and no others', async () => {
  expect(
    await lines(`select c.relname || ' ' || p.polname || ' ' || p.polcmd::text as line from pg_policy p
      join pg_class c on c.oid = p.polrelid where p.polname not in ('tenant', 'backup_reads_all') order by 1`),
  ).toEqual([
    'addresses platform_finds_unchecked r',
    'audit_batches old_enough d',
    'audit_batches platform_measures r',
    'audit_chains platform_measures r',
    'audit_checkpoints platform_finds_due r',
    'audit_entries old_enough d',
    'audit_entries platform_finds_new r',
    'audit_heads stays_as_it_is w',
    'customer_search search_by_token r',
    'duplicate_people platform_finds_outdated r',
    'erasures platform_finds_uncertified r',
    'event_batches platform_measures r',
    'event_holds platform_measures r',
    'event_lanes platform_measures r',
    'event_subscribers platform_measures r',
    'events platform_finds_new r',
    'flair_runs platform_finds_unfinished r',
    'imports platform_finds_at_work r',
    'incoming_events platform_finds_waiting r',
    'job_runs platform_finds_asked r',
    'loyalty_awards platform_finds_due r',
    'loyalty_redemptions platform_finds_due r',
    'loyalty_reviews platform_finds_unfinished r',
    'messages platform_counts_failed r',
    'messages platform_finds_due r',
    'privacy_exports platform_finds_due r',
    'segment_members platform_finds_due r',
    'segment_runs platform_finds_unfinished r',
    'sign_in_flows platform_finds_resets r',
    'statistics_counting platform_finds_uncounted r',
    'subscriptions platform_finds_due r',
    'tenant_keys platform_compares_master r',
    'tenants platform_lists r',
    'webhook_deliveries platform_finds_due r',
    'webhook_endpoints platform_finds_enabled r',
  ])
})

test('a dump holds every row of every table, and the role that reads it can do nothing else', async () => {
  const readAll = `exists (select from pg_policy where polrelid = pg_class.oid and polname = 'backup_reads_all' and polcmd = 'r'
    and polpermissive and polroles = array['kith_backup'::regrole::oid] and pg_get_expr(polqual, polrelid) = 'true')
    and has_table_privilege('kith_backup', pg_class.oid, 'select')`
  expect(await lines(`select relname as line from pg_class where ${TABLES} and not (${readAll})`)).toEqual([])
  expect(
    await lines(`select relname || ' ' || privilege_type as line from pg_class, aclexplode(relacl)
      where grantee = 'kith_backup'::regrole and privilege_type <> 'SELECT'`),
  ).toEqual([])
  expect(
    await lines(`select pg_get_userbyid(member)::text as line from pg_auth_members
      where roleid = 'kith_backup'::regrole or member = 'kith_backup'::regrole`),
  ).toEqual(['postgres'])
  expect(
    await lines(`select relname as line from pg_class where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p')
      and not has_table_privilege('kith_backup', oid, 'select')`),
  ).toEqual([])
})

test('every primary, unique and foreign key carries the tenant', async () => {
  expect(
    await lines(`select conname as line from pg_constraint c join pg_class t on t.oid = c.conrelid
      where contype in ('p', 'u', 'f') and t.relnamespace = 'public'::regnamespace and t.relname <> 'schema_migrations'
        and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                         and a.attname = 'tenant_id')`),
  ).toEqual(['tenants_slug_key'])
  expect(
    await lines(`select i.indexrelid::regclass::text as line from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'public'::regnamespace and i.indisunique and t.relname <> 'schema_migrations'
        and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                         and a.attname = 'tenant_id')`),
  ).toEqual(['tenants_slug_key'])
})

test('views run with the rights of who asks, except the one that exists to search', async () => {
  expect(
    await lines(`select relname as line from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
      and not coalesce(reloptions @> array['security_invoker=true'], false)`),
  ).toEqual(['customer_tokens'])
})

test('the role of the requests owns nothing and cannot get around its policies', async () => {
  const { rows } = await world.owner.query(
    `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as dangerous, rolinherit, rolcanlogin,
        pg_has_role(rolname, 'kith_platform', 'USAGE') as sees_all
       from pg_roles where rolname like 'kith%' order by 1`,
  )
  const role = { dangerous: false, rolcanlogin: false, sees_all: false, rolinherit: true }
  expect(rows).toEqual([
    { ...role, rolname: 'kith_app', rolinherit: false },
    { ...role, rolname: expect.stringMatching(/^kith_app_[0-9a-f]{8}_[0-9a-f]{8}$/), rolcanlogin: true },
    { ...role, rolname: 'kith_backup' },
    { ...role, rolname: 'kith_platform', sees_all: true },
    { ...role, rolname: 'kith_search' },
  ])
  expect(
    await lines(
      `select relname as line from pg_class where relowner in (select oid from pg_roles where rolname like 'kith%')`,
    ),
  ).toEqual(['customer_tokens'])
})

test('every column of every table has an owner and a class', async () => {
  const stored =
    await lines(`select c.relname || '.' || a.attname as line from pg_class c join pg_attribute a on a.attrelid = c.oid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and relname <> 'schema_migrations'
      and attnum > 0 and not attisdropped order by 1`)
  const named = Object.entries(classes).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  expect(named.sort()).toEqual(stored.sort())
  const owners = modules.flatMap(({ tables }) => Object.keys(tables))
  expect(new Set(owners).size).toBe(owners.length)
})

test('every table says what bounds it: a job there is, what its rows belong to, or why they stay', async () => {
  const stored = await lines(`select relname as line from pg_class where ${TABLES} order by 1`)
  expect(stored.filter((name) => !(name in growth))).toEqual([])
  expect(Object.keys(growth).sort()).toEqual(Object.keys(classes).sort())
  const named = Object.entries(growth).flatMap(([name, { bound }]) => ('job' in bound ? [[name, bound.job]] : []))
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter(([, job]) => !jobs.some(({ name }) => name === job))).toEqual([])
})

test('every sealed column is declared once, with its schema', () => {
  const classed = Object.entries(classes).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, kind]) => (kind === 'sealed' ? [`${table}.${column}`] : [])),
  )
  expect(SEALED.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(classed.sort())
})

test('sealed columns, digests of a person and keys hold bytes or hashes, never text', async () => {
  const types = new Map(
    (
      await world.owner.query(`select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type
        from pg_class c join pg_attribute a on a.attrelid = c.oid where relnamespace = 'public'::regnamespace and attnum > 0`)
    ).rows.map(({ name, type }) => [name, type]),
  )
  for (const [table, columns] of Object.entries(classes)) {
    for (const [column, kind] of Object.entries(columns)) {
      if (kind === 'sealed' || kind === 'key')
        expect(types.get(`${table}.${column}`), `${table}.${column}`).toBe('bytea')
      if (kind === 'digest')
        expect(['bytea', 'bytea[]', 'integer', 'integer[]'], `${table}.${column}`).toContain(
          types.get(`${table}.${column}`),
        )
    }
  }
})

test('without a tenant there are no rows, only an error; with another tenant there are none of ours', async () => {
  const shop = await aTenant(world)
  await shop.call(create, {})
  const { pool } = world.kith.db
  for (const table of Object.keys(classes)) {
    await expect(pool.query(`select count(*) from ${table}`), table).rejects.toThrow(/app\.tenant|uuid/)
  }
  const client = await pool.connect()
  try {
    await client.query(`begin; set local app.tenant = '00000000-0000-7000-8000-000000000000'`)
    for (const table of Object.keys(classes)) {
      const { rows } = await client.query(`select count(*)::int as n from ${table}`)
      expect(rows[0].n, table).toBe(0)
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('a row for another tenant cannot be written, and what is written once is never updated', async () => {
  const [shop, rival] = [await aTenant(world), await aTenant(world)]
  const { pool } = world.kith.db
  const as = async (tenant: string, statement: string) => {
    const client = await pool.connect()
    try {
      await client.query(`begin; set local app.tenant = '${tenant}'`)
      return await client.query(statement)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const foreign = `insert into customer_counters (tenant_id) values ('${rival.id}')`
  await expect(as(shop.id, foreign)).rejects.toThrow('row-level security')
  for (const table of ['audit_entries', 'audit_batches', 'events', 'event_batches', 'consent_events'])
    for (const { column } of (
      await world.owner.query<{ column: string }>(
        `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [table],
      )
    ).rows)
      await expect(as(shop.id, `update ${table} set "${column}" = null`), `${table}.${column}`).rejects.toThrow(
        'permission denied',
      )
  for (const table of ['audit_heads', 'audit_chains', 'audit_checkpoints', 'consent_events'])
    await expect(as(shop.id, `delete from ${table}`), table).rejects.toThrow('permission denied')
  // Nothing that is younger than a year.
  while (await shop.run(linkEntries));
  for (const table of ['audit_entries', 'audit_batches'])
    expect((await as(shop.id, `delete from ${table}`)).rowCount, table).toBe(0)
  await world.owner.query(`insert into audit_heads values ($1, 1, '\\x00')`, [shop.id])
  // As a sealer of the release before does.
  expect((await as(shop.id, 'select seq from audit_heads for update skip locked')).rowCount).toBe(0)
  expect((await as(shop.id, 'update audit_heads set seq = 2')).rowCount).toBe(0)
})

test('nothing that describes a person is stored in the clear, in any table', async () => {
  const shop = await aTenant(world)
  const secrets = {
    firstName: 'Qwertzuiop',
    lastName: 'Asdfghjkl',
    name2: 'قثصضفغعه',
    preferredName: 'Yxcvbnm',
    companyName: 'Poiuztrewq',
    phone: '+96891234987',
    email: 'lkjhgf@example.com',
    notes: 'mnbvcxy',
  }
  const { body } = await shop.call(
    create,
    { type: 'stub', ...secrets, avatarUrl: 'https://a.example/zzzunique.png', extra: { k: 'vvvunique' } },
    {
      headers: { 'idempotency-key': 'hunter-unique-key' },
    },
  )
  await shop.request('PATCH', `/api/v1/customers/${body.id}`, {
    notes: 'mnbvcxy again',
    email: 'other.lkjhgf@example.com',
  })
  let dump = ''
  for (const table of await lines(`select relname as line from pg_class where ${TABLES}`)) {
    dump += (await world.owner.query(`select coalesce(string_agg(t::text, ' '), '') as all from ${table} t`)).rows[0]
      .all
  }
  const needles = [...Object.values(secrets), '91234987', 'lkjhgf', 'zzzunique', 'vvvunique', 'hunter-unique-key']
  for (const secret of needles) {
    for (const encoding of ['utf8', 'hex', 'base64'] as const) {
      expect(dump.includes(Buffer.from(secret).toString(encoding)), `${secret} as ${encoding}`).toBe(false)
    }
  }
})
