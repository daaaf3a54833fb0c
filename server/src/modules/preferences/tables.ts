import { tables } from '../../kit/context.ts'

export const sql = tables({
  customer_preferences: {
    tenant_id: 'id',
    customer_id: 'id',
    held_by: 'id',
    sealed: 'sealed',
    version: 'fact',
    updated_at: 'fact',
  },
})
