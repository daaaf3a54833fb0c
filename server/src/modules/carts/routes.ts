import { route } from '../../kit/endpoint.ts'
import { forOwnCustomerOrGuest } from '../customers/index.ts'
import { clearCart, putCart, readCart } from './cart.ts'
import * as api from './contract.ts'

export const routes = [
  route(api.read, readCart),
  route(api.put, putCart),
  route(api.clear, clearCart),
  route(api.readOwn, forOwnCustomerOrGuest(readCart)),
  route(api.putOwn, forOwnCustomerOrGuest(putCart)),
  route(api.clearOwn, forOwnCustomerOrGuest(clearCart)),
]
