import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { type Claimed, claimLane, findNew, microseconds, moved, toVisit } from '../../kit/lanes.ts'
import type { Log } from '../../kit/log.ts'
import type { HeardEvent, Subscriber } from '../../kit/module.ts'
import { AT_ONCE, readBehind } from './behind.ts'
import { holdBack, laneOf, type NewHold, type Placed, postpone, readHeld, readHeldBack, release } from './holds.ts'
import { type Listening, movePositions, readListening } from './subscribers.ts'
import { EVENTS, sql } from './tables.ts'

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

type Heard = Placed & HeardEvent
const isFor = ({ on }: Subscriber, event: Placed): event is Heard =>
  event.type !== null && (on === 'every kind' || on.some(({ type }) => type === event.type))

/** Hands events to one subscriber; what a failing one wrote is undone. */
class Handing {
  readonly ctx: Context
  readonly #log: Log

  constructor(ctx: Context, log: Log) {
    this.ctx = ctx
    this.#log = log
  }

  hears(subscriber: Subscriber, event: Placed): Promise<boolean> {
    const { name, hear } = subscriber
    if (!isFor(subscriber, event)) return Promise.resolve(true)
    const { id, type } = event
    return this.#undone({ event: id, type, subscriber: name }, () => hear(this.ctx, event))
  }

  /** False also where the subscriber hears one by one. */
  hearsTogether({ name, hearTogether }: Subscriber, events: readonly Heard[]): Promise<boolean> {
    if (!hearTogether) return Promise.resolve(false)
    return this.#undone({ events: events.length, subscriber: name }, () => hearTogether(this.ctx, events))
  }

  async #undone(what: object, hear: () => Promise<void>): Promise<boolean> {
    await this.#savepoint('savepoint')
    try {
      await hear()
      await this.#savepoint('release savepoint')
      return true
    } catch (error) {
      await this.#savepoint('rollback to savepoint')
      this.#log.warn({ ...what, err: error }, 'subscriber failed')
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
  const events = await readBehind(ctx, position, typesOf(subscribers))
  const heldBack = group.some(({ holds }) => holds)
    ? await readHeldBack(
        ctx,
        subscribers.map(({ name }) => name),
        events.flatMap(({ customerId }) => customerId ?? []),
      )
    : new Set<string>()
  const holds: NewHold[] = []
  for (const subscriber of subscribers) {
    const own = events.filter((event): event is (typeof events)[0] & Heard => isFor(subscriber, event))
    const isBehind = ({ customerId }: Heard) => heldBack.has(laneOf(subscriber.name, customerId) ?? '')
    const free = own.filter((event) => !isBehind(event))
    const heard = new Set(free.length > 0 && (await handing.hearsTogether(subscriber, free)) ? free : [])
    for (const event of own.filter((one) => !heard.has(one))) {
      const waits = isBehind(event)
      if (!waits && (await handing.hears(subscriber, event))) continue
      holds.push({ subscriber: subscriber.name, event, attempts: waits ? 0 : 1 })
      const lane = laneOf(subscriber.name, event.customerId)
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

/** Null for every type. */
function typesOf(subscribers: readonly Subscriber[]): readonly string[] | null {
  const types = subscribers.map(({ on }) => (on === 'every kind' ? null : on.map(({ type }) => type)))
  return types.includes(null) ? null : [...new Set(types.flatMap((some) => some ?? []))]
}

/** For the clock, as kith_platform: the tenants with something to place, to hand on or to try again. */
export function findUndelivered(subscribers: readonly Subscriber[], server: number): string {
  const names = subscribers.map(({ name }) => `'${name}'`).join(', ') || "''"
  const ofThese = (table: string) => `from ${table} h where h.tenant_id = t.tenant_id and h.subscriber in (${names})`
  return `select t.tenant_id from tenants t left join event_lanes l on l.tenant_id = t.tenant_id where ${toVisit(EVENTS, server)}
    or l.position > (select case when count(*) < ${subscribers.length} then -1 else min(h.position) end ${ofThese('event_subscribers')})
    or exists (select ${ofThese('event_holds')} and h.parked_at is null and (h.next_attempt_at <= now()
         or h.next_attempt_at is null and not exists (select from event_holds b where b.tenant_id = h.tenant_id
              and b.subscriber = h.subscriber and b.customer_id = h.customer_id and b.position < h.position and b.parked_at is null)))`
}
