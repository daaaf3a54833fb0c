import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../kit/endpoint.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { eventsById, newestEvent } from '../../events/index.ts'
import { refuseWithoutExport, requireContent, requireEndpoint } from '../endpoints/endpoint-row.ts'
import { outsideEventId } from '../feed/outside.ts'
import { keepInLog } from '../sending/log.ts'
import { type Parcel, parcelOf } from '../sending/parcel.ts'
import { post } from '../sending/post.ts'
import { DeliveryNotFound, NoEventYet, type tryOut } from './contract.ts'

/** No transaction is open while the receiver works. */
export async function tryWebhook(
  { db, caller }: Entrance,
  input: Input<typeof tryOut>,
): Promise<Answered<Output<typeof tryOut>>> {
  const parcel = await inTenant(db, caller, (ctx) => parcelFor(ctx, input), { readOnly: true })
  const { headers, body } = parcel
  const shown = {
    eventId: outsideEventId(parcel.eventId),
    sent: input.send,
    request: { headers: { ...headers }, body },
  }
  const answer = input.send ? await post(db.config, parcel, new AbortController().signal) : null
  if (answer === null) return { body: { ...shown, outcome: null, status: null, tookMs: null, answer: null } }
  const { outcome, status, tookMs } = answer
  await inTenant(db, caller, async (ctx) => {
    // Locked: it may have been removed while the receiver worked.
    await requireEndpoint(ctx, parcel.webhookId)
    await keepInLog(ctx, [{ parcel, answer }], { test: true })
    ctx.audit({ action: 'webhook.tested', customer: null, fields: [outcome], after: { id: parcel.webhookId } })
  })
  const answered = status === null ? null : { headers: { ...answer.headers }, body: answer.body }
  return { body: { ...shown, outcome, status, tookMs, answer: answered } }
}

async function parcelFor(ctx: Context, { webhookId, eventId, send }: Input<typeof tryOut>): Promise<Parcel> {
  const webhook = await requireEndpoint(ctx, webhookId)
  const content = requireContent(ctx, webhook)
  if (webhook.payload === 'full' && !ctx.caller.may.has('customers:contacts'))
    throw Forbidden({ needs: 'customers:contacts' })
  if (send) refuseWithoutExport(ctx, webhook)
  const named = eventId === undefined ? null : (await eventsById(ctx, [eventId])).get(eventId)
  if (named === undefined) throw DeliveryNotFound()
  const event = named ?? (await newestEvent(ctx, webhook.types))
  if (event === null) throw NoEventYet()
  const parcel = await parcelOf(ctx, webhook, content, event, { attempts: 0, lease: ctx.now })
  return { ...parcel, headers: { ...parcel.headers, 'kith-test': 'true' } }
}
