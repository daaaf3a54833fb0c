import { type Caller, itself } from '../../../kit/caller.ts'
import { cardNumberIn } from '../../../kit/card-numbers.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import type { Answered, Entrance, Input } from '../../../kit/endpoint.ts'
import { check, fieldErrors, unfitField } from '../../../kit/invalid.ts'
import { CARD_NUMBER } from '../../../kit/problems.ts'
import { Forbidden, Invalid, Refusal } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { OrderNotFound } from '../../orders/contract.ts'
import { findOrderId } from '../../orders/index.ts'
import { carryOut } from '../carrying-out/carry-out.ts'
import { EventDamaged, ParkedNotFound } from '../refusals.ts'
import { schemaOf } from '../shapes.ts'
import type { correctParked as correct, Replayed } from './contract.ts'
import { changeRow, EMPTIED, keepPayload, orderDigest, type Payload, rowsOf, showPayload } from './row.ts'

const MOST_AT_ONCE = 500
const LOOKED_FOR_MS = 10 * 60_000

export async function replayParked(
  { db, caller }: Entrance,
  { parkedId }: { parkedId: string },
): Promise<Answered<Replayed>> {
  requireRecorder(caller)
  return { body: await replay(db, caller, parkedId) }
}

/** Carried out, an event records orders, payments and refunds. */
function requireRecorder({ may }: Caller): void {
  if (!may.has('orders:write')) throw Forbidden({ needs: 'orders:write' })
}

/** Replaces the data of an event, and processes it. */
export async function correctParked(
  { db, caller }: Entrance,
  { parkedId, data }: Input<typeof correct>,
): Promise<Answered<Replayed>> {
  requireRecorder(caller)
  const card = cardNumberIn(data)
  if (card !== null) throw unfitField(`data.${card}`, CARD_NUMBER)
  await inTenant(db, caller, async (ctx) => {
    const { payload } = await lock(ctx, parkedId)
    const { error } = check(schemaOf(payload.type), data)
    if (error) {
      const errors = fieldErrors(error, caller.language).map((one) => ({ ...one, path: `data.${one.path}` }))
      throw Invalid({ errors })
    }
    await keepPayload(ctx, parkedId, { ...payload, data })
    ctx.audit({ action: 'incoming_event.corrected', customer: null, fields: ['data'], after: { parkedId } })
  })
  return { body: await replay(db, caller, parkedId) }
}

/** The oldest first; what is refused again stays, with the reason of today. */
export async function replayAll({ db, caller }: Entrance): Promise<Answered<{ done: number; left: number }>> {
  requireRecorder(caller)
  const ids = await inTenant(db, caller, openIds, { readOnly: true })
  let done = 0
  for (const id of ids) {
    const replayed = await replayUnlessGone(db, caller, id)
    if (replayed?.result === 'done') done += 1
  }
  const left = await inTenant(db, caller, openIds, { readOnly: true })
  return { body: { done, left: left.length } }
}

const openIds = async (ctx: Context) =>
  (
    await rowsOf(ctx)
      .where('state', 'in', ['parked', 'waiting'])
      .orderBy('received_at')
      .orderBy('id')
      .limit(MOST_AT_ONCE)
      .execute()
  ).map(({ id }) => id)

/** Another caller may have replayed it meanwhile. */
async function replayUnlessGone(db: Database, caller: Caller, parkedId: string): Promise<Replayed | null> {
  return replay(db, caller, parkedId).catch((error) => {
    if (error instanceof Refusal && error.kind.code === ParkedNotFound.code) return null
    throw error
  })
}

const orderIdIn = (data: unknown): string => String(Object(data)['orderId'])

async function replay(db: Database, caller: Caller, parkedId: string): Promise<Replayed> {
  let isOrder = false
  try {
    await inTenant(db, caller, async (ctx) => {
      const { payload } = await lock(ctx, parkedId)
      const { data, error } = check(schemaOf(payload.type), payload.data)
      if (error) throw Invalid({ errors: [] })
      const time = payload.time === null ? undefined : new Date(payload.time)
      await carryOut(ctx, { ...payload, time }, data)
      await changeRow(ctx, parkedId)
        .set({ state: 'done', ...EMPTIED })
        .execute()
      isOrder = payload.type === 'OrderPlaced'
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind.status >= 500 || error.kind.code === ParkedNotFound.code) throw error
    return inTenant(db, caller, (ctx) => stays(ctx, parkedId, error))
  }
  if (isOrder) await followArrived(db, caller.tenant)
  return { result: 'done', reason: null }
}

async function stays(ctx: Context, parkedId: string, { kind }: Refusal): Promise<Replayed> {
  const reason = { code: kind.code, text: kind.text[ctx.caller.language] }
  if (kind.code === EventDamaged.code) {
    await parkDamaged(ctx, parkedId)
    return { result: 'parked', reason }
  }
  const { payload } = await lock(ctx, parkedId)
  const waits = kind.code === OrderNotFound.code
  const awaits = waits ? orderDigest(ctx, payload.source, orderIdIn(payload.data)) : null
  // By now its order may tell which customer it is about.
  await keepPayload(ctx, parkedId, payload)
  await changeRow(ctx, parkedId)
    .set({ state: waits ? 'waiting' : 'parked', reason: kind.code, awaits })
    .execute()
  return { result: waits ? 'waiting' : 'parked', reason }
}

/**
 * What came before its order is carried out now that the order is here, by the time at which it happened. As the server
 * itself: another key may have sent it.
 */
export async function followArrived(db: Database, tenant: string): Promise<void> {
  const caller = itself(tenant, REPLAYER)
  const ids = await inTenant(db, caller, arrivedIds, { readOnly: true })
  for (const id of ids) await replayUnlessGone(db, caller, id)
}
const REPLAYER = 'job:replay-waiting-events'

/** The order may have come at the same moment as what waits for it, and found nothing. */
export async function followIfArrived(db: Database, caller: Caller, parkedId: string): Promise<void> {
  const work = (ctx: Context) => releaseArrived(ctx, (rows) => rows.where('id', '=', parkedId))
  if (await inTenant(db, caller, work)) await followArrived(db, caller.tenant)
}

/** For orders that came through another entrance, and for what a process left behind that died. */
export async function replayWaiting(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, REPLAYER)
  await inTenant(db, caller, (ctx) => {
    const since = new Date(ctx.now.getTime() - LOOKED_FOR_MS)
    return releaseArrived(ctx, (rows) => rows.where('received_at', '>', since))
  })
  await followArrived(db, tenant)
  return false
}

/** Says of those whose order is here that they need not wait; whether there are any. */
async function releaseArrived(ctx: Context, which: (rows: Rows) => Rows): Promise<boolean> {
  const rows = await which(rowsOf(ctx).where('state', '=', 'waiting'))
    .limit(MOST_AT_ONCE)
    .execute()
  const arrived: string[] = []
  for (const row of rows) {
    const { value } = showPayload(ctx, row)
    if (value === null) await parkDamaged(ctx, row.id)
    else if ((await findOrderId(ctx, row.source, orderIdIn(value.data))) !== null) arrived.push(row.id)
  }
  for (const id of arrived) await changeRow(ctx, id).set({ awaits: null }).execute()
  return arrived.length > 0
}

/** It keeps none of the others back. */
const parkDamaged = (ctx: Context, parkedId: string) =>
  changeRow(ctx, parkedId).set({ state: 'parked', reason: EventDamaged.code, awaits: null }).execute()

type Rows = ReturnType<typeof rowsOf>
const arrivedIds = async (ctx: Context) => {
  const rows = await rowsOf(ctx)
    .where('state', '=', 'waiting')
    .where('awaits', 'is', null)
    .orderBy('happened_at')
    .orderBy('id')
    .limit(MOST_AT_ONCE)
    .execute()
  return rows.map(({ id }) => id)
}

async function lock(ctx: Context, parkedId: string): Promise<{ payload: Payload }> {
  const row = await rowsOf(ctx)
    .where('id', '=', parkedId)
    .where('state', 'in', ['parked', 'waiting'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw ParkedNotFound()
  const { value } = showPayload(ctx, row)
  if (value === null) throw EventDamaged()
  return { payload: value }
}
