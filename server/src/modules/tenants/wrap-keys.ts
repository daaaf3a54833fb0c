import { randomBytes } from 'node:crypto'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import { known } from '../../kit/known.ts'
import { sql } from './tables.ts'

/** Creates a new wrapping key for the tenant; all its keys move to the current master key. */
export async function addWrapKey(db: Database, ctx: Context): Promise<void> {
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
  // All move to the current master key; the new one is added.
  for (const { purpose, version, wrapped } of rows) {
    const row = { purpose: known(['wrap', 'root'], purpose), version, wrapped }
    await sql(ctx)
      .updateTable('tenant_keys')
      .set({ wrapped: wrapAnew(row.purpose, version, db.keyring.master.unwrap(ctx.tenant, row)).wrapped })
      .where('tenant_id', '=', ctx.tenant)
      .where('purpose', '=', purpose)
      .where('version', '=', version)
      .execute()
  }
  const version = Math.max(...rows.map((row) => row.version)) + 1
  await sql(ctx)
    .insertInto('tenant_keys')
    .values(wrapAnew('wrap', version, randomBytes(32)))
    .execute()
  ctx.audit({ action: 'keys.rotated', customer: null, fields: ['version'], after: { version } })
}

/**
 * Another running server wraps new keys with the version in its memory for some minutes. So a version is
 * dropped when it has been out of use for an hour and no data key needs it: usually by the next rotation.
 */
export async function dropWrapKeys(ctx: Context, inUse: readonly number[]): Promise<void> {
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
    .$if(inUse.length > 0, (q) => q.where('version', 'not in', inUse))
    .execute()
}
