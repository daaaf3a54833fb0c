import { counted } from '../../../../kit/counted.ts'
import { phasedRoute } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { signInByEmail, signInByPhone } from './sign-in.ts'

export const routes = [
  phasedRoute(api.phone, counted('phone', signInByPhone)),
  phasedRoute(api.email, counted('email', signInByEmail)),
]
