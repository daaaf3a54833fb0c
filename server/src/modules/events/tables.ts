import { per, until } from '../../kit/growth.ts'
import type { Lanes } from '../../kit/lanes.ts'
import { tables } from '../../kit/tables.ts'

/** Of webhooks, which knows the days of the business and the legal holds. */
const JOB = 'forget-delivered-events'

export const sql = tables({
  events: {
    tenant_id: 'id',
    id: 'id',
    type: 'fact',
    customer_id: 'id',
    data: 'fact',
    actor: 'id',
    at: 'fact',
    // These are for a relay of the release before, which runs on during an upgrade.
    xid: 'fact',
    attempts: 'fact',
    next_attempt_at: 'fact',
    delivered_at: 'fact',
    parked_at: 'fact',
  },
  event_lanes: {
    tenant_id: 'id',
    position: 'fact',
    low: 'fact',
    mark_at: 'fact',
    mark_xid: 'fact',
    mark_server: 'fact',
  },
  event_batches: { tenant_id: 'id', position: 'fact', ids: 'id', newest: 'fact', at: 'fact' },
  event_subscribers: { tenant_id: 'id', subscriber: 'fact', position: 'fact', moved_at: 'fact' },
  event_holds: {
    tenant_id: 'id',
    subscriber: 'fact',
    position: 'fact',
    event_id: 'id',
    customer_id: 'id',
    held_at: 'fact',
    attempts: 'fact',
    next_attempt_at: 'fact',
    parked_at: 'fact',
  },
}).grows({
  events: {
    since: 'at',
    bound: until(
      JOB,
      'the days that the business decides, at least and usually 30; longer while a subscriber has not heard, 90 days where that was given up, and under a legal hold',
    ),
  },
  event_lanes: { since: null, bound: per('tenant') },
  event_batches: { since: 'at', bound: until(JOB, 'as long as one of its events') },
  event_subscribers: { since: null, bound: per('tenant and subscriber') },
  event_holds: {
    since: 'held_at',
    bound: until(JOB, 'until it is heard; 90 days where that was given up, or the subscriber is gone'),
  },
})

export const EVENTS: Lanes = { rows: 'events', batches: 'event_batches', lanes: 'event_lanes' }
