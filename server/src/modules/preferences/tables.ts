import { per } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  customer_preferences: {
    tenant_id: 'id',
    customer_id: 'id',
    held_by: 'id',
    sealed: 'sealed',
    version: 'fact',
    updated_at: 'fact',
  },
}).grows({
  customer_preferences: { since: 'updated_at', bound: per('customer') },
})
