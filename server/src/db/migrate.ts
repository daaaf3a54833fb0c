import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { faultIn } from './faults.ts'
import { SchemaProblem } from './problem.ts'

const FOLDER = migrationsFolder()
const LOCK = 7_420_001
/** Requests queue up behind a migration that waits for a lock. */
const WAITS_FOR_LOCKS = '10s'

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** One process at a time; others wait. A failure is one line. */
export async function underMigrationLock<T>(client: pg.Client, onWait: () => void, work: () => Promise<T>): Promise<T> {
  try {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as got', [LOCK])
    if (!rows[0].got) {
      onWait()
      await client.query('select pg_advisory_lock($1)', [LOCK])
    }
    return await work()
  } catch (error) {
    throw inOneLine(error)
  }
}

const TOLD: Readonly<Record<string, string>> = {
  '25006': 'The database can only be read: it is a standby, or was made read-only; nothing was changed',
  '55P03': 'Waited too long for a lock that is held elsewhere; run `kith migrate` again',
  '57014': 'The database ended a statement that took too long; run `kith migrate` again',
}

function inOneLine(error: unknown): unknown {
  if (error instanceof SchemaProblem) return error
  const told = TOLD[String((error as { code?: unknown }).code)]
  return told ? new SchemaProblem(told) : (faultIn(error) ?? error)
}

/**
 * Brings the database to the newest schema: forward only, each migration in a transaction of its own. The roles that
 * migrations name are there already.
 */
export async function migrate(owner: pg.Client): Promise<string[]> {
  await owner.query(`create table if not exists schema_migrations
    (name text primary key, checksum text not null, shape text not null, applied_at timestamptz not null default now())`)
  await owner.query('grant usage on schema public to kith_app, kith_platform, kith_search')
  await owner.query('grant select on schema_migrations to kith_app')
  const missing = await missingMigrations(owner)
  for (const migration of missing) await apply(owner, migration)
  return missing.map(({ name }) => name)
}

/** The migrations to apply. Refuses a database that these migrations did not make. */
export async function missingMigrations(client: pg.ClientBase): Promise<Migration[]> {
  if (!(await isMigrated(client))) return [...migrations()]
  const applied = await readApplied(client)
  const missing: Migration[] = []
  for (const migration of migrations()) {
    const one = applied.get(migration.name)
    if (!one) missing.push(migration)
    else if (one.checksum !== migration.checksum) {
      throw new SchemaProblem(`Migration ${migration.name} was changed after it had been applied`)
    }
    applied.delete(migration.name)
  }
  const [unknown] = applied.keys()
  if (unknown) throw new SchemaProblem(`The database is newer than this program: it has ${unknown}`)
  const { rows } = await client.query('select shape from schema_migrations order by applied_at desc, name desc limit 1')
  if (rows.length > 0 && rows[0].shape !== (await shapeOf(client))) {
    throw new SchemaProblem('Tables, columns or policies were changed by hand since the last migration; undo that')
  }
  return missing
}

/** Refuses a database with another schema than this program needs. */
export async function checkSchema(client: pg.ClientBase): Promise<void> {
  if (!(await isMigrated(client))) throw new SchemaProblem('The database is empty; run `kith migrate`')
  const [first] = await missingMigrations(client)
  if (first) throw new SchemaProblem(`The database lacks ${first.name}; run \`kith migrate\``)
}

export async function isMigrated(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query("select to_regclass('public.schema_migrations') is not null as there")
  return rows[0].there
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(`begin; set local lock_timeout = '${WAITS_FOR_LOCKS}'`)
  try {
    await client.query(sql)
    await client.query('insert into schema_migrations (name, checksum, shape) values ($1, $2, $3)', [
      name,
      checksum,
      await shapeOf(client),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const known = inOneLine(error)
    throw known === error ? new SchemaProblem(`Migration ${name} failed: ${(error as Error).message}`) : known
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
