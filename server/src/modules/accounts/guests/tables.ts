import { tables } from '../../../kit/context.ts'

export const sql = tables({
  guest_tokens: {
    tenant_id: 'id',
    customer_id: 'id',
    digest: 'digest',
    created_at: 'fact',
    expires_at: 'fact',
    used_at: 'fact',
  },
})
