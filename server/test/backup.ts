import type { World } from './harness.ts'

/** Copies every row of every table of ours, the keys included, and can put exactly them back. */
export async function backUp({ owner }: World): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'`)
  const names = rows.map(({ name }) => name)
  await owner.query('drop schema if exists backup cascade; create schema backup')
  for (const name of names) await owner.query(`create table backup.${name} as select * from public.${name}`)
  return async () => {
    // Without triggers and foreign keys, as a restore of data does.
    await owner.query(`begin; set local session_replication_role = replica`)
    for (const name of names)
      await owner.query(`delete from public.${name}; insert into public.${name} select * from backup.${name}`)
    await owner.query('commit')
  }
}
