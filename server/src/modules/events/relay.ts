import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Log } from '../../kit/log.ts'
import type { Subscriber } from '../../kit/module.ts'
import { sql } from './tables.ts'

const BATCH = 200
export const ATTEMPTS_BEFORE_PARKING = 12
const FIRST_RETRY_SECONDS = 2
const LONGEST_RETRY_SECONDS = 3600

/**
 * Hands the events of one tenant to the subscribers. Per customer the order is the order of their commits: an event's
 * time is taken after its transaction locked the customer, and nothing is passed over while an older transaction is
 * still open. An event that fails holds back the later ones of its customer, and no one else's.
 * Returns whether there may be more.
 */
export async function deliverEvents(ctx: Context, subscribers: readonly Subscriber[], log: Log): Promise<boolean> {
  if (!(await claimLane(ctx))) return false
  const waiting = await readWaiting(ctx)
  const heldBack = new Set<string>()
  const delivered: string[] = []
  for (const event of waiting) {
    if (event.customer_id !== null && heldBack.has(event.customer_id)) continue
    const notYet = event.next_attempt_at !== null && event.next_attempt_at > ctx.now
    if (!notYet && (await handTo(ctx, subscribers, event, log))) delivered.push(event.id)
    else if (event.customer_id !== null) heldBack.add(event.customer_id)
  }
  if (delivered.length > 0) {
    await sql(ctx)
      .updateTable('events')
      .set({ delivered_at: new Date() })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', raw<string>`any(${delivered}::uuid[])`)
      .execute()
  }
  return delivered.length > 0 && waiting.length === BATCH
}

const DELIVERED_KEPT_DAYS = 30
/** Time for an operator to find out why no subscriber took the event. */
const PARKED_KEPT_DAYS = 90

export async function forgetDelivered(ctx: Context): Promise<void> {
  const ago = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
  const events = () => sql(ctx).deleteFrom('events').where('tenant_id', '=', ctx.tenant)
  await events().where('delivered_at', '<', ago(DELIVERED_KEPT_DAYS)).execute()
  await events().where('parked_at', '<', ago(PARKED_KEPT_DAYS)).execute()
}

/** One relay per tenant at a time; two would break the order. */
async function claimLane(ctx: Context): Promise<boolean> {
  const lane = raw<boolean>`pg_try_advisory_xact_lock(hashtextextended('relay tenant_id ' || ${ctx.tenant}, 0))`
  const { mine } = await sql(ctx).selectNoFrom(lane.as('mine')).executeTakeFirstOrThrow()
  return mine
}

function readWaiting(ctx: Context) {
  return (
    sql(ctx)
      .selectFrom('events')
      .select(['id', 'type', 'customer_id', 'data', 'attempts', 'next_attempt_at'])
      .where('tenant_id', '=', ctx.tenant)
      .where('delivered_at', 'is', null)
      .where('parked_at', 'is', null)
      // A number that this cluster has not given out yet came with a restore from another one: nothing is open before it.
      .where(({ eb, or }) =>
        or([
          eb('xid', '<', raw<string>`pg_snapshot_xmin(pg_current_snapshot())`),
          eb('xid', '>=', raw<string>`pg_snapshot_xmax(pg_current_snapshot())`),
        ]),
      )
      // What waits for a customer that is held back must not fill the batch.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('events as earlier')
              .select('earlier.id')
              .where('earlier.tenant_id', '=', ctx.tenant)
              .whereRef('earlier.customer_id', '=', 'events.customer_id')
              .where('earlier.delivered_at', 'is', null)
              .where('earlier.parked_at', 'is', null)
              .where('earlier.next_attempt_at', '>', ctx.now)
              .whereRef('earlier.at', '<=', 'events.at'),
          ),
        ),
      )
      .orderBy('at')
      .orderBy('id')
      .limit(BATCH)
      .execute()
  )
}

type Waiting = Awaited<ReturnType<typeof readWaiting>>[0]

/** True when every subscriber has heard it. What a failing one wrote is undone; what the others wrote stays. */
async function handTo(ctx: Context, subscribers: readonly Subscriber[], event: Waiting, log: Log): Promise<boolean> {
  const wanted = subscribers.filter(({ on }) => on.some(({ type }) => type === event.type))
  if (wanted.length === 0) return true
  const heard = event.attempts === 0 ? new Set<string>() : await receiptsOf(ctx, event.id)
  const failed: string[] = []
  const hearing: string[] = []
  for (const subscriber of wanted.filter(({ name }) => !heard.has(name))) {
    await savepoint(ctx, 'savepoint')
    try {
      await subscriber.hear(ctx, event)
      await savepoint(ctx, 'release savepoint')
      hearing.push(subscriber.name)
    } catch (error) {
      await savepoint(ctx, 'rollback to savepoint')
      failed.push(subscriber.name)
      log.warn({ event: event.id, type: event.type, subscriber: subscriber.name, err: error }, 'subscriber failed')
    }
  }
  if (failed.length === 0) return true
  await postpone(ctx, event, hearing)
  return false
}

async function receiptsOf(ctx: Context, eventId: string): Promise<Set<string>> {
  const rows = await sql(ctx)
    .selectFrom('event_receipts')
    .select('subscriber')
    .where('tenant_id', '=', ctx.tenant)
    .where('event_id', '=', eventId)
    .execute()
  return new Set(rows.map(({ subscriber }) => subscriber))
}

async function postpone(ctx: Context, event: Waiting, heardBy: readonly string[]): Promise<void> {
  const attempts = event.attempts + 1
  const seconds = Math.min(FIRST_RETRY_SECONDS * 2 ** event.attempts, LONGEST_RETRY_SECONDS)
  await sql(ctx)
    .updateTable('events')
    .set({
      attempts,
      next_attempt_at: new Date(ctx.now.getTime() + seconds * 1000),
      parked_at: attempts >= ATTEMPTS_BEFORE_PARKING ? ctx.now : null,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', event.id)
    .execute()
  if (heardBy.length === 0) return
  await sql(ctx)
    .insertInto('event_receipts')
    .values(heardBy.map((subscriber) => ({ tenant_id: ctx.tenant, event_id: event.id, subscriber })))
    .execute()
}

const savepoint = (ctx: Context, verb: string) => raw`${raw.raw(verb)} subscriber /* tenant_id */`.execute(sql(ctx))
