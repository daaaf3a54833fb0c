import type pg from 'pg'
import { SchemaProblem } from '../problem.ts'

/** Where Citus keeps the rows of a table: apart by tenant, on every node, or on the coordinator alone. */
export type Place = 'distributed' | 'reference' | 'local'

/** Its shards are where those of every other table are, tenant by tenant. */
export const ANCHOR = 'tenant_keys'

/** What is not distributed by its tenant, each with the reason. */
const ELSEWHERE: Readonly<Record<string, { readonly place: Place; readonly because: string }>> = {
  tenants: { place: 'reference', because: 'a slug is unique among all tenants, and tables of all of them refer to it' },
  schema_migrations: { place: 'local', because: 'only migrations and starts read it, on the coordinator' },
}

/** They serve the release before the one that moved these columns; Citus takes no table with a trigger. */
const OF_AN_EARLIER_RELEASE = new Set([
  'keep_activity',
  'keep_activity_of_new',
  'carry_tokens_over_made',
  'carry_tokens_over_changed',
])

export interface Table {
  readonly name: string
  readonly place: Place
  readonly because: string | null
  readonly refersTo: readonly string[]
  /** To be dropped first. */
  readonly triggers: readonly string[]
  /** Itself and its partitions, as far as row security binds their owner too. */
  readonly forced: readonly string[]
  /** Whether rows lie here, in this database's own files. */
  readonly holdsRows: boolean
}

interface Found extends Omit<Table, 'place' | 'because'> {
  readonly hasTenant: boolean
  /** Policies that ask another table. */
  readonly asking: readonly string[]
}

/** Every table there is with its place, those first that others refer to. Refuses what has no place, or what Citus would refuse. */
export async function placeTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Found>(TABLES)
  const tables = rows.map(placed)
  for (const table of tables) refuseCrossing(table, tables)
  return tables.some(({ name }) => name === ANCHOR) ? inOrder(tables) : notMigrated()
}

const TABLES = `
  with family as (
    select m.oid, m.relname, m.relforcerowsecurity, coalesce(i.inhparent, m.oid) as parent
      from pg_class m left join pg_inherits i on i.inhrelid = m.oid where m.relkind in ('r', 'p'))
  select quote_ident(c.relname) as name,
    exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id' and not attisdropped) as "hasTenant",
    array(select distinct quote_ident(r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
           where f.conrelid = c.oid and f.contype = 'f' and f.conparentid = 0 and r.oid <> c.oid order by 1) as "refersTo",
    array(select quote_ident(tgname) from pg_trigger where tgrelid = c.oid and not tgisinternal order by 1) as triggers,
    array(select polname::text from pg_policy where polrelid = c.oid
             and concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~* '\\mselect\\M' order by 1) as asking,
    array(select quote_ident(m.relname) from family m where m.parent = c.oid and m.relforcerowsecurity order by 1) as forced,
    (select sum(pg_relation_size(m.oid)) > 0 from family m where m.parent = c.oid) as "holdsRows"
  from pg_class c
 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
   and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by c.relname`

function placed({ hasTenant, asking, ...found }: Found): Table {
  const { name, triggers } = found
  const elsewhere = ELSEWHERE[name]
  if (!elsewhere && !hasTenant)
    throw new SchemaProblem(`The table ${name} has no tenant_id, and db/citus/places.ts does not say where it belongs`)
  const place = elsewhere?.place ?? 'distributed'
  const because = elsewhere?.because ?? null
  if (place === 'local') return { ...found, place, because }
  const unknown = triggers.find((trigger) => !OF_AN_EARLIER_RELEASE.has(trigger) && !OF_CITUS.test(trigger))
  if (unknown)
    throw new SchemaProblem(`The table ${name} has the trigger ${unknown}; Citus takes no table with triggers`)
  if (asking[0])
    throw new SchemaProblem(`The policy ${asking[0]} of ${name} asks another table; Citus takes no such policy`)
  return { ...found, triggers: triggers.filter((trigger) => !OF_CITUS.test(trigger)), place, because }
}
/** It puts one of its own on each table that it has. */
const OF_CITUS = /^truncate_trigger_\d+$/

function refuseCrossing({ name, place, refersTo }: Table, all: readonly Table[]): void {
  if (place === 'distributed') return
  const crossing = all.find((other) => other.place === 'distributed' && refersTo.includes(other.name))
  if (crossing)
    throw new SchemaProblem(`The table ${name} is ${place} and refers to ${crossing.name}, which is distributed`)
}

const RANKS: readonly Place[] = ['reference', 'distributed', 'local']

function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  let left = tables
  while (left.length > 0) {
    const next = left.filter(({ refersTo }) => refersTo.every((name) => ordered.some((one) => one.name === name)))
    if (next.length === 0)
      throw new SchemaProblem(`These tables refer to each other: ${left.map(({ name }) => name).join(', ')}`)
    ordered.push(...next)
    left = left.filter((one) => !next.includes(one))
  }
  const rank = ({ name, place }: Table) => (name === ANCHOR ? 0.5 : RANKS.indexOf(place))
  return ordered.sort((a, b) => rank(a) - rank(b))
}

function notMigrated(): never {
  throw new SchemaProblem('The database is empty; run `kith migrate`')
}
