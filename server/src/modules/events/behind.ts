import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Placed } from './holds.ts'
import { sql } from './tables.ts'

export const AT_ONCE = 200

/**
 * The next places behind a position; those of another type, or deleted long ago, without their event. The places are cut
 * before their events are read: a tenant with a backlog would read it whole for each page. A batch has one place at least.
 */
export async function readBehind(
  ctx: Context,
  position: number,
  types: readonly string[] | null,
): Promise<(Placed & { readonly at: Date | null })[]> {
  const { rows } = await raw<Placed & { readonly at: Date | null }>`
    select place.position, place.id, e.type, e.customer_id as "customerId", e.data, e.at
      from (select batch.start + o.n as position, o.id
              from (select ids, position, coalesce(lag(position) over in_order, 0) < first_value(position) over in_order + ${AT_ONCE} as is_near
                      from event_batches where tenant_id = ${ctx.tenant} and position > ${position}
                    window in_order as (order by position) order by position limit ${AT_ONCE}) as near
              cross join lateral (select near.position - cardinality(near.ids) as start offset 0) as batch
              cross join unnest(near.ids) with ordinality as o (id, n)
             where near.is_near and batch.start + o.n > ${position}
             order by position limit ${AT_ONCE}) as place
      left join events e on e.tenant_id = ${ctx.tenant} and e.id = place.id
       and (${types}::text[] is null or e.type = any (${types}::text[]))
     order by place.position`.execute(sql(ctx))
  return rows
}
