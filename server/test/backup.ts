import type { World } from './harness.ts'

/** Copies every row of every table of ours, the keys included, and can put exactly them back. */
export async function backUp({ owner }: World): Promise<() => Promise<void>> {
  // A generated column is computed anew.
  const { rows: tables } = await owner.query<{ name: string; columns: string }>(`
    select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' group by 1`)
  await owner.query('drop schema if exists backup cascade; create schema backup')
  for (const { name } of tables) await owner.query(`create table backup.${name} as select * from public.${name}`)
  return async () => {
    // Without triggers and foreign keys, as a restore of data does.
    await owner.query(`begin; set local session_replication_role = replica`)
    for (const { name, columns } of tables)
      await owner.query(
        `delete from public.${name}; insert into public.${name} (${columns}) select ${columns} from backup.${name}`,
      )
    await owner.query('commit')
  }
}
