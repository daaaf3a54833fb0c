import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { objectToMarketing } from '../../consent/index.ts'
import { customerKey } from '../../customers/index.ts'
import { PrivacyRequestReceived } from '../events.ts'
import { daysAfter, PACKS } from '../packs.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'
import type { PrivacyRequest, recordRequest } from './contract.ts'
import { type RequestRow, sealedWords, toRequests } from './request-row.ts'

/** The deadline runs from the receipt of the request, not from its recording. */
export async function record(
  ctx: Context,
  { receivedAt = ctx.now, ...asked }: Input<typeof recordRequest>,
): Promise<PrivacyRequest> {
  const row = await openRequest(ctx, { ...asked, receivedAt, byPerson: false })
  const { dueSoonDays } = await readPrivacySettings(ctx)
  return (await toRequests(ctx, [row], dueSoonDays))[0]!
}

interface Asked extends Pick<Input<typeof recordRequest>, 'customerId' | 'kind' | 'text'> {
  readonly receivedAt: Date
  /** Recent authentication in the person's account. */
  readonly byPerson: boolean
}

export async function openRequest(
  ctx: Context,
  { customerId, kind, text, receivedAt, byPerson }: Asked,
): Promise<RequestRow> {
  const key = await customerKey(ctx, customerId, 'although restricted')
  const { pack } = await readPrivacySettings(ctx)
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
      by_person: byPerson,
      identity_proof: byPerson ? 'account' : null,
      created_by: ctx.caller.actor,
      sealed: sealedWords.seal(ctx, key, { id }, { text }),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const dates = { receivedAt: receivedAt.toISOString(), dueAt: row.due_at.toISOString() }
  ctx.emit(PrivacyRequestReceived({ customerId, requestId: id, kind, ...dates }))
  ctx.audit({ action: 'privacy.request_recorded', customer: { id: customerId, key }, fields: [kind] })
  // Objecting to marketing needs no reason and no answer (GDPR, article 21).
  if (kind === 'objection') await objectToMarketing(ctx, customerId)
  return row
}
