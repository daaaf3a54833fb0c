import { per } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  addresses: {
    tenant_id: 'id',
    id: 'id',
    customer_id: 'id',
    type: 'fact',
    country: 'fact',
    is_default: 'fact',
    verification: 'fact',
    checked_at: 'fact',
    check_at: 'fact',
    check_tries: 'fact',
    created_at: 'fact',
    updated_at: 'fact',
    deleted_at: 'fact',
    version: 'fact',
    sealed: 'sealed',
  },
}).grows({
  addresses: { since: 'created_at', bound: per('customer; removed ones can be restored until the erasure') },
})
