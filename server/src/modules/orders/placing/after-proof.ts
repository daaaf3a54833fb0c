import type { Context, Follower } from '../../../kit/context.ts'
import { CustomerUpdated } from '../../customers/events.ts'
import { readContacts } from '../../customers/index.ts'
import { OrdersProved } from '../events.ts'
import { phoneDigest } from '../signals/signals.ts'
import { sql } from '../tables.ts'

/** Orders with an unverified phone count as the customer’s own once the phone is verified. */
export const proveOrders: Follower = {
  name: 'prove-orders',
  on: [CustomerUpdated],
  async follow(ctx, { data }) {
    const { customerId, fields } = CustomerUpdated.schema.parse(data)
    if (fields.includes('phoneVerified')) await takeUp(ctx, customerId)
  },
}

async function takeUp(ctx: Context, customerId: string): Promise<void> {
  const { phone } = await readContacts(ctx, customerId)
  if (!phone.verified) return
  const proved = await sql(ctx)
    .updateTable('orders')
    .set({ phone_proved: true })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('phone_proved', '=', false)
    .where('phone_digest', '=', phoneDigest(ctx, phone.value))
    .returning('id')
    .execute()
  if (proved.length > 0) ctx.emit(OrdersProved({ customerId, orderIds: proved.map(({ id }) => id) }))
}
