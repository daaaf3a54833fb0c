import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { unfitField } from '../../../kit/invalid.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { customerKey } from '../../customers/index.ts'
import { PrivacyRequestReceived } from '../events.ts'
import { daysAfter, PACKS } from '../packs.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'
import type { PrivacyRequest, recordRequest } from './contract.ts'
import { sealWords, toRequests } from './request-row.ts'

/** The clock starts when the request came, not when somebody typed it. */
export async function record(
  ctx: Context,
  { customerId, kind, text, receivedAt = ctx.now }: Input<typeof recordRequest>,
): Promise<PrivacyRequest> {
  if (receivedAt > ctx.now) throw unfitField('receivedAt', 'in_the_future')
  const key = await customerKey(ctx, customerId)
  const { pack, dueSoonDays } = await readPrivacySettings(ctx)
  const id = uuidv7(ctx.now.getTime())
  const row = await sql(ctx)
    .insertInto('privacy_requests')
    .values({
      tenant_id: ctx.tenant,
      id,
      customer_id: customerId,
      kind,
      status: 'open',
      clock: 'in_time',
      pack,
      received_at: receivedAt,
      due_at: daysAfter(receivedAt, PACKS[pack].answerDays),
      created_by: ctx.caller.actor,
      sealed: sealWords(ctx, key, id, { text }),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.emit(PrivacyRequestReceived({ customerId, requestId: id, kind, dueAt: row.due_at.toISOString() }))
  ctx.audit({ action: 'privacy.request_recorded', customer: { id: customerId, key }, fields: [kind] })
  return (await toRequests(ctx, [row], dueSoonDays))[0]!
}
