import type pg from 'pg'

export interface Stored {
  readonly name: string
  readonly columns: readonly string[]
}

/** Without these keys nothing that was sealed for a person can be opened: they are a backup of their own, with a shorter life. */
export const KEYS = 'data_keys'

/** Every table of the schema with its columns; those that a generated column follows from, without it. */
export async function tablesOf(client: pg.ClientBase): Promise<Stored[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'
     group by 1 order by 1 /* tenant_id */`)
  return rows
}

export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations order by name')
  return rows.map(({ name }) => name)
}
