import { route } from '../../kit/endpoint.ts'
import { clearCart, putCart, readCart } from './cart.ts'
import * as api from './contract.ts'

export const routes = [route(api.read, readCart), route(api.put, putCart), route(api.clear, clearCart)]
