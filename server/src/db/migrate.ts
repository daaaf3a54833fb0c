import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { codeOf, messageOf } from '../error.ts'
import { faultIn } from './faults.ts'
import { SchemaProblem } from './problem.ts'
import { missingRights, readRights } from './rights.ts'

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
  const told = TOLD[codeOf(error)]
  return told ? new SchemaProblem(told) : (faultIn(error) ?? error)
}

/**
 * Brings the database to the newest schema: forward only, each migration in a transaction of its own. The roles that
 * migrations name are there already.
 */
export async function migrate(owner: pg.Client): Promise<string[]> {
  await owner.query(`create table if not exists schema_migrations
    (name text primary key, checksum text not null, shape text not null, applied_at timestamptz not null default now())`)
  // Not there in a database of an earlier version.
  await owner.query('alter table schema_migrations add column if not exists rights text[]')
  await owner.query('grant usage on schema public to kith_app, kith_platform, kith_search, kith_backup')
  await owner.query('grant select on schema_migrations to kith_app, kith_backup')
  const missing = await missingMigrations(owner)
  await refuseChanges(owner)
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
  return missing
}

/** Refuses a database that no migration of ours has left like this. */
async function refuseChanges(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('select shape from schema_migrations order by applied_at desc, name desc limit 1')
  if (rows.length > 0 && !(await shapesOf(client)).includes(rows[0].shape)) {
    throw new SchemaProblem('Tables, columns or policies were changed by hand since the last migration; undo that')
  }
}

/** What the last migration left and is gone, as after a restore: row security, policies, privileges, owners of views. */
export async function lostRights(client: pg.ClientBase): Promise<string[]> {
  if (!(await isMigrated(client))) return []
  // By its name in JSON: a version that did not note it made no such column.
  const { rows } = await client.query<{ rights: string[] | null }>(`
    select to_jsonb(last) -> 'rights' as rights from schema_migrations last order by applied_at desc, name desc limit 1`)
  return missingRights(client, rows[0]?.rights ?? [])
}

/** Gives them back, and says which. */
export async function repairRights(owner: pg.Client): Promise<string[]> {
  if (await isMigrated(owner)) await refuseForeignTables(owner)
  const missing = await lostRights(owner)
  if (missing.length === 0) return []
  await owner.query(`begin; set local lock_timeout = '${WAITS_FOR_LOCKS}'`)
  try {
    await owner.query(missing.join(';\n'))
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    throw error
  }
  return missing
}

async function refuseForeignTables(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; owner: string }>(`
    select relname as name, pg_get_userbyid(relowner)::text as owner from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not pg_has_role(relowner, 'USAGE')
     order by relname limit 1`)
  if (!rows[0]) return
  const { name, owner } = rows[0]
  throw new SchemaProblem(
    `The table ${name} belongs to ${owner} and not to the role of DATABASE_URL; restore the backup as that role, with --no-owner`,
  )
}

/** Refuses a database with another schema than this program needs. */
export async function checkSchema(client: pg.ClientBase): Promise<void> {
  if (!(await isMigrated(client))) throw new SchemaProblem('The database is empty; run `kith migrate`')
  const [first] = await missingMigrations(client)
  if (first) throw new SchemaProblem(`The database lacks ${first.name}; run \`kith migrate\``)
  const { length } = await lostRights(client)
  if (length > 0) {
    throw new SchemaProblem(`Policies or privileges are missing (${length}), as after a restore; run \`kith migrate\``)
  }
  await refuseChanges(client)
}

export async function isMigrated(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query("select to_regclass('public.schema_migrations') is not null as there")
  return rows[0].there
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(`begin; set local lock_timeout = '${WAITS_FOR_LOCKS}'`)
  try {
    await client.query(sql)
    await client.query('insert into schema_migrations (name, checksum, shape, rights) values ($1, $2, $3, $4)', [
      name,
      checksum,
      (await shapesOf(client))[0],
      await readRights(client),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const known = inOneLine(error)
    throw known === error ? new SchemaProblem(`Migration ${name} failed: ${messageOf(error)}`) : known
  }
}
async function readApplied(client: pg.ClientBase): Promise<Map<string, { checksum: string }>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  )
  return new Map(rows.map(({ name, checksum }) => [name, { checksum }]))
}

/**
 * A fingerprint of what matters for correctness, the one of earlier versions, which depends on how the database sorts, and
 * the one without what an extension brought: Citus adds a view of its own after the last migration. Indexes are left out:
 * an operator may add one.
 */
async function shapesOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ line: string; ours: boolean }>(`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
        || c.relrowsecurity || c.relforcerowsecurity as line,
        not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e') as ours
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname <> 'schema_migrations'
    union all
    select c.relname || ' policy ' || p.polname || ' ' || p.polcmd::text || ' ' || p.polpermissive, true
      from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace
    order by 1`)
  const lines = rows.map(({ line }) => line)
  const ours = rows.filter((row) => row.ours).map(({ line }) => line)
  return [lines.toSorted(), lines, ours.toSorted()].map((all) =>
    createHash('sha256').update(all.join('\n')).digest('hex'),
  )
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
