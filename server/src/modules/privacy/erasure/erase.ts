import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { everyoneIn, requireRow } from '../../customers/index.ts'
import { CustomerErased, PrivacyRequestClosed } from '../events.ts'
import { IdentityNotProved, WrongRequest } from '../refusals.ts'
import { requestRows } from '../requests/request-row.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'
import type { Count, Erasure, eraseCustomer, previewErasure } from './contract.ts'
import { erasureRows, toErasure } from './erasure-row.ts'
import { forgetCustomer, holdingsOf } from './forget.ts'
import { holdInForce } from './holds.ts'

export async function preview(ctx: Context, { customerId }: Input<typeof previewErasure>) {
  await requireRow(ctx, customerId)
  const hold = await holdInForce(ctx, customerId)
  const held = await holdingsOf(ctx, customerId)
  return {
    legalHold: hold !== undefined,
    tables: held.map((one) => ({ ...one, why: one.why[ctx.caller.language] })),
  }
}

/** An erasure that a backup undid. */
interface Undone {
  /** Id of the erasure being repeated, so that consumers can acknowledge it; null for a customer erased as part of a merge. */
  readonly erasureId: string | null
  readonly erasedAt: Date
}

/** Erases the person once: a repeated or concurrent call returns the same erasure. */
export async function erase(
  ctx: Context,
  { customerId, reason, requestId }: Input<typeof eraseCustomer>,
  undone?: Undone,
): Promise<Erasure> {
  const forgotten = await forgottenNow(ctx, customerId, requestId)
  if (forgotten === null) return toErasure(ctx, (await erasureOf(ctx, customerId))!)
  const { consumers } = await readPrivacySettings(ctx)
  const row = await sql(ctx)
    .insertInto('erasures')
    .values({
      tenant_id: ctx.tenant,
      id: undone?.erasureId ?? uuidv7(ctx.now.getTime()),
      customer_id: customerId,
      request_id: requestId ?? null,
      reason,
      erased_at: ctx.now,
      erased_by: ctx.caller.actor,
      repeats: undone?.erasedAt ?? null,
      counts: JSON.stringify(forgotten.counts),
      absorbed: [...forgotten.absorbed],
      consumers,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (requestId !== undefined) await completeRequest(ctx, customerId, requestId)
  ctx.emit(CustomerErased({ customerId, erasureId: row.id }))
  ctx.nudge('privacy')
  return toErasure(ctx, row)
}

interface Forgotten {
  readonly counts: readonly Count[]
  readonly absorbed: readonly string[]
}

/** Null if a concurrent call was faster. */
async function forgottenNow(
  ctx: Context,
  customerId: string,
  requestId: string | undefined,
): Promise<Forgotten | null> {
  try {
    await requireRow(ctx, customerId, 'to erase')
  } catch (error) {
    if (error instanceof Refusal && (await erasureOf(ctx, customerId))) return null
    throw error
  }
  if (requestId !== undefined) await requireRequest(ctx, customerId, requestId)
  const absorbed = (await everyoneIn(ctx, customerId)).filter((id) => id !== customerId)
  const held = await forgetCustomer(ctx, customerId)
  return { counts: held.map(({ table, rows, fate }) => ({ table, rows, fate })), absorbed }
}

async function requireRequest(ctx: Context, customerId: string, requestId: string): Promise<void> {
  const request = await requestRows(ctx).where('id', '=', requestId).executeTakeFirst()
  const fits = request?.customer_id === customerId && request.kind === 'erasure' && request.status === 'open'
  if (!request || !fits) throw WrongRequest()
  if (request.identity_proof === null) throw IdentityNotProved()
}

async function completeRequest(ctx: Context, customerId: string, requestId: string): Promise<void> {
  await sql(ctx)
    .updateTable('privacy_requests')
    .set({ status: 'completed' })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', requestId)
    .execute()
  ctx.emit(PrivacyRequestClosed({ customerId, requestId, status: 'completed' }))
}

const erasureOf = (ctx: Context, customerId: string) =>
  erasureRows(ctx).where('customer_id', '=', customerId).executeTakeFirst()
