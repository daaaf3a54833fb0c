import { itself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { acrossTenants, type Database } from '../../kit/database.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { SCOPE_NAMES } from '../../permissions.ts'
import { type NewTenant, SlugTaken, TenantNotFound } from './contract.ts'
import { createApiKey } from './keys/api-keys.ts'
import { sql } from './tables.ts'

export interface Tenant {
  readonly id: string
  readonly slug: string
}

/** Marking contacts as verified elsewhere is only for keys created for an import. */
const FIRST_KEY_SCOPES = SCOPE_NAMES.filter((scope) => scope !== 'customers:import')

/** Creates a tenant with its keys and a first API key with all scopes except import. `furnish` joins the same transaction. */
export async function createTenant(
  db: Database,
  actor: string,
  { slug, name, name2, country, locale }: NewTenant,
  furnish: (ctx: Context) => Promise<void> = async () => {},
): Promise<{ tenant: Tenant; apiKey: string }> {
  const id = uuidv7()
  const wrapped = db.keyring.newTenantKeys(id)
  const keys = db.keyring.hold(id, wrapped)
  const work = async (ctx: Context) => {
    const made = await sql(ctx)
      .insertInto('tenants')
      .values({ tenant_id: id, slug, name, name2: name2 ?? null, country, locale })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('tenant_id')
      .executeTakeFirst()
    if (!made) throw SlugTaken({ slug })
    await sql(ctx)
      .insertInto('tenant_keys')
      .values(wrapped.map((key) => ({ tenant_id: id, ...key })))
      .execute()
    const { apiKey } = await createApiKey(ctx, { name: 'first', scopes: FIRST_KEY_SCOPES })
    await furnish(ctx)
    ctx.audit({ action: 'tenant.created', customer: null, fields: ['slug', 'country', 'locale'] })
    ctx.nudge('tenants')
    return { tenant: { id, slug }, apiKey }
  }
  try {
    return await inTenant(db, itself(id, actor), work, { keys })
  } catch (error) {
    db.keyring.forget(id)
    throw error
  }
}

export async function listTenants(db: Database) {
  const rows = await acrossTenants<{ tenant_id: string; slug: string; name: string; created_at: Date }>(
    db,
    'select tenant_id, slug, name, created_at from tenants order by created_at, slug',
  )
  return rows.map((row) => ({
    id: row.tenant_id,
    slug: row.slug,
    name: row.name,
    createdAt: row.created_at.toISOString(),
  }))
}

export async function findTenant(db: Database, slug: string): Promise<Tenant> {
  const tenant = (await listTenants(db)).find((one) => one.slug === slug || one.id === slug)
  if (!tenant) throw TenantNotFound()
  return tenant
}
