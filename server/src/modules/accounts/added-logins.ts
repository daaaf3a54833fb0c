import { counted } from '../../kit/counted.ts'
import { phasedRoute, route } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { finishOidc } from './oidc/finish.ts'
import { giveNonce, signInByIdToken } from './oidc/id-token.ts'
import { beginLink, listLinks, unlink } from './oidc/links.ts'
import { changeOidcSettings, listProviders, readOidcSettings } from './oidc/settings.ts'
import { beginOidc, startOidc } from './oidc/start.ts'
import { beginProviderStepUp } from './oidc/step-up.ts'
import { listPasskeys, removePasskey, renamePasskey } from './passkeys/own.ts'
import { addPasskey, beginPasskey } from './passkeys/register.ts'
import { beginPasskeySignIn, signInByPasskey } from './passkeys/sign-in.ts'
import { stepUpByPasskey } from './passkeys/step-up.ts'

/** Providers and passkeys. */
export const addedLogins = [
  route(api.readOidcSettings, readOidcSettings),
  route(api.changeOidcSettings, changeOidcSettings),
  route(api.listProviders, listProviders),
  phasedRoute(api.startOidc, startOidc),
  phasedRoute(api.beginOidc, beginOidc),
  phasedRoute(api.finishOidc, finishOidc),
  phasedRoute(api.oidcNonce, giveNonce),
  phasedRoute(api.signInByIdToken, counted('oidc', signInByIdToken)),
  route(api.listLinks, listLinks),
  phasedRoute(api.beginLink, beginLink),
  route(api.unlink, unlink),
  phasedRoute(api.stepUpByProvider, beginProviderStepUp),
  phasedRoute(api.beginPasskey, beginPasskey),
  phasedRoute(api.addPasskey, addPasskey),
  route(api.listPasskeys, listPasskeys),
  route(api.renamePasskey, renamePasskey),
  route(api.removePasskey, removePasskey),
  phasedRoute(api.beginPasskeySignIn, beginPasskeySignIn),
  phasedRoute(api.signInByPasskey, counted('passkey', signInByPasskey)),
  phasedRoute(api.stepUpByPasskey, counted('step_up', stepUpByPasskey)),
]
