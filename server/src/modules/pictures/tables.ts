import { per } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  customer_pictures: { tenant_id: 'id', customer_id: 'id', sealed: 'sealed', changed_at: 'fact' },
}).grows({
  customer_pictures: { since: 'changed_at', bound: per('customer, until the erasure') },
})
