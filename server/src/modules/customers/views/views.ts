import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { document, LOST, sealedForTenant } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { sql } from '../tables.ts'
import { MOST_VIEWS, TooManyViews, type View, ViewBody, ViewNameTaken, ViewNotFound } from './contract.ts'

const views = sealedForTenant('customer_views', 'sealed', document(ViewBody), { mend: 'drop' })
const DAMAGED: ViewBody = { name: LOST, filter: {}, columns: [] }

/** The caller's views, in order of creation. */
export async function listViews(ctx: Context): Promise<{ items: View[] }> {
  const rows = await sql(ctx)
    .selectFrom('customer_views')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', ctx.caller.actor)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const items = rows.map((row) => {
    const { value, damaged } = views.show(ctx, row)
    return { id: row.id, ...(value ?? DAMAGED), damaged }
  })
  return { items }
}

/** Serialises saves of one owner: concurrent ones would each count the same earlier views. */
export async function saveView(ctx: Context, body: ViewBody): Promise<View> {
  const owner = `views ${ctx.tenant} ${ctx.caller.actor}`
  await raw`select pg_advisory_xact_lock(hashtextextended(${owner}, 0)) /* tenant_id */`.execute(sql(ctx))
  const kept = await sql(ctx)
    .selectFrom('customer_views')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', ctx.caller.actor)
    .execute()
  if (kept.length >= MOST_VIEWS) throw TooManyViews()
  const id = uuidv7(ctx.now.getTime())
  const saved = await sql(ctx)
    .insertInto('customer_views')
    .values({
      tenant_id: ctx.tenant,
      owner: ctx.caller.actor,
      id,
      ...written(ctx, id, body),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'owner', 'name_digest']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw ViewNameTaken()
  return { id, ...body, damaged: false }
}

export async function replaceView(ctx: Context, { viewId, ...body }: ViewBody & { viewId: string }): Promise<View> {
  const row = written(ctx, viewId, body)
  const namesake = await sql(ctx)
    .selectFrom('customer_views')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', ctx.caller.actor)
    .where('name_digest', '=', row.name_digest)
    .where('id', '!=', viewId)
    .executeTakeFirst()
  if (namesake) throw ViewNameTaken()
  const replaced = await sql(ctx)
    .updateTable('customer_views')
    .set(row)
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', ctx.caller.actor)
    .where('id', '=', viewId)
    .returning('id')
    .executeTakeFirst()
  if (!replaced) throw ViewNotFound()
  return { id: viewId, ...body, damaged: false }
}

export async function deleteView(ctx: Context, { viewId }: { viewId: string }): Promise<{ done: true }> {
  const deleted = await sql(ctx)
    .deleteFrom('customer_views')
    .where('tenant_id', '=', ctx.tenant)
    .where('owner', '=', ctx.caller.actor)
    .where('id', '=', viewId)
    .returning('id')
    .executeTakeFirst()
  if (!deleted) throw ViewNotFound()
  return { done: true }
}

const written = (ctx: Context, id: string, body: ViewBody) => ({
  name_digest: ctx.keys.digest('customer view', `${ctx.caller.actor} ${body.name.toLowerCase()}`),
  sealed: views.seal(ctx, { id }, body),
})
