import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { type Claimed, claimLane, findNew, microseconds, moved, toVisit } from '../../kit/lanes.ts'
import type { Log } from '../../kit/log.ts'
import type { Subscriber } from '../../kit/module.ts'
import { holdBack, laneOf, type NewHold, type Placed, postpone, readHeld, readHeldBack, release } from './holds.ts'
import { type Listening, movePositions, readListening } from './subscribers.ts'
import { EVENTS, sql } from './tables.ts'

const AT_ONCE = 200
const BATCHES_AT_ONCE = 50

/**
 * Gives the new events of one tenant their places, and hands each subscriber what lies behind its position. Per customer the
 * order is the order of their commits: an event's time is taken after its transaction locked the customer, and a transaction
 * that is still open gets later places. What a subscriber writes is committed with its position.
 * Returns whether there may be more.
 */
export async function deliverEvents(ctx: Context, subscribers: readonly Subscriber[], log: Log): Promise<boolean> {
  const lane = (await claimLane(sql(ctx), EVENTS, ctx.tenant)) ?? (await beginLane(ctx))
  if (!lane) return false
  const { end, more } = await placeNew(ctx, lane)
  const listening = await readListening(ctx, subscribers, lane.position)
  const handed = new Handing(ctx, log)
  const again = await retryHeld(handed, listening)
  const behind = await handOn(handed, listening, end)
  return more || again || behind
}

/** With the tenant's first event; null while another process has the lane. */
async function beginLane(ctx: Context): Promise<Claimed | null> {
  await sql(ctx)
    .insertInto('event_lanes')
    .values({ tenant_id: ctx.tenant })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute()
  return claimLane(sql(ctx), EVENTS, ctx.tenant)
}

/** Also those that a clock which was set back had hidden. */
export async function placeNew(ctx: Context, lane: Claimed, { everything = false } = {}) {
  const found = await findNew(sql(ctx), EVENTS, ctx.tenant, lane, { everything })
  const end = lane.position + found.ids.length
  if (found.ids.length > 0) {
    await sql(ctx)
      .insertInto('event_batches')
      .values({ tenant_id: ctx.tenant, position: end, ids: [...found.ids], newest: microseconds(found.newest) })
      .execute()
  }
  const moves = moved(lane, found)
  if (moves) await raw`update event_lanes set ${moves} where tenant_id = ${ctx.tenant}`.execute(sql(ctx))
  return { end, more: found.full }
}

/** Hands one event to one subscriber; what a failing one wrote is undone. */
class Handing {
  readonly ctx: Context
  readonly #log: Log

  constructor(ctx: Context, log: Log) {
    this.ctx = ctx
    this.#log = log
  }

  async hears({ name, on, hear }: Subscriber, { id, type, data }: Placed): Promise<boolean> {
    if (type === null || !on.some((kind) => kind.type === type)) return true
    await this.#savepoint('savepoint')
    try {
      await hear(this.ctx, { id, type, data })
      await this.#savepoint('release savepoint')
      return true
    } catch (error) {
      await this.#savepoint('rollback to savepoint')
      this.#log.warn({ event: id, type, subscriber: name, err: error }, 'subscriber failed')
      return false
    }
  }

  #savepoint(verb: string) {
    return raw`${raw.raw(verb)} subscriber /* tenant_id */`.execute(sql(this.ctx))
  }
}

async function retryHeld(handing: Handing, listening: readonly Listening[]): Promise<boolean> {
  const { ctx } = handing
  const byName = new Map(listening.filter(({ holds }) => holds).map(({ subscriber }) => [subscriber.name, subscriber]))
  if (byName.size === 0) return false
  const held = await readHeld(ctx, [...byName.keys()], AT_ONCE)
  const heldBack = new Set<string>()
  let released = 0
  for (const one of held) {
    const lane = laneOf(one.subscriber, one.customerId)
    if (lane !== null && heldBack.has(lane)) continue
    if (await handing.hears(byName.get(one.subscriber)!, one)) {
      await release(ctx, one)
      released++
    } else {
      await postpone(ctx, one)
      if (lane !== null) heldBack.add(lane)
    }
  }
  return held.length === AT_ONCE && released > 0
}

/** Subscribers at the same position hear together; one that was set back delays no other. */
async function handOn(handing: Handing, listening: readonly Listening[], end: number): Promise<boolean> {
  const groups = new Map<number, Listening[]>()
  for (const one of listening.filter(({ position }) => position < end))
    groups.set(one.position, [...(groups.get(one.position) ?? []), one])
  let behind = false
  for (const [position, group] of groups) {
    const through = await handToGroup(handing, group, position, end)
    behind ||= through < end
  }
  return behind
}

async function handToGroup(
  handing: Handing,
  group: readonly Listening[],
  position: number,
  end: number,
): Promise<number> {
  const { ctx } = handing
  const subscribers = group.map(({ subscriber }) => subscriber)
  const events = await readBehind(ctx, position, [
    ...new Set(subscribers.flatMap(({ on }) => on.map(({ type }) => type))),
  ])
  const heldBack = group.some(({ holds }) => holds)
    ? await readHeldBack(
        ctx,
        subscribers.map(({ name }) => name),
        events.flatMap(({ customerId }) => customerId ?? []),
      )
    : new Set<string>()
  const holds: NewHold[] = []
  for (const event of events) {
    for (const subscriber of subscribers) {
      const lane = laneOf(subscriber.name, event.customerId)
      const waits = lane !== null && heldBack.has(lane) && subscriber.on.some(({ type }) => type === event.type)
      if (!waits && (await handing.hears(subscriber, event))) continue
      holds.push({ subscriber: subscriber.name, event, attempts: waits ? 0 : 1 })
      if (lane !== null) heldBack.add(lane)
    }
  }
  await holdBack(ctx, holds)
  const through = events.at(-1)?.position ?? end
  await movePositions(
    ctx,
    subscribers.map(({ name }) => name),
    through,
  )
  return through
}

/** The next places behind a position; those of another type, or deleted long ago, without their event. */
async function readBehind(ctx: Context, position: number, types: readonly string[]): Promise<Placed[]> {
  const { rows } = await raw<Placed>`
    select place.position, place.id, e.type, e.customer_id as "customerId", e.data
      from (select b.position - cardinality(b.ids) + o.n as position, o.id
              from (select position, ids from event_batches where tenant_id = ${ctx.tenant} and position > ${position}
                     order by position limit ${BATCHES_AT_ONCE}) as b
              cross join unnest(b.ids) with ordinality as o (id, n)) as place
      left join events e on e.tenant_id = ${ctx.tenant} and e.id = place.id and e.type = any (${types}::text[])
     where place.position > ${position} order by place.position limit ${AT_ONCE}`.execute(sql(ctx))
  return rows
}

/** For the clock, as kith_platform: the tenants with something to place, to hand on or to try again. */
export function findUndelivered(subscribers: readonly Subscriber[]): string {
  const names = subscribers.map(({ name }) => `'${name}'`).join(', ') || "''"
  const ofThese = (table: string) => `from ${table} h where h.tenant_id = t.tenant_id and h.subscriber in (${names})`
  return `select t.tenant_id from tenants t left join event_lanes l on l.tenant_id = t.tenant_id where ${toVisit(EVENTS)}
    or l.position > (select case when count(*) < ${subscribers.length} then -1 else min(h.position) end ${ofThese('event_subscribers')})
    or exists (select ${ofThese('event_holds')} and h.parked_at is null and (h.next_attempt_at <= now()
         or h.next_attempt_at is null and not exists (select from event_holds b where b.tenant_id = h.tenant_id
              and b.subscriber = h.subscriber and b.customer_id = h.customer_id and b.position < h.position and b.parked_at is null)))`
}
