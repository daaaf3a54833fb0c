import { per, until } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  incoming_events: {
    tenant_id: 'id',
    digest: 'digest',
    id: 'id',
    source: 'id',
    type: 'fact',
    content: 'digest',
    state: 'fact',
    reason: 'fact',
    awaits: 'digest',
    contacts: 'digest',
    about: 'id',
    happened_at: 'fact',
    received_at: 'fact',
    actor: 'id',
    sealed: 'sealed',
  },
  interactions: {
    tenant_id: 'id',
    id: 'id',
    customer_id: 'id',
    kind: 'fact',
    at: 'fact',
    recorded_at: 'fact',
    source: 'id',
    channel: 'fact',
    sku: 'id',
    category: 'fact',
    tags: 'fact',
    rating: 'fact',
    sentiment: 'fact',
    sentiment_by: 'fact',
    sealed: 'sealed',
  },
}).grows({
  incoming_events: {
    since: 'received_at',
    bound: until('forget-incoming-events', '400 days, also of what is parked or waits'),
  },
  interactions: { since: 'recorded_at', bound: per('customer; gone with the erasure') },
})
