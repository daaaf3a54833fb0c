import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { AT_ONCE, readBehind } from './behind.ts'
import { sql } from './tables.ts'

/** A published event that is still kept. */
export interface KeptEvent {
  readonly id: string
  readonly position: number
  readonly type: string
  readonly customerId: string | null
  readonly data: unknown
  readonly at: Date
}

/** What follows a position, of these types or of all. `through` is how far was looked; reading goes on from there. */
export async function readEvents(ctx: Context, after: number, types: readonly string[] | null) {
  const found = await readBehind(ctx, after, types)
  const kept = found.filter((one): one is (typeof found)[0] & KeptEvent => one.type !== null)
  return {
    events: kept,
    through: found.at(-1)?.position ?? after,
    more: found.length === AT_ONCE,
  }
}

/** These events by id, as far as they are kept. */
export async function eventsById(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Omit<KeptEvent, 'position'>>> {
  if (ids.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('events')
    .select(['id', 'type', 'customer_id as customerId', 'data', 'at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Behind this position is everything since a time; there may be a little that is older. */
export async function positionBefore(ctx: Context, since: Date): Promise<number> {
  const { rows } = await raw<{ position: number | null }>`
    select coalesce((select min(position - cardinality(ids)) from event_batches where tenant_id = ${ctx.tenant} and newest >= ${since}),
                    (select position from event_lanes where tenant_id = ${ctx.tenant})) as position`.execute(sql(ctx))
  return rows[0]?.position ?? 0
}

/** The newest event of one of these types. */
export async function newestEvent(
  ctx: Context,
  types: readonly string[] | null,
): Promise<Omit<KeptEvent, 'position'> | null> {
  const row = await sql(ctx)
    .selectFrom('events')
    .select(['id', 'type', 'customer_id as customerId', 'data', 'at'])
    .where('tenant_id', '=', ctx.tenant)
    .$if(types !== null, (query) => query.where('type', '=', raw<string>`any(${types}::text[])`))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Where a subscriber outside of the relay goes on; a new one at the start of what is kept. */
export async function startAt(ctx: Context, subscriber: string): Promise<number> {
  await sql(ctx)
    .insertInto('event_subscribers')
    .values({ tenant_id: ctx.tenant, subscriber, position: 0 })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'subscriber']).doNothing())
    .execute()
  const { position } = await sql(ctx)
    .selectFrom('event_subscribers')
    .select('position')
    .where('tenant_id', '=', ctx.tenant)
    .where('subscriber', '=', subscriber)
    .executeTakeFirstOrThrow()
  return position
}

/** Unless it was set back, or another process was faster. */
export async function moveTo(ctx: Context, subscriber: string, from: number, position: number): Promise<void> {
  await sql(ctx)
    .updateTable('event_subscribers')
    .set({ position, moved_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('subscriber', '=', subscriber)
    .where('position', '=', from)
    .execute()
}

/** What a subscriber outside of the relay is to get again although its position is behind it, in order. */
export async function readAgain(ctx: Context, subscriber: string) {
  const places = await sql(ctx)
    .selectFrom('event_holds')
    .select(['position', 'event_id'])
    .where('tenant_id', '=', ctx.tenant)
    .where('subscriber', '=', subscriber)
    .orderBy('position')
    .limit(AT_ONCE)
    .execute()
  const kept = await eventsById(
    ctx,
    places.map(({ event_id }) => event_id),
  )
  const events = places.flatMap(({ position, event_id }): KeptEvent[] => {
    const event = kept.get(event_id)
    return event ? [{ ...event, position }] : []
  })
  return { events, positions: places.map(({ position }) => position) }
}

export async function gotAgain(ctx: Context, subscriber: string, positions: readonly number[]): Promise<void> {
  await sql(ctx)
    .deleteFrom('event_holds')
    .where('tenant_id', '=', ctx.tenant)
    .where('subscriber', '=', subscriber)
    .where('position', '=', raw<number>`any(${positions}::bigint[])`)
    .execute()
}

/** For the clock, as kith_platform: the tenants with something behind its position, or to get again. */
export const findBehind = (subscriber: string) => `
  select l.tenant_id from event_lanes l
    left join event_subscribers s on s.tenant_id = l.tenant_id and s.subscriber = '${subscriber}'
   where l.position > coalesce(s.position, 0)
      or exists (select from event_holds h where h.tenant_id = l.tenant_id and h.subscriber = '${subscriber}')`
