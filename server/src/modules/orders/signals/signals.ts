import type { Context } from '../../../kit/context.ts'
import { keysOf } from '../../../kit/known.ts'
import { loginsOf, phoneHistory } from '../../accounts/index.ts'
import { findKeyHolder, keyHolder, readContacts } from '../../customers/index.ts'
import type { OrderRow } from '../order/order.ts'
import { wordsOfSignals } from '../order/words.ts'
import type { Signal } from '../shapes.ts'
import { sql } from '../tables.ts'

interface Looked {
  readonly customerId: string
  readonly phone: string | null
  readonly phoneDigests: readonly Buffer[]
  readonly addressDigests: readonly Buffer[]
}

export const phoneDigest = (ctx: Context, phone: string | null) =>
  phone === null ? null : ctx.keys.blindIndex('phone of order', phone)

/** What is odd, from what is known now. It decides nothing: people who live together share a phone and an address. */
async function signalsOf(ctx: Context, looked: Looked): Promise<Signal[]> {
  const { customerId, phone, phoneDigests, addressDigests } = looked
  const [logins, { changedHands, claimedByOthers }, samePhone, sameAddress, codRefused] = await Promise.all([
    loginsOf(ctx, [customerId]),
    phoneHistory(ctx, customerId, phone),
    othersWith(ctx, customerId, 'phone_digest', phoneDigests),
    othersWith(ctx, customerId, 'address_digest', addressDigests),
    refusedCod(ctx, customerId),
  ])
  const found: Record<Exclude<Signal, 'phone_unproved' | 'not_active'>, boolean> = {
    several_logins: (logins.get(customerId) ?? 0) > 1,
    shared_phone: claimedByOthers || samePhone,
    shared_address: sameAddress,
    number_changed_hands: changedHands,
    cod_refused: codRefused,
  }
  return keysOf(found).filter((signal) => found[signal])
}

interface Person {
  readonly status: string
  readonly phone: string | null
}

async function personOf(ctx: Context, customerId: string): Promise<Person | null> {
  const customer = await findKeyHolder(ctx, customerId)
  return customer && { status: customer.status, phone: (await readContacts(ctx, customerId)).phone.value }
}

/** Of an order: its person, who may be known already, phone and place. */
export async function orderSignals(
  ctx: Context,
  { customer_id, phone_digest, address_digest }: Pick<OrderRow, 'customer_id' | 'phone_digest' | 'address_digest'>,
  known?: Person,
) {
  const person = known ?? (await personOf(ctx, customer_id))
  if (!person) return []
  const signals = await signalsOf(ctx, {
    customerId: customer_id,
    phone: person.phone,
    phoneDigests: distinct([phone_digest]),
    addressDigests: distinct([address_digest]),
  })
  return wordsOfSignals([...signals, ...statusSignals(person.status)], ctx.caller.language)
}

const statusSignals = (status: string): Signal[] => (status === 'active' ? [] : ['not_active'])

/** Of a person: by everything they ordered with. */
export async function customerSignals(ctx: Context, { customerId }: { customerId: string }) {
  const { status } = await keyHolder(ctx, customerId)
  const rows = await sql(ctx)
    .selectFrom('orders')
    .select(['phone_digest', 'address_digest'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('placed_at', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute()
  const phone = (await readContacts(ctx, customerId)).phone.value
  const signals = await signalsOf(ctx, {
    customerId,
    phone,
    phoneDigests: distinct([phoneDigest(ctx, phone), ...rows.map(({ phone_digest }) => phone_digest)]),
    addressDigests: distinct(rows.map(({ address_digest }) => address_digest)),
  })
  return { items: wordsOfSignals([...signals, ...statusSignals(status)], ctx.caller.language) }
}
const MOST_LOOKED_AT = 200

const distinct = (digests: readonly (Buffer | null)[]) => [
  ...new Map(digests.flatMap((one) => (one ? [[one.toString('hex'), one] as const] : []))).values(),
]

async function othersWith(
  ctx: Context,
  customerId: string,
  column: 'phone_digest' | 'address_digest',
  digests: readonly Buffer[],
): Promise<boolean> {
  if (digests.length === 0) return false
  const other = await sql(ctx)
    .selectFrom('orders')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where(column, 'in', digests)
    .where('customer_id', '!=', customerId)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

async function refusedCod(ctx: Context, customerId: string): Promise<boolean> {
  const refused = await sql(ctx)
    .selectFrom('orders')
    .innerJoin('order_events', (join) =>
      join.onRef('order_events.tenant_id', '=', 'orders.tenant_id').onRef('order_events.order_id', '=', 'orders.id'),
    )
    .select('orders.id')
    .where('orders.tenant_id', '=', ctx.tenant)
    .where('orders.customer_id', '=', customerId)
    .where('orders.payment', '=', 'cod')
    .where('order_events.what', '=', 'cancelled')
    .where('order_events.reason', '=', 'refused_at_door')
    .limit(1)
    .executeTakeFirst()
  return refused !== undefined
}
