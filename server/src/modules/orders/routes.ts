import { keptRoute, route } from '../../kit/endpoint.ts'
import { forOwnCustomer } from '../customers/index.ts'
import { listSources, releaseSource } from '../tenants/index.ts'
import { cancelOrder, deliverOrder, payOrder } from './acts/record.ts'
import { refundOrder } from './acts/refund.ts'
import { addPaymentMethod, listPaymentMethods, removePaymentMethod } from './cards/methods.ts'
import * as api from './contract.ts'
import { changeOrderSettings, orderSettings, readCurrency } from './order/settings.ts'
import { placeByCaller } from './placing/place.ts'
import { getOrder, listOrders, listOwnOrders } from './reading/read.ts'
import { wholeCustomer } from './reading/whole.ts'
import { customerSignals } from './signals/signals.ts'

export const routes = [
  keptRoute(api.place, placeByCaller),
  route(api.readCurrency, readCurrency),
  route(api.get, getOrder),
  route(api.listOfCustomer, (ctx, input) => listOrders(ctx, input)),
  route(api.listOwn, forOwnCustomer(listOwnOrders)),
  route(api.pay, (ctx, input) => payOrder(ctx, input)),
  route(api.deliver, (ctx, input) => deliverOrder(ctx, input)),
  route(api.cancel, (ctx, input) => cancelOrder(ctx, input)),
  route(api.refund, refundOrder),
  route(api.signals, customerSignals),
  route(api.whole, wholeCustomer),
  route(api.listPaymentMethods, listPaymentMethods),
  route(api.addPaymentMethod, addPaymentMethod),
  route(api.removePaymentMethod, removePaymentMethod),
  route(api.listOwnPaymentMethods, forOwnCustomer(listPaymentMethods)),
  route(api.removeOwnPaymentMethod, forOwnCustomer(removePaymentMethod)),
  route(api.listSources, listSources),
  route(api.releaseSource, releaseSource),
  route(api.readSettings, orderSettings),
  route(api.changeSettings, changeOrderSettings),
]
