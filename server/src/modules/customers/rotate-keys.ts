import { sql as raw } from 'kysely'
import { itself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import { inTenant } from '../../kit/transaction.ts'
import { addWrapKey, dropWrapKeys } from '../tenants/index.ts'
import { sql } from './tables.ts'

const BATCH = 1_000

/**
 * Creates a new wrapping key for the tenant under the current master key and wraps every data key again. Sealed values are
 * not touched. Runs beside the server: old wrapping keys still open until the last data key has moved.
 */
export async function rotateKeys(db: Database, tenant: string): Promise<{ rewrapped: number }> {
  const caller = itself(tenant, 'cli')
  await inTenant(db, caller, (ctx) => addWrapKey(db, ctx))
  db.keyring.forget(tenant)
  let rewrapped = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { count, last } = await inTenant(db, caller, (ctx) => rewrap(ctx, after))
    rewrapped += count
    if (last === null) break
    after = last
  }
  await inTenant(db, caller, async (ctx) => dropWrapKeys(ctx, await versionsInUse(ctx)))
  db.keyring.forget(tenant)
  return { rewrapped }
}

async function rewrap(ctx: Context, after: string): Promise<{ count: number; last: string | null }> {
  const rows = await sql(ctx)
    .selectFrom('data_keys')
    .select(['id', 'wrapped'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .execute()
  if (rows.length > 0) {
    const anew = rows.map(({ id, wrapped }) => ctx.keys.wrapDataKey(ctx.keys.unheldDataKey(id, wrapped), id))
    await raw`
      update data_keys k set wrapped = anew.wrapped
        from unnest(${rows.map(({ id }) => id)}::uuid[], ${anew}::bytea[]) as anew(id, wrapped)
       where k.tenant_id = ${ctx.tenant} and k.id = anew.id`.execute(sql(ctx))
  }
  return { count: rows.length, last: rows.length < BATCH ? null : rows.at(-1)!.id }
}

async function versionsInUse(ctx: Context): Promise<number[]> {
  const used = await sql(ctx)
    .selectFrom('data_keys')
    .select(raw<Buffer>`substring(wrapped from 2 for 4)`.as('version'))
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .execute()
  return used.map(({ version }) => version.readUInt32BE())
}
