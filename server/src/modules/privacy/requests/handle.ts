import type { Updateable } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import type { DataKey } from '../../../kit/sealed.ts'
import { customerKey, restrictCustomer } from '../../customers/index.ts'
import { PrivacyRequestClosed } from '../events.ts'
import { daysAfter, PACK_NAMES, PACKS } from '../packs.ts'
import {
  ExtendedBefore,
  ExtendedTooLate,
  IdentityNotProved,
  NoExtension,
  NotErasedYet,
  RequestClosed,
  RequestNotFound,
} from '../refusals.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'
import type {
  assignRequest,
  completeRequest,
  extendRequest,
  noteIdentity,
  PrivacyRequest,
  refuseRequest,
} from './contract.ts'
import { keysFor, type RequestRow, requestRows, sealedWords, toRequests, type Words } from './request-row.ts'

export async function assign(ctx: Context, { requestId, assignee }: Input<typeof assignRequest>) {
  const held = await openRequest(ctx, requestId)
  return save(ctx, held, 'assigned', { assignee })
}

export async function proveIdentity(ctx: Context, { requestId, proof, note }: Input<typeof noteIdentity>) {
  const held = await openRequest(ctx, requestId)
  return save(ctx, held, 'identity_noted', { identity_proof: proof }, { identityNote: note })
}

export async function extend(ctx: Context, { requestId, reason }: Input<typeof extendRequest>) {
  const held = await openRequest(ctx, requestId)
  const { extended_at, due_at, pack } = held.row
  const { extensionDays } = PACKS[known(PACK_NAMES, pack)]
  if (extensionDays === null) throw NoExtension({ pack })
  if (extended_at !== null) throw ExtendedBefore()
  // The law wants the person notified within the first deadline; an overdue request stays overdue.
  if (due_at <= ctx.now) throw ExtendedTooLate({ dueAt: due_at.toISOString() })
  const change = { extended_at: ctx.now, due_at: daysAfter(due_at, extensionDays), clock: 'in_time' }
  return save(ctx, held, 'extended', change, { extensionReason: reason })
}

export async function complete(ctx: Context, { requestId, answer }: Input<typeof completeRequest>) {
  const held = await openRequest(ctx, requestId)
  if (held.row.identity_proof === null) throw IdentityNotProved()
  if (held.row.kind === 'erasure') throw NotErasedYet()
  if (held.row.kind === 'restriction') await restrictCustomer(ctx, { customerId: held.row.customer_id, reason: answer })
  return close(ctx, held, 'completed', answer)
}

export async function refuse(ctx: Context, { requestId, reason }: Input<typeof refuseRequest>) {
  return close(ctx, await openRequest(ctx, requestId), 'refused', reason)
}

interface Held {
  readonly row: RequestRow
  readonly key: DataKey
}

/** Locks the person before the request, like erasures and merges, to avoid deadlocks. */
async function openRequest(ctx: Context, requestId: string): Promise<Held> {
  const found = await requestRows(ctx).where('id', '=', requestId).executeTakeFirst()
  if (!found) throw RequestNotFound()
  if (found.status !== 'open') throw RequestClosed({ requestStatus: found.status })
  const key = await customerKey(ctx, found.customer_id, 'although restricted')
  const row = await requestRows(ctx).where('id', '=', requestId).forUpdate().executeTakeFirstOrThrow()
  if (row.status !== 'open') throw RequestClosed({ requestStatus: row.status })
  return { row, key }
}

async function close(ctx: Context, held: Held, status: 'completed' | 'refused', answer: string) {
  const { customer_id: customerId, id: requestId } = held.row
  ctx.emit(PrivacyRequestClosed({ customerId, requestId, status }))
  return save(ctx, held, status, { status, closed_at: ctx.now, closed_by: ctx.caller.actor }, { answer })
}

async function save(
  ctx: Context,
  { row, key }: Held,
  what: string,
  change: Updateable<RequestRow>,
  more: Partial<Words> = {},
): Promise<PrivacyRequest> {
  const words = sealedWords.require(ctx, await keysFor(ctx, [row]), row)
  const saved = await sql(ctx)
    .updateTable('privacy_requests')
    .set({ ...change, sealed: sealedWords.seal(ctx, key, row, { ...words, ...more }) })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({
    action: `privacy.request_${what}`,
    customer: { id: row.customer_id, key },
    fields: Object.keys({ ...change, ...more }),
  })
  const { dueSoonDays } = await readPrivacySettings(ctx)
  return (await toRequests(ctx, [saved], dueSoonDays))[0]!
}
