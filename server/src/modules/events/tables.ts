import { tables } from '../../kit/context.ts'

export const sql = tables({
  events: {
    tenant_id: 'id',
    id: 'id',
    type: 'fact',
    customer_id: 'id',
    data: 'fact',
    actor: 'id',
    at: 'fact',
    xid: 'fact',
    attempts: 'fact',
    next_attempt_at: 'fact',
    delivered_at: 'fact',
    parked_at: 'fact',
  },
  event_receipts: { tenant_id: 'id', event_id: 'id', subscriber: 'fact' },
})
