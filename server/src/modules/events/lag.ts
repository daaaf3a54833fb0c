import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { acrossTenants, type Database } from '../../kit/database.ts'
import { withoutPlace } from '../../kit/lanes.ts'
import { EVENTS, sql } from './tables.ts'

/** What is behind a subscriber, of each tenant: how many places, and since when the first of them. */
const BEHIND = `
  (select s.subscriber, l.position - s.position as count, (select b.at from event_batches b
      where b.tenant_id = s.tenant_id and b.position > s.position order by b.position limit 1) as at
     from event_subscribers s join event_lanes l on l.tenant_id = s.tenant_id and l.position > s.position) as behind`

/** As kith_platform, for the metrics: \`count\` and \`at\` of what waits, by kind. */
export const EVENT_BACKLOG = {
  events: `select count(*) as count, min(at) as at from ${withoutPlace(EVENTS)}
           union all select max(count), min(at) from (select sum(count) as count, min(at) as at from ${BEHIND} group by subscriber) as each_one`,
  held_events: 'select count(*) as count, min(held_at) as at from event_holds where parked_at is null',
  parked_events: 'select count(*) as count, min(parked_at) as at from event_holds where parked_at is not null',
} as const

type Lag = {
  readonly subscriber: string
  readonly events: number
  readonly oldestSeconds: number
  readonly parked: number
}

/** How far behind each subscriber is, all tenants together. */
export function readLags(db: Database): Promise<Lag[]> {
  return acrossTenants<Lag>(
    db,
    `select names.subscriber, coalesce(sum(behind.count), 0)::int as events,
            coalesce(greatest(extract(epoch from now() - min(behind.at)), 0), 0)::float8 as "oldestSeconds",
            (select count(*)::int from event_holds h where h.subscriber = names.subscriber and parked_at is not null) as parked
       from (select distinct subscriber from event_subscribers) as names left join ${BEHIND} using (subscriber) group by 1`,
  )
}

/** Each place is there once and none is missing but those that were forgotten, and no subscriber is further than the last. */
export async function arePositionsWhole(ctx: Context): Promise<boolean> {
  const { rows } = await raw<{ isWhole: boolean }>`
    select not exists (select from (select position - cardinality(ids) as behind, lag(position) over by_position as previous,
                                           lag(at) over by_position as previous_at
                                      from event_batches where tenant_id = ${ctx.tenant} window by_position as (order by position)) as batch
                        where behind < previous or behind > previous and previous_at > now() - interval '30 days')
       and coalesce((select max(position) from event_batches where tenant_id = ${ctx.tenant}), 0)
             <= coalesce((select position from event_lanes where tenant_id = ${ctx.tenant}), 0)
       and not exists (select from event_subscribers s left join event_lanes l on l.tenant_id = s.tenant_id
                        where s.tenant_id = ${ctx.tenant} and s.position > coalesce(l.position, 0)) as "isWhole"`.execute(
    sql(ctx),
  )
  return rows[0]!.isWhole
}
