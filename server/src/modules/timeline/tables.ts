import { per } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  customer_notes: {
    tenant_id: 'id',
    id: 'id',
    customer_id: 'id',
    at: 'fact',
    actor: 'id',
    pinned: 'fact',
    sealed: 'sealed',
  },
}).grows({
  customer_notes: { since: 'at', bound: per('customer, 500 each; gone with the erasure') },
})
