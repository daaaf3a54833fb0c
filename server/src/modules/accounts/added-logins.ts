import { counted } from '../../kit/counted.ts'
import { phasedRoute, route } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { finishOidc } from './ways-in/oidc/finish.ts'
import { giveNonce, signInByIdToken } from './ways-in/oidc/id-token.ts'
import { beginLink, listLinks, unlink } from './ways-in/oidc/links.ts'
import { beginOidc, startOidc } from './ways-in/oidc/start.ts'
import { beginProviderStepUp } from './ways-in/oidc/step-up.ts'
import { listPasskeys, removePasskey, renamePasskey } from './ways-in/passkeys/own.ts'
import { addPasskey, beginPasskey } from './ways-in/passkeys/register.ts'
import { beginPasskeySignIn, signInByPasskey } from './ways-in/passkeys/sign-in.ts'
import { stepUpByPasskey } from './ways-in/passkeys/step-up.ts'
import { changeOidcSettings, listProviders, readOidcSettings } from './ways-in/providers/settings.ts'

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
