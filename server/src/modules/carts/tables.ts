import { tables } from '../../kit/context.ts'

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
})
