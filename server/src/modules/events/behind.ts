import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Placed } from './holds.ts'
import { sql } from './tables.ts'

export const AT_ONCE = 200
const BATCHES_AT_ONCE = 50

/**
 * The next places behind a position; those of another type, or deleted long ago, without their event. The places are cut
 * before their events are read: a tenant with a backlog would read it whole for each page.
 */
export async function readBehind(
  ctx: Context,
  position: number,
  types: readonly string[] | null,
): Promise<(Placed & { readonly at: Date | null })[]> {
  const { rows } = await raw<Placed & { readonly at: Date | null }>`
    select place.position, place.id, e.type, e.customer_id as "customerId", e.data, e.at
      from (select b.start + o.n as position, o.id
              from (select ids, position - cardinality(ids) as start, first_value(position) over (order by position) as first
                      from event_batches where tenant_id = ${ctx.tenant} and position > ${position}
                     order by position limit ${BATCHES_AT_ONCE}) as b
              cross join unnest(b.ids) with ordinality as o (id, n)
             where b.start < b.first + ${AT_ONCE} and b.start + o.n > ${position}
             order by position limit ${AT_ONCE}) as place
      left join events e on e.tenant_id = ${ctx.tenant} and e.id = place.id
       and (${types}::text[] is null or e.type = any (${types}::text[]))
     order by place.position`.execute(sql(ctx))
  return rows
}
