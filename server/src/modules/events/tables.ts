import { per, until } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

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
}).grows({
  events: {
    since: 'at',
    bound: until('forget-delivered-events', '30 days after everybody heard; 90 days where that was given up'),
  },
  event_receipts: { since: null, bound: per('event that some heard and others not yet') },
})
