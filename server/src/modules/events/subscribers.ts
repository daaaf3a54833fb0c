import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Subscriber } from '../../kit/module.ts'
import { sql } from './tables.ts'

/** A subscriber, and up to where it has heard or holds back. */
export interface Listening {
  readonly subscriber: Subscriber
  readonly position: number
  readonly holds: boolean
}

/** Where each goes on. A new one begins at the start, or behind `end`, as it declares. */
export async function readListening(
  ctx: Context,
  subscribers: readonly Subscriber[],
  end: number,
): Promise<Listening[]> {
  const rows = await sql(ctx)
    .selectFrom('event_subscribers')
    .select(['subscriber', 'position'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('event_holds')
          .select('position')
          .whereRef('event_holds.tenant_id', '=', 'event_subscribers.tenant_id')
          .whereRef('event_holds.subscriber', '=', 'event_subscribers.subscriber')
          .where('parked_at', 'is', null),
      ).as('holds'),
    )
    .where('tenant_id', '=', ctx.tenant)
    .execute()
  const known = new Map(
    rows.map(({ subscriber, position, holds }) => [subscriber, { position, holds: holds === true }]),
  )
  const begun = subscribers.map((subscriber) => ({
    subscriber,
    ...(known.get(subscriber.name) ?? { position: subscriber.from === 'now' ? end : 0, holds: false }),
  }))
  const added = begun.filter(({ subscriber }) => !known.has(subscriber.name))
  if (added.length > 0) {
    await sql(ctx)
      .insertInto('event_subscribers')
      .values(
        added.map(({ subscriber: { name }, position }) => ({ tenant_id: ctx.tenant, subscriber: name, position })),
      )
      .execute()
  }
  return begun
}

export async function movePositions(ctx: Context, names: readonly string[], position: number): Promise<void> {
  await sql(ctx)
    .updateTable('event_subscribers')
    .set({ position, moved_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('subscriber', '=', raw<string>`any(${names}::text[])`)
    .execute()
}

/**
 * Sets a subscriber back: it hears again everything since a time, or only the events of these types. Per customer the order
 * stays: what is newer is held back until the older events were heard again.
 */
export async function hearAgain(
  ctx: Context,
  subscriber: string,
  { since, types }: { readonly since: Date; readonly types?: readonly string[] },
): Promise<void> {
  await raw`select from event_lanes where tenant_id = ${ctx.tenant} for update`.execute(sql(ctx))
  await (types ? holdAgain(ctx, subscriber, since, types) : goBack(ctx, subscriber, since))
  ctx.nudge('events')
}

async function goBack(ctx: Context, subscriber: string, since: Date): Promise<void> {
  await raw`
    with target as (select min(position - cardinality(ids)) as position from event_batches
                     where tenant_id = ${ctx.tenant} and newest >= ${since}),
      set_back as (update event_subscribers s set position = target.position from target
                    where s.tenant_id = ${ctx.tenant} and s.subscriber = ${subscriber} and s.position > target.position
                    returning s.position)
    delete from event_holds h using target
     where h.tenant_id = ${ctx.tenant} and h.subscriber = ${subscriber} and h.position > target.position`.execute(
    sql(ctx),
  )
}

async function holdAgain(ctx: Context, subscriber: string, since: Date, types: readonly string[]): Promise<void> {
  await raw`
    insert into event_holds (tenant_id, subscriber, position, event_id, customer_id)
    select s.tenant_id, s.subscriber, b.position - cardinality(b.ids) + o.n, e.id, e.customer_id
      from event_subscribers s
      join event_batches b on b.tenant_id = s.tenant_id and b.newest >= ${since}
      cross join unnest(b.ids) with ordinality as o (id, n)
      join events e on e.tenant_id = s.tenant_id and e.id = o.id and e.at >= ${since} and e.type = any (${types}::text[])
     where s.tenant_id = ${ctx.tenant} and s.subscriber = ${subscriber} and b.position - cardinality(b.ids) + o.n <= s.position
        on conflict (tenant_id, subscriber, position) do update set attempts = 0, next_attempt_at = null, parked_at = null`.execute(
    sql(ctx),
  )
}
