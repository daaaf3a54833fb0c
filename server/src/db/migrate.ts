import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

const FOLDER = migrationsFolder()
const LOCK = 7_420_001

export class SchemaProblem extends Error {}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/**
 * Brings the database to the newest schema: forward only, each migration in a transaction of its own, one process at a
 * time. `owner` is the role that owns the database; the role of the requests gets its password here.
 */
export async function migrate(owner: pg.ClientConfig, appPassword: string): Promise<string[]> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await createRoles(client, appPassword)
    await client.query(`create table if not exists schema_migrations
      (name text primary key, checksum text not null, shape text not null, applied_at timestamptz not null default now())`)
    await client.query('grant select on schema_migrations to kith_app')
    const applied = await readApplied(client)
    const added: string[] = []
    for (const migration of migrations()) {
      const before = applied.get(migration.name)
      if (before === undefined) {
        await apply(client, migration)
        added.push(migration.name)
      } else if (before.checksum !== migration.checksum) {
        throw new SchemaProblem(`Migration ${migration.name} was changed after it had been applied`)
      }
    }
    return added
  } finally {
    await client.end()
  }
}

/** Refuses a database whose schema is not the one this program was written for. */
export async function checkSchema(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query("select to_regclass('public.schema_migrations') is not null as there")
  if (!rows[0].there) throw new SchemaProblem('The database is empty; run `kith migrate`')
  const applied = await readApplied(client)
  for (const { name, checksum } of migrations()) {
    const one = applied.get(name)
    if (!one) throw new SchemaProblem(`The database lacks ${name}; run \`kith migrate\``)
    if (one.checksum !== checksum) throw new SchemaProblem(`Migration ${name} was changed after it had been applied`)
    applied.delete(name)
  }
  const [unknown] = applied.keys()
  if (unknown) throw new SchemaProblem(`The database is newer than this program: it has ${unknown}`)
  const { rows: last } = await client.query('select shape from schema_migrations order by name desc limit 1')
  if (last[0].shape !== (await shapeOf(client))) {
    throw new SchemaProblem('Somebody changed tables, columns or policies by hand since the last migration')
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migrations (name, checksum, shape) values ($1, $2, $3)', [
      name,
      checksum,
      await shapeOf(client),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new SchemaProblem(`Migration ${name} failed: ${(error as Error).message}`)
  }
}

async function readApplied(client: pg.ClientBase): Promise<Map<string, { checksum: string }>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  )
  return new Map(rows.map(({ name, checksum }) => [name, { checksum }]))
}

/** A fingerprint of what matters for correctness. Indexes are left out: an operator may add one. */
async function shapeOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ line: string }>(`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
        || c.relrowsecurity || c.relforcerowsecurity as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname <> 'schema_migrations'
    union all
    select c.relname || ' policy ' || p.polname || ' ' || p.polcmd::text || ' ' || p.polpermissive
      from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace
    order by 1`)
  return createHash('sha256')
    .update(rows.map(({ line }) => line).join('\n'))
    .digest('hex')
}

/** Roles belong to the whole server, so another database of it may have made them before. */
async function createRoles(client: pg.Client, appPassword: string): Promise<void> {
  const roles = { kith_app: 'login noinherit', kith_platform: 'nologin', kith_search: 'nologin' }
  const { rows } = await client.query('select rolname from pg_roles where rolname = any ($1)', [Object.keys(roles)])
  const there = new Set(rows.map(({ rolname }) => rolname))
  for (const [name, attributes] of Object.entries(roles)) {
    if (!there.has(name)) await client.query(`create role ${name} ${attributes}`)
  }
  if (there.size < 3) {
    await client.query('grant kith_platform to kith_app')
    await client.query('grant kith_search to current_user')
  }
  await client.query(`alter role kith_app password ${pg.escapeLiteral(appPassword)}`)
  // A connection whose other end the network swallowed keeps its locks no longer than this.
  await client.query(`alter role kith_app set idle_in_transaction_session_timeout = '60s'`)
  await client.query('grant usage on schema public to kith_app, kith_platform, kith_search')
}

let read: readonly Migration[] | undefined
function migrations(): readonly Migration[] {
  read ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
  return read
}

/** The same folder from the sources (server/src/db) and from the build (server/dist). */
function migrationsFolder(): URL {
  return new URL(/\/src\/db\/[^/]+$/.test(import.meta.url) ? '../../migrations/' : '../migrations/', import.meta.url)
}
