import { until } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  verification_codes: {
    tenant_id: 'id',
    id: 'id',
    type: 'fact',
    contact: 'digest',
    purpose: 'fact',
    code: 'digest',
    attempts: 'fact',
    handle: 'digest',
    asker: 'digest',
    stray_attempts: 'fact',
    created_at: 'fact',
    expires_at: 'fact',
    verified_at: 'fact',
  },
  verification_tokens: {
    tenant_id: 'id',
    id: 'id',
    purpose: 'fact',
    type: 'fact',
    contact: 'digest',
    sealed: 'sealed',
    created_at: 'fact',
    expires_at: 'fact',
    used_at: 'fact',
  },
  verification_counts: {
    tenant_id: 'id',
    window_of: 'fact',
    subject: 'digest',
    since: 'fact',
    ends_at: 'fact',
    count: 'fact',
  },
}).grows({
  verification_codes: { since: 'created_at', bound: until('forget-verification-codes', '1 hour after their end') },
  verification_tokens: { since: 'created_at', bound: until('forget-verification-codes', '1 hour after their end') },
  verification_counts: { since: 'since', bound: until('forget-verification-codes', 'until their window is over') },
})
