import pg from 'pg'
import { openEmbedded } from '../src/db/embedded/index.ts'

const LOCK = 7_420_002

/**
 * Work in batches of which the first is done waits in the middle of the second, in the database of a running server, until
 * it is let go. `only` is a condition on the row (`new`) that notes where the work has come to.
 */
export async function holdAfterFirst(dataFolder: string, table: 'imports' | 'segment_runs', only = 'true') {
  const { host, port, stop } = await openEmbedded({ dataFolder })
  const database = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
  // A server that is killed may take its database along.
  database.on('error', () => {})
  await database.connect()
  await database.query('select pg_advisory_lock($1)', [LOCK])
  await database.query(`
    create or replace function hold_${table}() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(${LOCK});
      return new;
    end $$;
    create or replace trigger hold before update on ${table} for each row
      when (old.done > 0 and new.done > old.done and ${only}) execute function hold_${table}()`)
  return {
    /** Whether the work has come to where it waits. */
    async isHeld(): Promise<boolean> {
      const { rows } = await database.query(
        `select from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`,
      )
      return rows.length > 0
    },
    /** Whether another transaction waits for the row. */
    async isAwaited(): Promise<boolean> {
      const { rows } = await database.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like $1`,
        [`%"${table}"%for update%`],
      )
      return rows.length > 0
    },
    async letGo(): Promise<void> {
      await database.end()
      await stop()
    },
  }
}
