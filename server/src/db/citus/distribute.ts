import type pg from 'pg'
import { isMigrated } from '../migrate.ts'
import { SchemaProblem } from '../problem.ts'
import { ANCHOR, type Place, placeTables, type Table } from './places.ts'

/** The oldest version that all of this was tried on. */
const OLDEST = 12.1
const TRUNCATES = 'select truncate_local_data_after_distributing_table'

export interface Wish {
  /** Into how many parts the tables are cut. Cannot be changed easily. */
  readonly shards: number
}

export interface Distribution {
  /** The version of Citus in this database; null without it. */
  readonly citus: string | null
  readonly tables: readonly { readonly table: string; readonly place: Place; readonly because: string | null }[]
  /** What is still to be done, in this order; each line is sent alone. */
  readonly statements: readonly string[]
}

/** What `distribute` would do here, whether or not this PostgreSQL has Citus. Changes nothing. */
export async function planDistribution(client: pg.ClientBase, { shards }: Wish): Promise<Distribution> {
  if (!(await isMigrated(client))) throw new SchemaProblem('The database is empty; run `kith migrate`')
  const tables = await placeTables(client)
  const citus = await versionOf(client)
  const there = citus === null ? new Map<string, Placed>() : await placedNow(client)
  const anchored = there.get(ANCHOR)?.colocation
  const toPlace = tables.filter((table) => !isPlaced(table, there.get(table.name), anchored))
  return {
    citus,
    tables: tables.map(({ name, place, because }) => ({ table: name, place, because })),
    statements: [
      ...(await missingSettings(client, citus)),
      // Of a table that Citus knows and has not distributed, the rows are in a shard of this machine.
      ...toPlace.flatMap((table) => placing({ ...table, holdsRows: table.holdsRows || there.has(table.name) }, shards)),
      ...tables.filter(isLeftBehind).map(({ name }) => `${TRUNCATES}('${name}')`),
    ],
  }
}

/** Does it, and asks Citus whether it is so. Repeated, it goes on where it was left. */
export async function distribute(owner: pg.Client, wish: Wish): Promise<Distribution> {
  const plan = await planDistribution(owner, wish)
  requireCitus(plan.citus)
  if (plan.statements.length === 0) return plan
  await refuseWhileServed(owner)
  for (const statement of plan.statements) {
    // A server that was started meanwhile may have written rows that this would delete.
    if (statement.startsWith(TRUNCATES)) await refuseWhileServed(owner)
    await owner.query(statement).catch((error) => undone(owner, error))
  }
  const { statements } = await planDistribution(owner, wish)
  if (statements[0]) throw new SchemaProblem(`Citus took every statement, and yet this is to be done: ${statements[0]}`)
  return plan
}

export function requireCitus(version: string | null): void {
  if (version === null)
    throw new SchemaProblem('This database has no Citus; as a superuser, on every node: create extension citus')
  if (Number.parseFloat(version) < OLDEST)
    throw new SchemaProblem(`This is Citus ${version}; Kith needs ${OLDEST} or later`)
}

export async function versionOf(client: pg.ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ version: string }>(
    `select extversion as version from pg_extension where extname = 'citus'`,
  )
  return rows[0]?.version ?? null
}

interface Placed {
  readonly method: string
  readonly model: string
  readonly colocation: number
  readonly key: string | null
}

export async function placedNow(client: pg.ClientBase): Promise<Map<string, Placed>> {
  const { rows } = await client.query<Placed & { name: string }>(`
    select quote_ident(c.relname) as name, p.partmethod::text as method, p.repmodel::text as model,
           p.colocationid as colocation, case when p.partkey is null then null
             else column_to_column_name(p.logicalrelid, p.partkey) end as key
      from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid where c.relnamespace = 'public'::regnamespace`)
  return new Map(rows.map(({ name, ...placed }) => [name, placed]))
}

/** Refuses a table that lies elsewhere than it should: moving it takes a person. */
function isPlaced({ name, place }: Table, now: Placed | undefined, anchored: number | undefined): boolean {
  // What Citus knows only because a reference table is referred to is local as before.
  const isLocal = now === undefined || (now.method === 'n' && now.model !== 't')
  if (isLocal) return place === 'local'
  const isReference = now.method === 'n'
  const fits = isReference
    ? place === 'reference'
    : place === 'distributed' && now.method === 'h' && now.key === 'tenant_id' && now.colocation === anchored
  if (!fits) throw new SchemaProblem(`Citus keeps ${name} otherwise; take that back with undistribute_table('${name}')`)
  return true
}

/** Where the tenant of a transaction reaches the workers, and the function that their policies call. */
async function missingSettings(client: pg.ClientBase, citus: string | null): Promise<string[]> {
  const { rows } = await client.query<{ database: string; carries: boolean }>(`
    select quote_ident(datname) as database,
           coalesce(s.setconfig @> array['citus.propagate_set_commands=local'], false) as carries
      from pg_database d left join pg_db_role_setting s on s.setdatabase = d.oid and s.setrole = 0
     where datname = current_database()`)
  const { database, carries } = rows[0]!
  const knows = citus !== null && (await isFunctionThere(client))
  return [
    ...(carries ? [] : [`alter database ${database} set citus.propagate_set_commands = 'local'`]),
    ...(knows ? [] : ["select create_distributed_function('current_tenant()')"]),
  ]
}

async function isFunctionThere(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`
    select exists (select from pg_dist_object
      where classid = 'pg_proc'::regclass and objid = 'current_tenant()'::regprocedure) as there`)
  return rows[0]!.there
}

function placing({ name, place, triggers, forced, holdsRows }: Table, shards: number): string[] {
  const how = name === ANCHOR ? `colocate_with => 'none', shard_count => ${shards}` : `colocate_with => '${ANCHOR}'`
  const placed =
    place === 'reference'
      ? `select create_reference_table('${name}')`
      : `select create_distributed_table('${name}', 'tenant_id', ${how})`
  const dropped = triggers.map((trigger) => `drop trigger ${trigger} on ${name}`)
  if (!holdsRows) return [...dropped, placed]
  // Rows are copied as their owner, and PostgreSQL lets no role copy that row security binds.
  return [
    ...dropped,
    'begin',
    "set local citus.multi_shard_modify_mode to 'sequential'",
    ...forced.map((one) => `alter table ${one} no force row level security`),
    placed,
    ...forced.map((one) => `alter table ${one} force row level security`),
    'commit',
  ]
}

/** Citus copies rows to their nodes and leaves the old ones: an erasure would not reach them. */
const isLeftBehind = ({ place, holdsRows }: Table) => place !== 'local' && holdsRows

/** What a server writes between two of these statements may be refused, or lie where nothing reads it. */
async function refuseWhileServed(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ n: number }>(`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and starts_with(usename, 'kith_app')`)
  const { n } = rows[0]!
  if (n > 0) throw new SchemaProblem(`${n} connections of servers are open; stop every server first`)
}

async function undone(owner: pg.Client, error: unknown): Promise<never> {
  await owner.query('rollback').catch(() => {})
  throw error
}
