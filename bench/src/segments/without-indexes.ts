import type pg from 'pg'

/** A table is filled several times as fast without its indexes; what is unique stays, and the others are built at the end. */
export async function withoutIndexes(owner: pg.Client, table: string, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = $1::regclass and not i.indisunique`,
    [table],
  )
  await owner.query('begin')
  // As the superuser: row security does not bind it, and triggers and foreign keys need not be run row by row.
  await owner.query(`set local session_replication_role = replica; set local maintenance_work_mem = '512MB'`)
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  await work()
  for (const { definition } of rows) await owner.query(definition)
  await owner.query('commit')
}
