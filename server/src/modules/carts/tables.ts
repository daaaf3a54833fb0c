import { per } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  cart_lines: {
    tenant_id: 'id',
    customer_id: 'id',
    sku: 'id',
    quantity: 'fact',
    unit_price: 'fact',
    position: 'fact',
    details: 'sealed',
  },
}).grows({
  cart_lines: { since: null, bound: per('customer; those of guests go with expire-guests') },
})
