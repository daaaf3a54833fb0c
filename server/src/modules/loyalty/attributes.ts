import { sql as raw } from 'kysely'
import type { Of } from '../../kit/attributes.ts'
import type { Attribute } from '../../kit/context.ts'
import {
  OrderCancelled,
  OrderDelivered,
  OrderPaid,
  OrderPlaced,
  OrderRefunded,
  OrdersProved,
} from '../orders/events.ts'
import { CustomerLoyaltyTierUpdated } from './events.ts'

const changedBy = [OrderPlaced, OrdersProved, OrderRefunded, OrderCancelled]

/** The orders that count; without those under a phone that a stranger may have typed. */
const rows: Attribute['rows'] = ({ tenant, customer }) => raw`loyalty_orders placed
   where placed.tenant_id = ${tenant} and placed.customer_id = ${customer} and not placed.cancelled and not placed.awaits_proof`

/** Of those from the begin of the window. */
const placed = (what: string, { since }: Pick<Of, 'since'>, which = 'true') =>
  raw`${raw.raw(what)} filter (where ${raw.raw(which)} and placed.at > ${since})`

export const attributes: readonly Attribute[] = [
  {
    key: 'loyaltyTier',
    label: { en: 'Loyalty tier', ar: 'فئة الولاء' },
    type: 'word',
    changedBy: [CustomerLoyaltyTierUpdated],
    read: () => raw.ref('customers.loyalty_tier'),
  },
  {
    key: 'spent',
    label: { en: 'Spent', ar: 'المشتريات' },
    type: 'money',
    changedBy: [...changedBy, OrderPaid, OrderDelivered],
    rows,
    read: (of) =>
      raw`coalesce(${placed('sum(placed.counted - placed.counted_refunded)', of, 'not placed.awaits_sale')}, 0)::bigint`,
    earliest: (of) => placed('min(placed.at)', of),
  },
  {
    key: 'orders',
    label: { en: 'Orders', ar: 'عدد الطلبات' },
    type: 'number',
    changedBy,
    rows,
    read: (of) => placed('count(*)', of),
    earliest: (of) => placed('min(placed.at)', of),
  },
  {
    key: 'lastOrder',
    label: { en: 'Last order', ar: 'آخر طلب' },
    type: 'time',
    changedBy,
    rows,
    read: (of) => placed('max(placed.at)', of),
  },
  {
    key: 'firstOrder',
    label: { en: 'First order', ar: 'أول طلب' },
    type: 'time',
    changedBy,
    rows,
    read: (of) => placed('min(placed.at)', of),
  },
]
