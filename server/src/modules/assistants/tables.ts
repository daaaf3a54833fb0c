import { until } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  proposals: {
    tenant_id: 'id',
    id: 'id',
    operation: 'fact',
    customer_id: 'id',
    about: 'id',
    digest: 'digest',
    sealed: 'sealed',
    asked_by: 'id',
    asked_at: 'fact',
    expires_at: 'fact',
  },
}).grows({
  proposals: { since: 'asked_at', bound: until('forget-proposals', 'a day; gone when it is confirmed or refused') },
})
