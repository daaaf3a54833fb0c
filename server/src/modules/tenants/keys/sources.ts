import type { Context } from '../../../kit/context.ts'
import { sql } from '../tables.ts'

/** How a system with logins is named among the sources, so that one with orders may have the same name. */
export const ofLogins = (system: string) => `login:${system}`

/** Whether this outside system belongs to the calling key: to the first that names it, until it is released. */
export async function claimSource(ctx: Context, source: string): Promise<boolean> {
  const { actor } = ctx.caller
  const found = await ownerOf(ctx, source)
  if (found !== undefined) return found === actor
  await sql(ctx)
    .insertInto('order_sources')
    .values({ tenant_id: ctx.tenant, source, owner: actor, claimed_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source']).doNothing())
    .execute()
  // Of two that name it first at once, one waited for the other.
  if ((await ownerOf(ctx, source)) !== actor) return false
  ctx.audit({ action: 'order_source.claimed', customer: null, fields: ['owner'], after: { source, owner: actor } })
  return true
}

async function ownerOf(ctx: Context, source: string): Promise<string | undefined> {
  const row = await sql(ctx)
    .selectFrom('order_sources')
    .select('owner')
    .where('tenant_id', '=', ctx.tenant)
    .where('source', '=', source)
    .executeTakeFirst()
  return row?.owner
}

export async function listSources(ctx: Context) {
  const rows = await sql(ctx)
    .selectFrom('order_sources')
    .select(['source', 'owner', 'claimed_at'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('source')
    .execute()
  return {
    items: rows.map(({ source, owner, claimed_at }) => ({ source, owner, claimedAt: claimed_at.toISOString() })),
  }
}

export async function releaseSource(
  ctx: Context,
  { source, reason }: { source: string; reason?: string | undefined },
): Promise<{ done: true }> {
  const released = await sql(ctx)
    .deleteFrom('order_sources')
    .where('tenant_id', '=', ctx.tenant)
    .where('source', '=', source)
    .returning('owner')
    .executeTakeFirst()
  const told = { action: 'order_source.released', customer: null, fields: ['owner'], reason }
  if (released) ctx.audit({ ...told, before: { source, owner: released.owner } })
  return { done: true }
}
