import { phasedRoute, route } from '../../../kit/endpoint.ts'
import { readSignInSettings } from '../login/settings.ts'
import { checkToken } from './check-token.ts'
import * as api from './contract.ts'
import { changeSignInSettings } from './decide-sign-in.ts'
import { logout, refreshSession } from './refresh.ts'

export const routes = [
  phasedRoute(api.refresh, refreshSession),
  phasedRoute(api.logout, logout),
  phasedRoute(api.token, checkToken),
  route(api.readSettings, readSignInSettings),
  route(api.changeSettings, changeSignInSettings),
]
