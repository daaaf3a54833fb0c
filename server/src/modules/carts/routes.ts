import { route } from '../../kit/endpoint.ts'
import { aboutOneselfOrGuest } from '../customers/index.ts'
import { clearCart, putCart, readCart } from './cart.ts'
import * as api from './contract.ts'

export const routes = [
  route(api.read, readCart),
  route(api.put, putCart),
  route(api.clear, clearCart),
  route(api.readOwn, aboutOneselfOrGuest(readCart)),
  route(api.putOwn, aboutOneselfOrGuest(putCart)),
  route(api.clearOwn, aboutOneselfOrGuest(clearCart)),
]
