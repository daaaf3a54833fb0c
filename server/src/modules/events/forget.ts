import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Part } from '../../kit/job.ts'
import { type Claimed, claimLane } from '../../kit/lanes.ts'
import { placeNew } from './relay.ts'
import { EVENTS, sql } from './tables.ts'

/** Time for an operator to find out why a subscriber did not take the event. One that is gone for so long is forgotten. */
const PARKED_KEPT_DAYS = 90
/** Of up to 500 events each. */
const BATCHES_AT_ONCE = 10

interface Limits {
  /** For so many days after they got their place. */
  readonly days: number
  /** Those of these customers whose events stay, however old they are. */
  readonly heldOf: (customerIds: readonly string[]) => Promise<readonly string[]>
}

/**
 * Places first what a clock that was set back had hidden; deletes what is in batches behind every position only, some at a
 * time, while no subscriber is set back and the relay waits.
 */
export async function forgetDelivered(ctx: Context, { days, heldOf }: Limits, part?: Part): Promise<void> {
  await raw`select from event_lanes where tenant_id = ${ctx.tenant} for update`.execute(sql(ctx))
  const lane = await claimLane(sql(ctx), EVENTS, ctx.tenant)
  if (!lane) return
  const gone = daysAgo(ctx, PARKED_KEPT_DAYS)
  const behind = part?.behind
  const end = behind === undefined ? await prepare(ctx, lane, gone) : lane.position
  const old = await nextOld(ctx, behind ?? 0, await heardByAll(ctx, end, gone), daysAgo(ctx, days))
  const last = old.at(-1)
  if (last === undefined) return
  const held = await heldOf(await peopleIn(ctx, old))
  await raw`
    delete from events e using (select unnest(ids) as id from event_batches
                                 where tenant_id = ${ctx.tenant} and position = any (${old}::bigint[])) as forgotten
     where e.tenant_id = ${ctx.tenant} and e.id = forgotten.id
       and (e.customer_id is null or e.customer_id <> all (${held}::uuid[]))
       and not exists (select from event_holds h where h.tenant_id = ${ctx.tenant} and h.event_id = e.id)`.execute(
    sql(ctx),
  )
  await raw`
    delete from event_batches b where tenant_id = ${ctx.tenant} and position = any (${old}::bigint[])
       and not exists (select from events e where e.tenant_id = ${ctx.tenant} and e.id = any (b.ids))`.execute(sql(ctx))
  if (old.length === BATCHES_AT_ONCE) part?.goOn(last)
}

/** Returns the last place that there is. */
async function prepare(ctx: Context, lane: Claimed, gone: Date): Promise<number> {
  const { end } = await placeNew(ctx, lane, { everything: true })
  await sql(ctx).deleteFrom('event_holds').where('tenant_id', '=', ctx.tenant).where('parked_at', '<', gone).execute()
  await forgetThoseOfTheGone(ctx, gone)
  return end
}

/** The places of the next batches that are old enough. */
async function nextOld(ctx: Context, behind: number, heard: number, before: Date): Promise<number[]> {
  const rows = await sql(ctx)
    .selectFrom('event_batches')
    .select('position')
    .where('tenant_id', '=', ctx.tenant)
    .where('position', '>', behind)
    .where('position', '<=', heard)
    .where('at', '<', before)
    .orderBy('position')
    .limit(BATCHES_AT_ONCE)
    .execute()
  return rows.map(({ position }) => position)
}

async function peopleIn(ctx: Context, places: readonly number[]): Promise<string[]> {
  const { rows } = await raw<{ id: string }>`
    select distinct e.customer_id as id
      from (select unnest(ids) as id from event_batches
             where tenant_id = ${ctx.tenant} and position = any (${places}::bigint[])) as forgotten
      join events e on e.tenant_id = ${ctx.tenant} and e.id = forgotten.id and e.customer_id is not null`.execute(
    sql(ctx),
  )
  return rows.map(({ id }) => id)
}

/** What was held back for a subscriber that does not come any more: NATS, say, once it is no longer set up. */
async function forgetThoseOfTheGone(ctx: Context, gone: Date): Promise<void> {
  const moved = sql(ctx)
    .selectFrom('event_subscribers')
    .select('subscriber')
    .where('tenant_id', '=', ctx.tenant)
    .where('moved_at', '>=', gone)
  await sql(ctx)
    .deleteFrom('event_holds')
    .where('tenant_id', '=', ctx.tenant)
    .where('held_at', '<', gone)
    .where('subscriber', 'not in', moved)
    .execute()
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
