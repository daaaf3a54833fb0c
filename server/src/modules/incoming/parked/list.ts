import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input, Output } from '../../../kit/endpoint.ts'
import { check, fieldErrors } from '../../../kit/invalid.ts'
import { ParkedNotFound } from '../refusals.ts'
import { type EventType, schemaOf } from '../shapes.ts'
import type * as api from './contract.ts'
import { wordsOfReason } from './reasons.ts'
import { changeRow, EMPTIED, rowsOf, showPayload } from './row.ts'

const LIST = 'parked events'
const WRITTEN: readonly string[] = ['ProductReviewed', 'CustomerSupportTicketCreated'] satisfies EventType[]
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[0]

export async function listParked(
  ctx: Context,
  { state, limit, cursor }: Input<typeof api.listParked>,
): Promise<Output<typeof api.listParked>> {
  const list = `${LIST} ${state ?? ''}`
  const after = cursor === undefined ? null : readCursor<[string, string]>(ctx.keys, list, ctx.now, cursor)
  let rows = rowsOf(ctx).where('state', 'in', state === undefined ? ['parked', 'waiting'] : [state])
  if (after) {
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('received_at', 'id'), '>', tuple(new Date(after[0]), after[1])),
    )
  }
  const found = await rows
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1)! : null
  return {
    items: items.map((row) => shown(ctx, row)),
    nextCursor: last && writeCursor(ctx.keys, list, ctx.now, [last.received_at.toISOString(), last.id]),
    total: await countOpen(ctx, state),
  }
}

export async function getParked(ctx: Context, { parkedId }: { parkedId: string }) {
  const row = await rowsOf(ctx)
    .where('id', '=', parkedId)
    .where('state', 'in', ['parked', 'waiting'])
    .executeTakeFirst()
  if (!row) throw ParkedNotFound()
  const { value, damaged } = showPayload(ctx, row)
  // What a person wrote to the business is read like other notes.
  if (WRITTEN.includes(row.type) && !ctx.caller.may.has('notes:read')) {
    return { ...shown(ctx, row), data: null, errors: [], damaged }
  }
  const error = value && check(schemaOf(value.type), value.data).error
  const errors = error ? fieldErrors(error, ctx.caller.language) : []
  return { ...shown(ctx, row), data: value?.data ?? null, errors, damaged }
}

/** Its content is deleted; the audit tells who dropped it and why. */
export async function dropParked(ctx: Context, { parkedId, reason }: Input<typeof api.dropParked>) {
  const dropped = await changeRow(ctx, parkedId)
    .where('state', 'in', ['parked', 'waiting'])
    .set({ state: 'dropped', ...EMPTIED })
    .returning('id')
    .executeTakeFirst()
  if (!dropped) throw ParkedNotFound()
  ctx.audit({ action: 'incoming_event.dropped', customer: null, fields: ['state'], after: { parkedId }, reason })
  return { done: true as const }
}

function shown(ctx: Context, row: Row) {
  return {
    id: row.id,
    eventId: showPayload(ctx, row).value?.id ?? null,
    source: row.source,
    type: row.type,
    state: row.state === 'waiting' ? ('waiting' as const) : ('parked' as const),
    reason: wordsOfReason(row.reason ?? '', ctx.caller.language),
    happenedAt: row.happened_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    sentBy: row.actor,
  }
}

/** Those that are parked, or wait for another event. */
export const countParked = (ctx: Context): Promise<number> => countOpen(ctx, undefined)

async function countOpen(ctx: Context, state: Row['state'] | undefined): Promise<number> {
  const { count } = await rowsOf(ctx)
    .where('state', 'in', state === undefined ? ['parked', 'waiting'] : [state])
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
