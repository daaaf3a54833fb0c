import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import pg from 'pg'
import { openEmbedded } from './src/db/embedded/index.ts'
import { migrate } from './src/db/migrate.ts'
import { makeRoles } from './src/db/roles.ts'

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bpchar: 'string',
  bytea: 'Buffer',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  xid8: 'string',
  timestamptz: 'Date',
  jsonb: 'unknown',
  _bytea: 'Buffer[]',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
}

/** Writes src/db/schema.ts from a freshly migrated database. */
const folder = mkdtempSync(`${tmpdir()}/kith-schema-`)
const server = await openEmbedded({ dataFolder: folder, durable: false })
const owner = { host: server.host, port: server.port, user: 'postgres', database: 'postgres' }
const client = new pg.Client(owner)
await client.connect()
await makeRoles(client, [])
await migrate(client)
const { rows } = await client.query<{
  table: string
  column: string
  type: string
  nullable: boolean
  given: boolean
}>(`
  select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull and c.relkind = 'r' as nullable,
         a.atthasdef as given
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and c.relname <> 'schema_migrations'
   order by c.relname, a.attnum`)
await client.end()
await server.stop()
rmSync(folder, { recursive: true })

const tables = group(rows)
const name = (table: string) =>
  `${table.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}Table`
const lines = [
  '// Generated from the migrated database by `npm run generate`. Do not edit.',
  "import type { Generated } from 'kysely'",
  '',
  'export interface DB {',
]
for (const table of tables.keys()) lines.push(`  ${table}: ${name(table)}`)
lines.push('}')
for (const [table, columns] of tables) {
  lines.push('', `interface ${name(table)} {`)
  for (const { column, type, nullable, given } of columns) {
    const ts = TYPES[type]
    if (!ts) throw new Error(`${table}.${column} has the type ${type}, which has no TypeScript type here`)
    const whole = nullable ? `${ts} | null` : ts
    lines.push(`  ${column}: ${given ? `Generated<${whole}>` : whole}`)
  }
  lines.push('}')
}
writeFileSync(process.argv[2]!, `${lines.join('\n')}\n`)

function group(all: typeof rows): Map<string, typeof rows> {
  const map = new Map<string, typeof rows>()
  for (const row of all) map.set(row.table, [...(map.get(row.table) ?? []), row])
  return map
}
