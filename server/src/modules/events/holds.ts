import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'

const ATTEMPTS_BEFORE_PARKING = 12
const FIRST_RETRY_SECONDS = 2
const LONGEST_RETRY_SECONDS = 3600

/** An event at its place; without a type where the row is gone. */
export interface Placed {
  readonly position: number
  readonly id: string
  readonly type: string | null
  readonly customerId: string | null
  readonly data: unknown
}

export interface Held extends Placed {
  readonly subscriber: string
  readonly attempts: number
}

/** What may be tried now: nothing earlier of the same customer waits for its time. */
export async function readHeld(ctx: Context, subscribers: readonly string[], limit: number): Promise<Held[]> {
  const { rows } = await raw<Held>`
    select h.subscriber, h.position, h.event_id as id, h.customer_id as "customerId", h.attempts, e.type, e.data
      from event_holds h left join events e on e.tenant_id = h.tenant_id and e.id = h.event_id
     where h.tenant_id = ${ctx.tenant} and h.subscriber = any (${subscribers}::text[]) and h.parked_at is null
       and (h.next_attempt_at is null or h.next_attempt_at <= ${ctx.now})
       and not exists (select from event_holds earlier
                        where earlier.tenant_id = h.tenant_id and earlier.subscriber = h.subscriber
                          and earlier.customer_id = h.customer_id and earlier.position < h.position
                          and earlier.parked_at is null and earlier.next_attempt_at > ${ctx.now})
     order by h.position limit ${limit}`.execute(sql(ctx))
  return rows
}

/** Of these customers those whose later events must wait, as keys of `laneOf`. */
export async function readHeldBack(
  ctx: Context,
  subscribers: readonly string[],
  customerIds: readonly string[],
): Promise<Set<string>> {
  const rows = await sql(ctx)
    .selectFrom('event_holds')
    .select(['subscriber', 'customer_id'])
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('subscriber', '=', raw<string>`any(${subscribers}::text[])`)
    .where('customer_id', '=', raw<string>`any(${customerIds}::uuid[])`)
    .where('parked_at', 'is', null)
    .execute()
  return new Set(rows.map(({ subscriber, customer_id }) => laneOf(subscriber, customer_id)!))
}

/** Null for an event of no customer: it holds back itself only. */
export const laneOf = (subscriber: string, customerId: string | null) =>
  customerId === null ? null : `${subscriber} ${customerId}`

/** Tried and failed, or with 0 attempts behind one that did. */
export interface NewHold {
  readonly subscriber: string
  readonly event: Placed
  readonly attempts: 0 | 1
}

export async function holdBack(ctx: Context, holds: readonly NewHold[]): Promise<void> {
  if (holds.length === 0) return
  await sql(ctx)
    .insertInto('event_holds')
    .values(
      holds.map(({ subscriber, event, attempts }) => ({
        tenant_id: ctx.tenant,
        subscriber,
        position: event.position,
        event_id: event.id,
        customer_id: event.customerId,
        attempts,
        next_attempt_at: attempts === 0 ? null : retryAt(ctx, attempts),
      })),
    )
    .execute()
}

export async function release(ctx: Context, { subscriber, position }: Held): Promise<void> {
  await sql(ctx)
    .deleteFrom('event_holds')
    .where('tenant_id', '=', ctx.tenant)
    .where('subscriber', '=', subscriber)
    .where('position', '=', position)
    .execute()
}

/** Longer each time, and at last given up. */
export async function postpone(ctx: Context, held: Held): Promise<void> {
  const attempts = held.attempts + 1
  await sql(ctx)
    .updateTable('event_holds')
    .set({
      attempts,
      next_attempt_at: retryAt(ctx, attempts),
      parked_at: attempts >= ATTEMPTS_BEFORE_PARKING ? ctx.now : null,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('subscriber', '=', held.subscriber)
    .where('position', '=', held.position)
    .execute()
}

const retryAt = ({ now }: Context, attempts: number) =>
  new Date(now.getTime() + Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), LONGEST_RETRY_SECONDS) * 1000)
