import type pg from 'pg'
import { SchemaProblem } from './problem.ts'

const ANOTHER =
  'The keys of the tenants are wrapped with another KITH_MASTER_KEY; set that one, or as KITH_MASTER_KEY_PREVIOUS until `kith keys rotate` has run'

/** Whether some tenant's keys cannot be opened with these master keys. Both statements are one transaction. */
export async function hasForeignKeys(client: pg.ClientBase | pg.Pool, masterIds: readonly Buffer[]): Promise<boolean> {
  const ours = masterIds.map((id) => `'\\x${id.toString('hex')}'`)
  const results = (await client.query(`set local role kith_platform;
    select exists (select from tenant_keys /* of every tenant_id */ where master not in (${ours})) as foreign`)) as unknown as pg.QueryResult[] // Two statements have two results, which the types do not know.
  return results[1]!.rows[0].foreign
}

/** Refuses master keys that do not open every tenant. Before the first migration there is nothing to open. */
export async function checkMasterKey(client: pg.ClientBase, masterIds: readonly Buffer[]): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_attribute where attrelid = to_regclass('public.tenant_keys') and attname = 'master'`,
  )
  if (rowCount && (await hasForeignKeys(client, masterIds))) throw new SchemaProblem(ANOTHER)
}
