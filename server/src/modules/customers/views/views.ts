import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { document, LOST, sealedForTenant } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { sql } from '../tables.ts'
import {
  KeptView,
  MOST_SHARED_VIEWS,
  MOST_VIEWS,
  OwnerHasViewName,
  TooManySharedViews,
  TooManyViews,
  type View,
  type ViewBody,
  ViewNameTaken,
  ViewNotFound,
} from './contract.ts'

const views = sealedForTenant('customer_views', 'sealed', document(KeptView), { mend: 'drop' })
const DAMAGED: KeptView = { name: LOST, filter: {}, columns: [] }

/** The caller's views, in order of creation, and behind them those that others share. */
export async function listViews(ctx: Context): Promise<{ items: View[] }> {
  const rows = await visible(ctx).orderBy('created_at').orderBy('id').execute()
  const items = rows.map((row) => {
    const { value, damaged } = views.show(ctx, row)
    return { id: row.id, ...(value ?? DAMAGED), ...factsOf(ctx, row), damaged }
  })
  return { items: [...items.filter(({ own }) => own), ...items.filter(({ own }) => !own)] }
}

/** Serialises saves and new names of one owner: concurrent ones would each see the same earlier views. */
export async function saveView(ctx: Context, { shared = false, ...kept }: ViewBody): Promise<View> {
  if (shared) await admitToShared(ctx)
  const owner = ctx.caller.actor
  await lock(ctx, owner)
  const earlier = await sql(ctx)
    .selectFrom('customer_views')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', owner)
    .execute()
  if (earlier.length >= MOST_VIEWS) throw TooManyViews()
  const id = uuidv7(ctx.now.getTime())
  const saved = await sql(ctx)
    .insertInto('customer_views')
    .values({ tenant_id: ctx.tenant, owner, id, ...written(ctx, { owner, id }, kept), shared, created_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'owner', 'name_digest']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw ViewNameTaken()
  if (shared) tell(ctx, 'shared', id)
  return { id, ...kept, shared, own: true, damaged: false }
}

export async function replaceView(
  ctx: Context,
  { viewId, shared, ...kept }: ViewBody & { viewId: string },
): Promise<View> {
  const before = await requireChangeable(ctx, viewId)
  const isShared = shared ?? before.shared
  if (before.shared && isShared) requireSharing(ctx)
  if (!before.shared && isShared) await admitToShared(ctx)
  await lock(ctx, before.owner)
  const row = { ...written(ctx, before, kept), shared: isShared }
  const namesake = await sql(ctx)
    .selectFrom('customer_views')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', before.owner)
    .where('name_digest', '=', row.name_digest)
    .where('id', '!=', viewId)
    .executeTakeFirst()
  const isOwn = before.owner === ctx.caller.actor
  if (namesake) throw isOwn ? ViewNameTaken() : OwnerHasViewName()
  await sql(ctx)
    .updateTable('customer_views')
    .set(row)
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', before.owner)
    .where('id', '=', viewId)
    .execute()
  if (before.shared !== isShared) tell(ctx, isShared ? 'shared' : 'unshared', viewId)
  else if (!isOwn) tell(ctx, 'changed', viewId)
  return { id: viewId, ...kept, ...factsOf(ctx, { ...before, shared: isShared }), damaged: false }
}

export async function deleteView(ctx: Context, { viewId }: { viewId: string }): Promise<{ done: true }> {
  const { owner, shared } = await requireChangeable(ctx, viewId)
  await sql(ctx)
    .deleteFrom('customer_views')
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', owner)
    .where('id', '=', viewId)
    .execute()
  if (shared) tell(ctx, 'deleted', viewId)
  return { done: true }
}

/** What everyone sees is audited, without its name. */
const tell = (ctx: Context, done: 'shared' | 'unshared' | 'changed' | 'deleted', id: string) =>
  ctx.audit({ action: `customer_view.${done}`, customer: null, fields: ['shared'], after: { id } })

const visible = (ctx: Context) =>
  sql(ctx)
    .selectFrom('customer_views')
    .select(['id', 'owner', 'sealed', 'shared'])
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or([q('owner', '=', ctx.caller.actor), q('shared', '=', true)]))

/** One's own, or a shared one with the permission to share; another's own view is as if it were not there. */
async function requireChangeable(ctx: Context, viewId: string) {
  const row = await visible(ctx).where('id', '=', viewId).forUpdate().executeTakeFirst()
  if (!row) throw ViewNotFound()
  if (row.owner !== ctx.caller.actor) requireSharing(ctx)
  return row
}

function requireSharing({ caller }: Context): void {
  if (!caller.may.has('views:share')) throw Forbidden({ needs: 'views:share' })
}

/** One at a time, before the lock of the owner. */
async function admitToShared(ctx: Context): Promise<void> {
  requireSharing(ctx)
  await lock(ctx, 'shared')
  const { count } = await sql(ctx)
    .selectFrom('customer_views')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('shared', '=', true)
    .executeTakeFirstOrThrow()
  if (count >= MOST_SHARED_VIEWS) throw TooManySharedViews()
}

async function lock(ctx: Context, whose: string): Promise<void> {
  await raw`select pg_advisory_xact_lock(hashtextextended(${`views ${ctx.tenant} ${whose}`}, 0)) /* tenant_id */`.execute(
    sql(ctx),
  )
}

const factsOf = (ctx: Context, { owner, shared }: { readonly owner: string; readonly shared: boolean }) => ({
  shared,
  own: owner === ctx.caller.actor,
})

const written = (ctx: Context, { owner, id }: { readonly owner: string; readonly id: string }, kept: KeptView) => ({
  name_digest: ctx.keys.digest('customer view', `${owner} ${kept.name.toLowerCase()}`),
  sealed: views.seal(ctx, { id }, kept),
})
