import { until } from '../../../../kit/growth.ts'
import { tables } from '../../../../kit/tables.ts'

export const sql = tables({
  guest_tokens: {
    tenant_id: 'id',
    customer_id: 'id',
    digest: 'digest',
    created_at: 'fact',
    expires_at: 'fact',
    used_at: 'fact',
  },
}).grows({
  guest_tokens: { since: 'created_at', bound: until('tidy-sign-ins', 'until used or expired') },
})
