import { z } from 'zod'
import type { Caller } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import type { Answered, Entrance } from '../../../kit/endpoint.ts'
import { canonical } from '../../../kit/idempotency.ts'
import { check, type FieldError, fieldErrors, withMessages } from '../../../kit/invalid.ts'
import { Invalid, Refusal } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { CustomerMerged, PhoneTaken } from '../../customers/contract.ts'
import { OrderNotFound, SourceForKeys, SourceTaken } from '../../orders/contract.ts'
import { claimSource } from '../../orders/index.ts'
import { carryOut } from '../carrying-out/carry-out.ts'
import { followArrived, followIfArrived } from '../parked/replay.ts'
import { eventDigest, orderDigest, park } from '../parked/row.ts'
import { EventChanged } from '../refusals.ts'
import { type Incoming, type RESULTS, schemaOf } from '../shapes.ts'
import { sql } from '../tables.ts'
import { type Read, readEvents } from './read-request.ts'

interface Result {
  readonly id: string | null
  readonly result: (typeof RESULTS)[number]
  /** Why it was parked or refused. */
  readonly reason: { readonly code: string; readonly text: string } | null
  readonly errors: readonly FieldError[]
  readonly parkedId: string | null
}
const WITHOUT_REASON = { reason: null, errors: [], parkedId: null } as const

/** One event that is refused is a refusal; in a batch it is told beside the others. */
export async function receiveEvents(
  entrance: Entrance,
  { sent }: { sent: unknown },
): Promise<Answered<{ results: Result[] }>> {
  if (!entrance.caller.actor.startsWith('key:')) throw SourceForKeys()
  const { batch, events } = readEvents(entrance, sent)
  const together = batch ? await receiveTogether(entrance, events) : null
  if (together) return { body: { results: together } }
  const results: Result[] = []
  for (const one of events) results.push(await receiveOne(entrance, one, batch))
  return { body: { results } }
}

/** A batch in one transaction, which is quicker; null: one of them is refused, so that each has one of its own. */
async function receiveTogether({ db, caller }: Entrance, reads: readonly Read[]): Promise<Result[] | null> {
  const fitting = reads.flatMap((read) => ('event' in read ? fit(read.event) : []))
  if (fitting.length < reads.length) return null
  const work = async (ctx: Context) => {
    const states: Awaited<ReturnType<typeof meetOrCarryOut>>[] = []
    for (const one of fitting) states.push(await meetOrCarryOut(ctx, one))
    return states
  }
  try {
    const states = await inTenant(db, caller, work, { repeatable: true })
    const results = fitting.map(({ event }, index) => resultOf(event, states[index]!))
    await afterwards(
      db,
      caller,
      fitting.flatMap(({ event }, index) => (results[index]!.result === 'done' ? [event] : [])),
    )
    return results
  } catch (error) {
    if (error instanceof Refusal && !isPassing(error)) return null
    throw error
  }
}

interface Fitting {
  readonly event: Incoming
  readonly data: unknown
}

function fit(event: Incoming): Fitting[] {
  const { success, data } = check(schemaOf(event.type), event.data)
  return success ? [{ event, data }] : []
}

async function meetOrCarryOut(ctx: Context, { event, data }: Fitting) {
  const before = await meet(ctx, event, 'done')
  if (before === null) await carryOut(ctx, event, data)
  return before
}

const resultOf = ({ id }: Incoming, before: Awaited<ReturnType<typeof meet>>): Result => ({
  ...{ id, result: before === null ? 'done' : before === 'done' ? 'already' : before },
  ...WITHOUT_REASON,
})

/** What came before its order is carried out. */
async function afterwards(db: Database, caller: Caller, events: readonly Incoming[]): Promise<void> {
  if (events.some(({ type }) => type === 'OrderPlaced')) await followArrived(db, caller.tenant)
}

async function receiveOne({ db, caller }: Entrance, read: Read, batch: boolean): Promise<Result> {
  try {
    if ('refused' in read) throw read.refused
    return await receive(db, caller, read.event)
  } catch (error) {
    if (!batch || !(error instanceof Refusal) || isPassing(error)) throw error
    const id = 'event' in read ? read.event.id : read.id
    return { id, result: 'refused', ...reasonOf(error, caller), parkedId: null }
  }
}

/** Processes an event once, also when it comes many times at once. What cannot be processed is parked with the reason. */
async function receive(db: Database, caller: Caller, event: Incoming, again = 2): Promise<Result> {
  const { type, data } = event
  const read = check(schemaOf(type), data)
  try {
    if (!read.success) throw Invalid({ errors: fieldErrors(read.error, caller.language) })
    const fitting = { event, data: read.data }
    const known = await inTenant(db, caller, (ctx) => meetOrCarryOut(ctx, fitting), { repeatable: true })
    if (known) return resultOf(event, known)
  } catch (error) {
    if (!(error instanceof Refusal) || isPassing(error) || isAboutTheSender(error)) throw error
    if (isRace(error) && again > 0) return receive(db, caller, event, again - 1)
    return setAside(db, caller, event, error)
  }
  await afterwards(db, caller, [event])
  return resultOf(event, null)
}

/** The state of the same event where it came before; the row is there from now on. */
async function meet(ctx: Context, event: Incoming, state: 'done' | 'waiting' | 'parked') {
  await claimSource(ctx, event.source)
  const digest = eventDigest(ctx, event)
  const content = contentDigest(ctx, event)
  const row = {
    ...{ tenant_id: ctx.tenant, digest, id: uuidv7(ctx.now.getTime()), content, state },
    ...{ source: event.source, type: event.type, happened_at: event.time ?? ctx.now },
    ...{ received_at: ctx.now, actor: ctx.caller.actor },
  }
  const fresh = await sql(ctx)
    .insertInto('incoming_events')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'digest']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (fresh) return null
  const before = await sql(ctx)
    .selectFrom('incoming_events')
    .select(['content', 'state'])
    .where('tenant_id', '=', ctx.tenant)
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow()
  if (!before.content.equals(content)) throw EventChanged()
  return State.parse(before.state)
}
const State = z
  .enum(['done', 'waiting', 'parked', 'dropped'])
  .transform((state) => (state === 'dropped' ? 'done' : state))

const contentDigest = (ctx: Context, { type, time, subject, data }: Incoming) =>
  ctx.keys.digest('incoming content', canonical({ type, time, subject: subject ?? undefined, data }))

async function setAside(db: Database, caller: Caller, event: Incoming, why: Refusal): Promise<Result> {
  const waits = why.kind.code === OrderNotFound.code
  const parkedId = await inTenant(
    db,
    caller,
    async (ctx) => {
      if ((await meet(ctx, event, waits ? 'waiting' : 'parked')) !== null) return null
      const awaits = waits ? orderDigest(ctx, event.source, orderIdIn(event.data)) : null
      return park(ctx, event, { reason: why.kind.code, awaits })
    },
    { repeatable: true },
  )
  // The order may have come between the two transactions, and found none that waits.
  if (waits && parkedId !== null) await followIfArrived(db, caller, parkedId)
  return { id: event.id, result: waits ? 'waiting' : 'parked', ...reasonOf(why, caller), parkedId }
}

const orderIdIn = (data: unknown): string => String(Object(data)['orderId'])

const isRace = ({ kind }: Refusal) => [PhoneTaken.code, CustomerMerged.code].includes(kind.code)
/** It says nothing of the event: sent again, it may be carried out. */
const isPassing = ({ kind }: Refusal) => kind.status >= 500 || kind.status === 429
const isAboutTheSender = ({ kind }: Refusal) =>
  [SourceTaken.code, SourceForKeys.code, EventChanged.code].includes(kind.code)

function reasonOf({ kind, facts }: Refusal, { language }: Caller): Pick<Result, 'reason' | 'errors'> {
  const { errors } = withMessages(facts, language)
  return { reason: { code: kind.code, text: kind.text[language] }, errors: Array.isArray(errors) ? errors : [] }
}
