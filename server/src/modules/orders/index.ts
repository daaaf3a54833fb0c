import type { Module } from '../../kit/module.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { proveOrders } from './placing/after-proof.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { cancelOrder, deliverOrder, payOrder } from './acts/record.ts'
export { refundOrder } from './acts/refund.ts'
export { addPaymentMethod } from './cards/methods.ts'
export { reportingCurrency } from './order/settings.ts'
export { moneyOf } from './placing/money.ts'
export { type PastOrder, recordPastOrders } from './placing/past.ts'
export { recordOrder } from './placing/place.ts'
export { customerMeant } from './placing/who.ts'
export { findOrderId, goneBefore, type OrderFacts, orderFacts, ordersOf } from './reading/facts.ts'
export { orderMoments } from './reading/moments.ts'
export { claimSource } from './sources/sources.ts'
export { compareTotals, rebuildTotals } from './totals/rebuild.ts'

export const orders: Module = {
  name: 'orders',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [],
  followers: [proveOrders],
  subscribers: [],
  errands: [],
  events: Object.values(events),
  personalData,
}
