import type { Context } from '../../../kit/context.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { getCustomer } from '../../customers/index.ts'
import { eventsById, type KeptEvent } from '../../events/index.ts'
import { type Content, contents, type EndpointRow, endpointRows, validSecrets } from '../endpoints/endpoint-row.ts'
import { toOutside } from '../feed/outside.ts'
import type { Claimed } from './claim.ts'
import { signed } from './sign.ts'

/** One event, ready to be sent to one webhook. */
export interface Parcel {
  readonly webhookId: string
  readonly eventId: string
  readonly customerId: string | null
  readonly attempts: number
  readonly lease: Date
  /** Of the webhook, as it was then. */
  readonly version: number
  readonly isFull: boolean
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Sent = Omit<KeptEvent, 'position'>

/** Built when it is sent: of a customer who was changed or erased meanwhile nothing old leaves. Without what is no longer there. */
export async function pack(ctx: Context, claimed: readonly Claimed[]): Promise<Parcel[]> {
  const events = await eventsById(ctx, [...new Set(claimed.map(({ eventId }) => eventId))])
  const rows = await endpointRows(ctx)
    .where('id', 'in', [...new Set(claimed.map(({ webhookId }) => webhookId))])
    .execute()
  const webhooks = new Map(rows.map((row) => [row.id, { row, content: contents.show(ctx, row).value }]))
  const parcels: Parcel[] = []
  for (const { webhookId, eventId, ...claim } of claimed) {
    const [event, webhook] = [events.get(eventId), webhooks.get(webhookId)]
    if (event && webhook?.content) parcels.push(await parcelOf(ctx, webhook.row, webhook.content, event, claim))
  }
  return parcels
}

export async function parcelOf(
  ctx: Context,
  row: EndpointRow,
  content: Content,
  event: Sent,
  claim: Pick<Claimed, 'attempts' | 'lease'>,
): Promise<Parcel> {
  const customer = row.payload === 'full' ? await described(ctx, event.customerId) : null
  const outside = toOutside(event)
  const body = JSON.stringify(row.payload === 'full' ? { ...outside, customer } : outside)
  const secrets = validSecrets(ctx.now, content).map(({ secret }) => secret)
  return {
    webhookId: row.id,
    eventId: event.id,
    customerId: event.customerId,
    ...claim,
    version: row.version,
    isFull: customer !== null,
    url: content.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Kith-Webhooks/1',
      ...signed(outside.id, new Date(), body, secrets),
    },
    body,
  }
}

/** Nothing of one who was erased or merged, and nothing of one whose data is only stored. */
async function described(ctx: Context, customerId: string | null) {
  if (customerId === null) return null
  try {
    const customer = await getCustomer(ctx, { customerId })
    return customer.restricted ? null : customer
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
