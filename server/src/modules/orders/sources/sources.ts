import type { Context } from '../../../kit/context.ts'
import { SourceForKeys, SourceTaken } from '../refusals.ts'
import { sql } from '../tables.ts'

/** Where the orders of those come from who name no system. */
const OWN_SOURCES = { login: 'web', visitor: 'web', recorder: 'till' } as const
const RESERVED: readonly string[] = Object.values(OWN_SOURCES)

const isKey = (actor: string) => actor.startsWith('key:')

/** The system that an order comes from, which belongs to the first API key that named it. */
export async function sourceOf(ctx: Context, by: keyof typeof OWN_SOURCES, named: string | undefined): Promise<string> {
  const { actor } = ctx.caller
  if (named === undefined) return isKey(actor) && by === 'recorder' ? actor : OWN_SOURCES[by]
  if (by !== 'recorder' || !isKey(actor)) throw SourceForKeys()
  return claimSource(ctx, named)
}

/** The sources that this transaction has found to be the caller’s. */
const ownedBy = new WeakMap<Context, Set<string>>()

/** Other API keys cannot use up its ids. */
export async function claimSource(ctx: Context, source: string): Promise<string> {
  const owned = ownedBy.get(ctx) ?? new Set()
  ownedBy.set(ctx, owned)
  if (!owned.has(source)) owned.add(await claim(ctx, source))
  return source
}

async function claim(ctx: Context, source: string): Promise<string> {
  const { actor } = ctx.caller
  if (RESERVED.includes(source) || (isKey(source) && source !== actor)) throw SourceTaken()
  const found = await ownerOf(ctx, source)
  if (found === actor) return source
  if (found !== undefined) throw SourceTaken()
  await sql(ctx)
    .insertInto('order_sources')
    .values({ tenant_id: ctx.tenant, source, owner: actor, claimed_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source']).doNothing())
    .execute()
  // Of two that name it first at once, one waited for the other.
  if ((await ownerOf(ctx, source)) !== actor) throw SourceTaken()
  ctx.audit({ action: 'order_source.claimed', customer: null, fields: ['owner'], after: { source, owner: actor } })
  return source
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
