import { phasedRoute, route } from '../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { logOutEverywhere } from './log-out-everywhere.ts'
import { endOwnSession, listSessions } from './sessions.ts'
import { jwks } from './tokens/jwks.ts'

export const routes = [
  phasedRoute(api.logoutAll, logOutEverywhere),
  route(api.sessions, listSessions),
  route(api.endSession, endOwnSession),
  route(api.wellKnownJwks, (ctx) => jwks(ctx, {})),
  route(api.jwks, jwks),
]
