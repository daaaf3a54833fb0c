import { counted } from '../../../../kit/counted.ts'
import { phasedRoute, route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { listPasskeys, removePasskey, renamePasskey } from './own.ts'
import { addPasskey, beginPasskey } from './register.ts'
import { beginPasskeySignIn, signInByPasskey } from './sign-in.ts'
import { stepUpByPasskey } from './step-up.ts'

export const routes = [
  phasedRoute(api.beginPasskey, beginPasskey),
  phasedRoute(api.addPasskey, addPasskey),
  route(api.listPasskeys, listPasskeys),
  route(api.renamePasskey, renamePasskey),
  route(api.removePasskey, removePasskey),
  phasedRoute(api.beginPasskeySignIn, beginPasskeySignIn),
  phasedRoute(api.signInByPasskey, counted('passkey', signInByPasskey)),
  phasedRoute(api.stepUpByPasskey, counted('step_up', stepUpByPasskey)),
]
