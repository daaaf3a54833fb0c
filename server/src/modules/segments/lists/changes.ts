import type { Context } from '../../../kit/context.ts'
import { placed, readCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { outsideId } from '../../customers/contract.ts'
import { namesOf } from '../../customers/index.ts'
import type * as api from '../contract.ts'
import { sql } from '../tables.ts'

/** Who came into which segment lately, for marketing and sales: the newest first. */
export async function listChanges(ctx: Context, { key, limit, cursor }: Input<typeof api.listChanges>) {
  const list = `segment changes ${key ?? ''}`
  const after = cursor === undefined ? null : readCursor<[string, string]>(ctx.keys, list, ctx.now, cursor)
  let rows = sql(ctx)
    .selectFrom('segment_history')
    .select(['id', 'customer_id', 'key', 'is_tag', 'came_at', 'came_by', 'moved_from', 'version'])
    .where('tenant_id', '=', ctx.tenant)
  if (key !== undefined) rows = rows.where('key', '=', key)
  if (after !== null) {
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('came_at', 'id'), '<', tuple(new Date(after[0]), after[1])),
    )
  }
  const found = await rows
    .orderBy('came_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = found.slice(0, limit)
  // An analyst sees what happened, without persons.
  const mayRead = ctx.caller.may.has('customers:read')
  const names = await namesOf(ctx, mayRead ? items.map(({ customer_id }) => customer_id) : [])
  const places = items.map(({ came_at, id }) => [came_at.toISOString(), id])
  return {
    items: items.map((one) => ({
      customerId: mayRead ? outsideId(one.customer_id) : null,
      name: names.get(one.customer_id)?.name ?? null,
      key: one.key,
      isTag: one.is_tag,
      from: one.moved_from,
      at: one.came_at.toISOString(),
      why: { cause: one.came_by, version: one.version },
    })),
    ...placed(ctx, list, places, found.length > limit),
  }
}
