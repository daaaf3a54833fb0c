import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { claimLane } from '../../kit/lanes.ts'
import { placeNew } from './relay.ts'
import { EVENTS, sql } from './tables.ts'

const DELIVERED_KEPT_DAYS = 30
/** Time for an operator to find out why a subscriber did not take the event. One that is gone for so long is forgotten. */
const PARKED_KEPT_DAYS = 90

/** Places first what a clock that was set back had hidden; deletes what is in batches behind every position only. */
export async function forgetDelivered(ctx: Context): Promise<void> {
  const lane = await claimLane(sql(ctx), EVENTS, ctx.tenant)
  // The relay is at work, and this job comes again.
  if (!lane) return
  const { end } = await placeNew(ctx, lane, { everything: true })
  const [delivered, parked] = [daysAgo(ctx, DELIVERED_KEPT_DAYS), daysAgo(ctx, PARKED_KEPT_DAYS)]
  await sql(ctx).deleteFrom('event_holds').where('tenant_id', '=', ctx.tenant).where('parked_at', '<', parked).execute()
  const heard = await heardByAll(ctx, end, parked)
  const old = raw`tenant_id = ${ctx.tenant} and position <= ${heard} and at < ${delivered}`
  await raw`
    delete from events e using (select unnest(ids) as id from event_batches where ${old}) as forgotten
     where e.tenant_id = ${ctx.tenant} and e.id = forgotten.id
       and not exists (select from event_holds h where h.tenant_id = ${ctx.tenant} and h.event_id = e.id)`.execute(
    sql(ctx),
  )
  await raw`
    delete from event_batches b where ${old}
       and not exists (select from events e where e.tenant_id = ${ctx.tenant} and e.id = any (b.ids))`.execute(sql(ctx))
}

async function heardByAll(ctx: Context, end: number, gone: Date): Promise<number> {
  const { position } = await sql(ctx)
    .selectFrom('event_subscribers')
    .select(({ fn }) => fn.min<number | null>('position').as('position'))
    .where('tenant_id', '=', ctx.tenant)
    .where('moved_at', '>=', gone)
    .executeTakeFirstOrThrow()
  return position ?? end
}

const daysAgo = ({ now }: Context, days: number) => new Date(now.getTime() - days * 86_400_000)
