import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openEmbedded } from '../../src/db/embedded/index.ts'
import type { DebianPostgres } from './page.ts'

/** A cluster of its own, where every role but the superuser has to prove itself: of Debian, else of the embedded programs. */
export async function aCluster(dataFolder: string, debian: DebianPostgres | null) {
  const binariesFolder = debian ? programsOf(debian, `${dataFolder}-programs`) : undefined
  const server = await openEmbedded({ dataFolder, binariesFolder })
  const admin = new pg.Client({ host: server.host, port: server.port, user: 'postgres', database: 'postgres' })
  await admin.connect()
  writeFileSync(path.join(dataFolder, 'pgdata/pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n')
  await admin.query('select pg_reload_conf()')
  return {
    admin,
    urlOf: (database: string, user = 'kith') =>
      `postgres://${user}:secret@localhost/${database}?host=${encodeURIComponent(server.host)}&port=${server.port}`,
    superuser: (database: string) => ({ host: server.host, port: server.port, user: 'postgres', database }),
    async stop() {
      await admin.end()
      await server.stop()
    },
  }
}
export type Cluster = Awaited<ReturnType<typeof aCluster>>

/** Debian keeps apart what the embedded programs have in one folder. */
function programsOf({ folder, version }: DebianPostgres, together: string): string {
  mkdirSync(together)
  symlinkSync(path.join(folder, 'bin'), path.join(together, 'bin'))
  symlinkSync(`/usr/share/postgresql/${version}`, path.join(together, 'share'))
  return together
}

/** How many rows each table has, as the superuser sees it. */
export async function countRows(where: pg.ClientConfig): Promise<Record<string, number>> {
  const client = new pg.Client(where)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; rows: string }>(`
      select n.nspname || '.' || relname as name,
          (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', nspname, relname), true, true, '')))[1]::text as rows
        from pg_class c join pg_namespace n on n.oid = relnamespace where relkind = 'r' and nspname in ('public', 'pgboss') order by 1`)
    return Object.fromEntries(rows.map(({ name, rows }) => [name, Number(rows)]))
  } finally {
    await client.end()
  }
}
