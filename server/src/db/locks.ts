import type pg from 'pg'

/** From the weakest to the strongest; each is kept until its migration ends. */
const LOCKS = ['row exclusive', 'share', 'share row exclusive', 'access exclusive'] as const
type Lock = (typeof LOCKS)[number]
const WORKS = ['none', 'reads', 'writes'] as const
/** Whether its rows are read, as for an index or a constraint, or written. */
type Work = (typeof WORKS)[number]

export interface Step {
  readonly migration: string
  /** One that is there already and has rows. */
  readonly table: string
  readonly lock: Lock
  readonly work: Work
  /** By PostgreSQL's own estimate. */
  readonly rows: number
  readonly bytes: number
}

/** What each migration does to tables that are there, by its text; the largest first. */
export async function planSteps(
  client: pg.ClientBase,
  migrations: readonly { readonly name: string; readonly sql: string }[],
): Promise<Step[]> {
  const { rows: tables } = await client.query<Pick<Step, 'table' | 'rows' | 'bytes'>>(`
    select c.relname as table, pg_total_relation_size(c.oid)::float8 as bytes,
           greatest(c.reltuples, 0)::float8 + coalesce((select sum(greatest(p.reltuples, 0)) from pg_inherits i join pg_class p on p.oid = i.inhrelid
              where i.inhparent = c.oid), 0)::float8 as rows
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  const { rows: indexes } = await client.query<{ name: string; table: string }>(
    `select indexname as name, tablename as table from pg_indexes where schemaname = 'public'`,
  )
  const { rows: foreignKeys } = await client.query<ForeignKey>(`
    select f.conname as name, c.relname as table, r.relname as "refersTo" from pg_constraint f
      join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
     where f.contype = 'f' and c.relnamespace = 'public'::regnamespace`)
  const known = { tableOfIndex: new Map(indexes.map(({ name, table }) => [name, table])), foreignKeys }
  return migrations.flatMap(({ name, sql }) => {
    const touched = touchedBy(sql, known)
    return tables
      .flatMap((table) => {
        const how = touched.get(table.table) ?? touched.get(EVERY_TABLE)
        return how ? [{ migration: name, ...table, ...how }] : []
      })
      .sort((one, other) => other.bytes - one.bytes)
  })
}

const EVERY_TABLE = '*'

interface How {
  readonly lock: Lock
  readonly work: Work
}

interface ForeignKey {
  readonly name: string
  readonly table: string
  readonly refersTo: string
}

interface Known {
  readonly tableOfIndex: ReadonlyMap<string, string>
  readonly foreignKeys: readonly ForeignKey[]
}

export function touchedBy(sql: string, { tableOfIndex, foreignKeys }: Known): Map<string, How> {
  const touched = new Map<string, How>()
  const touch = (table: string | undefined, lock: Lock, work: Work) => {
    if (table === undefined) return
    const before = touched.get(table) ?? { lock, work }
    touched.set(table, { lock: strongest(LOCKS, before.lock, lock), work: strongest(WORKS, before.work, work) })
  }
  // Statements that are made up as they run may touch every table.
  if (/\bdo \$\$(?:(?!\$\$).)*\bexecute\b/is.test(sql)) touch(EVERY_TABLE, 'access exclusive', 'none')
  for (const statement of statementsOf(sql)) {
    const first = (pattern: RegExp) => pattern.exec(statement)?.[1]
    const altered = first(/^alter table (?:if exists )?(?:only )?(\w+)/)
    // How a table is stored and vacuumed is changed beside readers and writers.
    if (!/^alter table \w+ set \(/.test(statement)) touch(altered, 'access exclusive', workOf(statement))
    touch(first(/^create (?:unique )?index .*? on (?:only )?(\w+)/), 'share', 'reads')
    touch(tableOfIndex.get(first(/^drop index (?:if exists )?(\w+)/) ?? ''), 'access exclusive', 'none')
    touch(first(/^(?:create|alter|drop) policy \w+ on (\w+)/), 'access exclusive', 'none')
    touch(first(/^call protect\('(\w+)'/), 'access exclusive', 'none')
    touch(first(/^(?:drop table|truncate) (?:if exists )?(\w+)/), 'access exclusive', 'none')
    touch(first(/^create (?:or replace )?trigger .*? on (\w+)/), 'share row exclusive', 'none')
    // Without a foreign key the table that it referred to loses its triggers, too.
    const dropped = [...statement.matchAll(/\bdrop constraint (?:if exists )?(\w+)/g)].map(([, name]) => name)
    const gone = first(/^drop table (?:if exists )?(\w+)/)
    for (const { name, table, refersTo } of foreignKeys)
      if (table === gone || (table === altered && dropped.includes(name))) touch(refersTo, 'access exclusive', 'none')
    const [, named, mode] = /^lock table (.+) in ([a-z ]+) mode/.exec(statement) ?? []
    const lock = LOCKS.find((one) => one === mode)
    for (const table of named?.split(/\s*,\s*/) ?? []) if (lock) touch(table, lock, 'none')
    for (const [, table] of statement.matchAll(/\breferences (\w+)/g)) touch(table, 'share row exclusive', 'none')
    for (const [, table] of statement.matchAll(/(?:^|[(\s])(?:update|delete from|insert into) (\w+)/g))
      if (!/^create (?:trigger|policy)|^alter policy|^grant|^revoke/.test(statement))
        touch(table, 'row exclusive', 'writes')
  }
  return touched
}

const strongest = <One extends string>(order: readonly One[], one: One, other: One): One =>
  order.indexOf(one) < order.indexOf(other) ? other : one

const CHECKS_ROWS =
  /\badd (?:constraint|foreign key|check|primary key|unique)\b(?!.*\bnot valid\b)|\bset not null\b|\bvalidate constraint\b/
const REWRITES =
  /\balter column \w+ (?:set data )?type\b|\badd column .*\bdefault\b.*\b(?:clock_timestamp|gen_random_uuid|random|nextval)\(/

const workOf = (statement: string): Work =>
  REWRITES.test(statement) ? 'writes' : CHECKS_ROWS.test(statement) ? 'reads' : 'none'

/** Without comments, and without the bodies of functions, which are not run. Of a block its statements count. */
function statementsOf(sql: string): string[] {
  const bare = sql
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/\bdo \$\$(.*?)\$\$/gs, ' $1 ')
    .replaceAll(/\$\$.*?\$\$/gs, "''")
  return bare.split(';').map((statement) => statement.replaceAll(/\s+/g, ' ').trim().toLowerCase())
}
