import { counted } from '../../../../kit/counted.ts'
import { phasedRoute, route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { lockTill } from './lock.ts'
import { pairTill } from './pair.ts'
import { listTills, registerTill, revokeTill } from './registry.ts'
import { listOperators, setPin, signInByPin } from './sign-in.ts'

export const routes = [
  route(api.registerTill, registerTill),
  route(api.listTills, listTills),
  route(api.revokeTill, revokeTill),
  phasedRoute(api.pairTill, pairTill),
  phasedRoute(api.setPin, setPin),
  phasedRoute(api.operators, listOperators),
  phasedRoute(api.signInByPin, counted('pin', signInByPin)),
  route(api.lockTill, lockTill),
]
