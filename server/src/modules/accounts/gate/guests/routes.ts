import { phasedRoute, route } from '../../../../kit/endpoint.ts'
import { adoptOwnGuest } from './adopt.ts'
import { beginGuest } from './begin.ts'
import * as api from './contract.ts'

export const routes = [phasedRoute(api.beginGuest, beginGuest), route(api.adoptGuest, adoptOwnGuest)]
