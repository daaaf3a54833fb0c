import { counted } from '../../../../kit/counted.ts'
import { phasedRoute, route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { finishOidc } from './finish.ts'
import { giveNonce, signInByIdToken } from './id-token.ts'
import { beginLink, listLinks, unlink } from './links.ts'
import { beginOidc, startOidc } from './start.ts'
import { beginProviderStepUp } from './step-up.ts'

export const routes = [
  phasedRoute(api.startOidc, startOidc),
  phasedRoute(api.beginOidc, beginOidc),
  phasedRoute(api.finishOidc, finishOidc),
  phasedRoute(api.oidcNonce, giveNonce),
  phasedRoute(api.signInByIdToken, counted('oidc', signInByIdToken)),
  route(api.listLinks, listLinks),
  phasedRoute(api.beginLink, beginLink),
  route(api.unlink, unlink),
  phasedRoute(api.stepUpByProvider, beginProviderStepUp),
]
