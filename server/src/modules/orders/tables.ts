import { per, stays } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

const BOOKS = 'orders are the books of the business; an erasure leaves them as numbers'

export const sql = tables({
  orders: {
    tenant_id: 'id',
    id: 'id',
    customer_id: 'id',
    source: 'id',
    external_id: 'id',
    channel: 'fact',
    currency: 'fact',
    total: 'fact',
    rate: 'fact',
    counted: 'fact',
    payment: 'fact',
    phone_proved: 'fact',
    placed_at: 'fact',
    phone_digest: 'digest',
    address_digest: 'digest',
    sealed: 'sealed',
  },
  order_lines: {
    tenant_id: 'id',
    order_id: 'id',
    position: 'fact',
    sku: 'id',
    category: 'fact',
    quantity: 'fact',
    amount: 'fact',
  },
  order_events: {
    tenant_id: 'id',
    id: 'id',
    order_id: 'id',
    what: 'fact',
    at: 'fact',
    recorded_at: 'fact',
    actor: 'id',
    reason: 'fact',
    amount: 'fact',
    lines: 'fact',
    sealed: 'sealed',
  },
  payment_methods: {
    tenant_id: 'id',
    id: 'id',
    customer_id: 'id',
    token_digest: 'digest',
    source: 'id',
    added_at: 'fact',
    removed_at: 'fact',
    sealed: 'sealed',
  },
}).grows({
  orders: { since: 'placed_at', bound: stays(BOOKS) },
  order_lines: { since: null, bound: stays(BOOKS) },
  order_events: { since: 'recorded_at', bound: stays(BOOKS) },
  payment_methods: { since: 'added_at', bound: per('customer; gone with the erasure') },
})
