import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type World } from '../../../test/harness.ts'
import { create } from '../../modules/customers/contract.ts'
import { distribute, isolate, planDistribution, planIsolation } from './index.ts'

const SHARDS = { shards: 32 }

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

describe('the plan, on a PostgreSQL without Citus', () => {
  test('has a place for every table, those first that others refer to, and changes nothing', async () => {
    const { citus, tables, statements } = await planDistribution(world.owner, SHARDS)
    expect(citus).toBeNull()
    const { rows } = await world.owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
        and relkind in ('r', 'p') and not relispartition order by 1`,
    )
    expect(tables.map(({ table }) => table).sort()).toEqual(rows.map(({ name }) => name).sort())
    const apart = tables.filter(({ place }) => place !== 'distributed')
    expect(apart).toEqual([
      { table: 'tenants', place: 'reference', because: expect.any(String) },
      { table: 'schema_migrations', place: 'local', because: expect.any(String) },
    ])
    const at = (table: string) =>
      statements.findIndex((one) => new RegExp(`create_(reference|distributed)_table\\('${table}'`).test(one))
    for (const { table, place } of tables) expect([table, at(table) >= 0]).toEqual([table, place !== 'local'])
    const keys = await world.owner.query<{ from: string; to: string }>(
      `select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
        where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
    )
    expect(keys.rows.length).toBeGreaterThan(50)
    expect(keys.rows.filter(({ from, to }) => at(from) < at(to))).toEqual([])
    // Every other one is put where the shards of this one are.
    expect(statements[at('tenant_keys')]).toBe(
      "select create_distributed_table('tenant_keys', 'tenant_id', colocate_with => 'none', shard_count => 32)",
    )
    expect(tables.filter(({ table, place }) => place === 'distributed' && at(table) < at('tenant_keys'))).toEqual([])
    expect(statements[at('cart_lines')]).toContain("colocate_with => 'tenant_keys'")
    expect(await planDistribution(world.owner, SHARDS)).toEqual({ citus, tables, statements })
  })

  test('drops the triggers for an earlier release, and copies rows as their owner', async () => {
    const shop = await aTenant(world)
    await shop.call(create, {})
    const { statements } = await planDistribution(world.owner, SHARDS)
    const begun = statements.indexOf('alter table customers no force row level security')
    expect(statements.slice(begun - 6, begun + 4)).toEqual([
      ...['carry_tokens_over_changed', 'carry_tokens_over_made', 'keep_activity', 'keep_activity_of_new'].map(
        (trigger) => `drop trigger ${trigger} on customers`,
      ),
      'begin',
      "set local citus.multi_shard_modify_mode to 'sequential'",
      'alter table customers no force row level security',
      "select create_distributed_table('customers', 'tenant_id', colocate_with => 'tenant_keys')",
      'alter table customers force row level security',
      'commit',
    ])
    expect(statements).toContain("select truncate_local_data_after_distributing_table('customers')")
    expect(statements).not.toContain('alter table breaches no force row level security')
  })

  test.each([
    ['a table without a tenant', 'create table planted (id uuid primary key)', 'The table planted has no tenant_id'],
    [
      'a trigger that no release of ours needs',
      `create function planted() returns trigger language plpgsql as 'begin return null; end';
       create trigger planted after insert on cart_lines for each row execute function planted()`,
      'The table cart_lines has the trigger planted',
    ],
    [
      'a policy that asks another table',
      'create policy planted on cart_lines for select using (exists (select from tenants))',
      'The policy planted of cart_lines asks another table',
    ],
    [
      'a table on every node that refers to one that is not',
      'alter table tenants add foreign key (tenant_id) references customer_counters (tenant_id) not valid',
      'The table tenants is reference and refers to customer_counters',
    ],
    [
      'tables that refer to each other',
      `create table planted (tenant_id uuid, id uuid, primary key (tenant_id, id));
       create table planted_too (tenant_id uuid, id uuid, primary key (tenant_id, id),
         foreign key (tenant_id, id) references planted (tenant_id, id));
       alter table planted add foreign key (tenant_id, id) references planted_too (tenant_id, id)`,
      'These tables refer to each other: planted, planted_too',
    ],
  ])('is refused for %s', async (_, planted, message) => {
    await world.owner.query('begin')
    try {
      await world.owner.query(planted)
      await expect(planDistribution(world.owner, SHARDS)).rejects.toThrow(message)
    } finally {
      await world.owner.query('rollback')
    }
  })

  test('isolates a tenant by its slug; another is not known', async () => {
    const shop = await aTenant(world)
    expect(await planIsolation(world.owner, shop.slug)).toEqual({
      tenant: shop.id,
      shard: null,
      statements: [`select isolate_tenant_to_new_shard('tenant_keys', '${shop.id}', 'CASCADE')`],
    })
    await expect(planIsolation(world.owner, "x' or true --")).rejects.toThrow('There is no tenant')
  })

  test('is all there is: neither is done', async () => {
    const shop = await aTenant(world)
    await expect(distribute(world.owner, SHARDS)).rejects.toThrow('This database has no Citus')
    await expect(isolate(world.owner, shop.slug)).rejects.toThrow('This database has no Citus')
  })
})

/** What Kith asks of Citus, with two of its refusals. A real one is not at hand here. */
const DOUBLE = `
  create schema citus_double;
  set search_path to citus_double, pg_catalog, public;
  create table pg_extension as select 'citus'::name as extname, '12.1-1'::text as extversion;
  create table pg_dist_partition (logicalrelid regclass, partmethod "char", partkey text, colocationid int, repmodel "char");
  create table pg_dist_object (classid oid, objid oid);
  create table pg_dist_shard (shardid bigint, shardminvalue text, shardmaxvalue text);
  create table pg_dist_placement (shardid bigint, groupid int);
  create table pg_dist_node (groupid int, noderole text, nodename text, nodeport int);
  insert into pg_dist_shard values (102008, '1', '9');
  insert into pg_dist_placement values (102008, 1);
  insert into pg_dist_node values (1, 'primary', 'worker-1', 5432);
  create function column_to_column_name(regclass, text) returns text language sql as 'select $2';
  create function create_distributed_function(regprocedure) returns void language sql
    as $$ insert into pg_dist_object values ('pg_proc'::regclass, $1) $$;
  create function create_reference_table(regclass) returns void language sql
    as $$ insert into pg_dist_partition values ($1, 'n', null, 1, 't') $$;
  create function create_distributed_table(tbl regclass, key text, colocate_with text, shard_count int default null)
    returns void language plpgsql as $$
  declare holds boolean;
  begin
    execute format('select exists (select from %s)', tbl) into holds;
    if holds and (select relforcerowsecurity from pg_class where oid = tbl) then
      raise 'COPY FROM not supported with row-level security';
    end if;
    if exists (select from pg_constraint where conrelid = tbl and contype = 'f' and confrelid <> tbl
        and confrelid not in (select logicalrelid from pg_dist_partition)) then
      raise 'referenced table must be a distributed table or a reference table';
    end if;
    insert into pg_dist_partition values (tbl, 'h', key, 2, 's');
  end $$;
  create function truncate_local_data_after_distributing_table(tbl regclass) returns void language plpgsql
    as $$ begin execute format('truncate %s cascade', tbl); end $$;
  create function get_shard_id_for_distribution_column(regclass, uuid) returns bigint language sql
    as 'select max(shardid) from pg_dist_shard';
  create function isolate_tenant_to_new_shard(regclass, text, text) returns bigint language sql as $$
    insert into pg_dist_placement values (102009, 1);
    insert into pg_dist_shard values (102009, '5', '5') returning shardid $$;
`

describe('with a double of Citus', () => {
  let there: World
  beforeAll(async () => {
    there = await aWorld()
  })
  afterAll(() => there.close())

  test('nothing is distributed while a server is signed in; then all of it, once, and a tenant apart', async () => {
    const shop = await aTenant(there)
    await shop.call(create, {})
    await there.owner.query(DOUBLE)
    await expect(isolate(there.owner, shop.slug)).rejects.toThrow('Nothing is distributed yet')
    await expect(distribute(there.owner, SHARDS)).rejects.toThrow(/connections of servers are open/)
    // As if the servers had stopped.
    await there.owner.query('create view pg_stat_activity as select * from pg_catalog.pg_stat_activity where false')
    const { tables } = await distribute(there.owner, SHARDS)
    const { rows } = await there.owner.query('select count(*)::int as n from pg_dist_partition')
    expect(rows[0].n).toBe(tables.length - 1)
    const forced = await there.owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname <> 'schema_migrations' and not relforcerowsecurity`,
    )
    expect(forced.rows).toEqual([])
    expect(await planDistribution(there.owner, SHARDS)).toMatchObject({ citus: '12.1-1', statements: [] })
    expect(await distribute(there.owner, SHARDS)).toMatchObject({ statements: [] })

    await there.owner.query(`delete from pg_dist_partition where logicalrelid = 'cart_lines'::regclass`)
    expect((await planDistribution(there.owner, SHARDS)).statements).toEqual([
      "select create_distributed_table('cart_lines', 'tenant_id', colocate_with => 'tenant_keys')",
    ])
    await there.owner.query(`insert into pg_dist_partition values ('cart_lines'::regclass, 'h', 'customer_id', 2, 's')`)
    await expect(distribute(there.owner, SHARDS)).rejects.toThrow(/Citus keeps cart_lines otherwise/)
    await there.owner.query(`update pg_extension set extversion = '11.3-1'`)
    await there.owner.query(`update pg_dist_partition set partkey = 'tenant_id' where partkey = 'customer_id'`)
    await expect(distribute(there.owner, SHARDS)).rejects.toThrow('Kith needs 12.1 or later')
    await there.owner.query(`update pg_extension set extversion = '13.0-1'`)

    // The rows went with the double, which has no other node.
    await there.owner.query(`insert into tenants (tenant_id, slug, name) values ($1, 'big', 'Big')`, [shop.id])
    expect(await isolate(there.owner, 'big')).toMatchObject({
      shard: { id: '102009', node: 'worker-1:5432', alone: true },
      statements: [expect.stringContaining(shop.id)],
    })
    expect(await isolate(there.owner, 'big')).toMatchObject({ statements: [], shard: { alone: true } })
  })
})
