import type { Context } from '../../../kit/context.ts'
import type { Answered, Input, KeyedEntrance } from '../../../kit/endpoint.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { TAKEN, withProof } from '../../accounts/index.ts'
import { CustomerMerged, PhoneTaken } from '../../customers/contract.ts'
import { type KeyHolder, keyHolder, noteSeen, readContacts } from '../../customers/index.ts'
import { answered } from '../acts/record.ts'
import { place as endpoint } from '../contract.ts'
import { type Details, type OrderRow, sealDetails, toOrders, type WholeOrder } from '../order/order.ts'
import { pinCurrency } from '../order/settings.ts'
import { wordsOfWarnings } from '../order/words.ts'
import type { RecordedOrder, Warning } from '../shapes.ts'
import { orderSignals, phoneDigest } from '../signals/signals.ts'
import { sourceOf } from '../sources/sources.ts'
import { beginTotals } from '../totals/totals.ts'
import { refuseUnasked } from './asked.ts'
import { addressDigest, deliveryOf } from './delivery.ts'
import { passGates } from './gates.ts'
import { moneyOf } from './money.ts'
import { auditPlaced, insertOrder, lineRows, placedEvent } from './rows.ts'
import { byWhom, type Orderer, whoOrders } from './who.ts'

type Given = Input<typeof endpoint>

/** With the proof of a phone, as a token or as the code itself. */
export async function placeByCaller(entrance: KeyedEntrance, input: Given): Promise<Answered<RecordedOrder>> {
  const by = byWhom(entrance)
  const phone = async (ctx: Context) =>
    by === 'login' ? (await readContacts(ctx, entrance.caller.signedIn!.customer!)).phone.value : input.contact?.phone
  const placed = await onceHolderIsKnown(() =>
    withProof(entrance, endpoint, input, {
      purposes: TAKEN.ordering,
      contacts: async (ctx) => ({ phone: await phone(ctx) }),
      work: async (ctx, verificationToken) =>
        placeOrder(ctx, { ...input, verificationToken, source: await sourceOf(ctx, by, input.source) }),
    }),
  )
  return by === 'visitor' ? { ...placed, body: receiptOf(placed.body) } : placed
}

/** Two orders at once with a new phone: the second finds the customer that the first one made. */
async function onceHolderIsKnown<T>(placing: () => Promise<T>, again = 2): Promise<T> {
  try {
    return await placing()
  } catch (error) {
    const moved = error instanceof Refusal && [PhoneTaken.code, CustomerMerged.code].includes(error.kind.code)
    if (!moved || again === 0) throw error
    return onceHolderIsKnown(placing, again - 1)
  }
}

/** The answer to a visitor does not tell which customer has the phone. */
const receiptOf = (order: RecordedOrder): RecordedOrder => ({ ...order, customerId: null })

/** The order and its customer, from every entrance. */
export type Ordering = Omit<Given, 'source'> & { readonly source: string }

/** With the answer that tells everything of it. */
export async function placeOrder(ctx: Context, input: Ordering): Promise<RecordedOrder> {
  const { whole, who, customer, warnings } = await recordOrder(ctx, input)
  const [order] = await toOrders(ctx, [whole])
  const person = { status: customer.status, phone: who.phone }
  const signals = who.by === 'recorder' ? [...order!.signals, ...(await orderSignals(ctx, whole.row, person))] : []
  return answered(ctx, { ...order!, signals, warnings: wordsOfWarnings(warnings, ctx.caller.language) })
}

interface Recorded {
  readonly whole: WholeOrder
  readonly who: Orderer
  readonly customer: KeyHolder
  readonly warnings: readonly Warning[]
}

/** For who needs no answer, such as another system that reports. */
export async function recordOrder(ctx: Context, input: Ordering): Promise<Recorded> {
  refuseUnasked(ctx, input)
  const who = await whoOrders(ctx, input)
  const warnings = await passGates(ctx, who, input)
  const delivery = await deliveryOf(ctx, who, input.delivery)
  const money = await moneyOf(ctx, input)
  const customer = await keyHolder(ctx, who.customerId, 'for update')
  if (money.counted !== null) await pinCurrency(ctx)

  const id = uuidv7(ctx.now.getTime())
  const placedAt = input.placedAt ?? ctx.now
  const row: OrderRow = {
    tenant_id: ctx.tenant,
    id,
    customer_id: customer.id,
    source: input.source,
    external_id: input.externalId ?? null,
    channel: input.channel ?? (who.by === 'recorder' ? 'till' : 'web'),
    ...money,
    payment: input.payment ?? null,
    phone_proved: who.phoneProved,
    placed_at: placedAt,
    phone_digest: phoneDigest(ctx, who.phone),
    address_digest: addressDigest(ctx, delivery.place),
    sealed: sealWhatIsSaid(ctx, customer, id, who, input, delivery),
  }
  await insertOrder(ctx, row, input.lines)
  await beginTotals(ctx, row)
  if (who.by === 'login' || who.phoneProved) noteSeen(ctx, customer)
  ctx.emit(placedEvent(customer, row, input.lines, who.by))
  auditPlaced(ctx, customer, row)
  const happened = { id, order_id: id, what: 'placed', at: placedAt, recorded_at: ctx.now, actor: ctx.caller.actor }
  const whole = {
    row,
    lines: lineRows(id, input.lines),
    happened: [{ ...happened, reason: null, amount: null, lines: null, sealed: null }],
  }
  return { whole, who, customer, warnings: row.counted === null ? [...warnings, 'not_counted'] : warnings }
}

export function sealWhatIsSaid(
  ctx: Context,
  { key }: Pick<KeyHolder, 'key'>,
  id: string,
  { contact, phone }: Pick<Orderer, 'contact' | 'phone'>,
  { note, data, lines }: Pick<Ordering, 'note' | 'data' | 'lines'>,
  { addressId, to }: { addressId: string | null; to: string | null },
): Buffer | null {
  const named = [contact?.firstName, contact?.lastName].filter(Boolean).join(' ')
  const details: Details = {
    phone: contact ? phone : null,
    name: named || (contact?.name2 ?? null),
    email: contact?.email ?? null,
    ...{ addressId, to, note: note ?? null, data },
    lines: Object.fromEntries(
      lines.flatMap(({ name, data }, index) =>
        name === null && Object.keys(data).length === 0 ? [] : [[index + 1, { name, data }]],
      ),
    ),
  }
  const { data: _, lines: __, ...single } = details
  const empty = [...Object.values(single), ...Object.keys(data), ...Object.keys(details.lines)].every((one) => !one)
  return empty ? null : sealDetails(ctx, key, id, details)
}
