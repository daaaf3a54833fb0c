import { randomBytes } from 'node:crypto'
import { sql as raw } from 'kysely'
import { itself } from '../../kit/caller.ts'
import { type Context, type Database, inTenant } from '../../kit/context.ts'
import { sql } from './tables.ts'

const BATCH = 1_000

/**
 * A new wrapping key for the tenant, under the current master key; every data key is wrapped anew. What was sealed is
 * not touched. Runs beside the server: old wrapping keys open until the last data key has moved.
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
  await inTenant(db, caller, dropOldWrapKeys)
  db.keyring.forget(tenant)
  return { rewrapped }
}

async function addWrapKey(db: Database, ctx: Context): Promise<void> {
  const rows = await sql(ctx)
    .selectFrom('tenant_keys')
    .select(['purpose', 'version', 'wrapped'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('version')
    .forUpdate()
    .execute()
  const wrapAnew = (purpose: 'wrap' | 'root', at: number, secret: Buffer) => ({
    tenant_id: ctx.tenant,
    ...db.keyring.wrapTenantKey(ctx.tenant, purpose, at, secret),
  })
  // All of them move to the current master key; the new one comes on top.
  for (const { purpose, version, wrapped } of rows) {
    const row = { purpose: purpose as 'wrap' | 'root', version, wrapped }
    await sql(ctx)
      .updateTable('tenant_keys')
      .set({ wrapped: wrapAnew(row.purpose, version, db.keyring.master.unwrap(ctx.tenant, row)).wrapped })
      .where('tenant_id', '=', ctx.tenant)
      .where('purpose', '=', purpose)
      .where('version', '=', version)
      .execute()
  }
  const version = Math.max(...rows.map((row) => row.version)) + 1
  await sql(ctx).insertInto('tenant_keys').values(wrapAnew('wrap', version, randomBytes(32))).execute()
  ctx.audit({ action: 'keys.rotated', customer: null, fields: ['version'], after: { version } })
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
  for (const { id, wrapped } of rows) {
    await sql(ctx)
      .updateTable('data_keys')
      .set({ wrapped: ctx.keys.wrapDataKey(ctx.keys.dataKey(id, wrapped), id) })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', id)
      .execute()
  }
  return { count: rows.length, last: rows.length < BATCH ? null : rows.at(-1)!.id }
}

/**
 * A server that runs beside us wraps new keys with the version it holds in memory, for minutes still. So a version is
 * dropped when it has been out of use for an hour and no data key needs it: usually by the next rotation.
 */
async function dropOldWrapKeys(ctx: Context): Promise<void> {
  const used = await sql(ctx)
    .selectFrom('data_keys')
    .select(raw<Buffer>`substring(wrapped from 2 for 4)`.as('version'))
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .execute()
  const hourAgo = new Date(ctx.now.getTime() - 3_600_000)
  await sql(ctx)
    .deleteFrom('tenant_keys')
    .where('tenant_id', '=', ctx.tenant)
    .where('purpose', '=', 'wrap')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('tenant_keys as next')
          .select('next.version')
          .where('next.tenant_id', '=', ctx.tenant)
          .where('next.purpose', '=', 'wrap')
          .whereRef('next.version', '>', 'tenant_keys.version')
          .where('next.created_at', '<', hourAgo),
      ),
    )
    .$if(used.length > 0, (q) => q.where('version', 'not in', used.map((row) => row.version.readUInt32BE())))
    .execute()
}
