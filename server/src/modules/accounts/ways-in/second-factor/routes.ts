import { counted } from '../../../../kit/counted.ts'
import { phasedRoute, route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { enrolAtSignIn, finishSignIn, sendSmsAtSignIn } from './finish.ts'
import {
  beginOwnSms,
  beginOwnTotp,
  confirmOwnSms,
  confirmOwnTotp,
  removeOwnSms,
  removeOwnTotp,
  renewOwnRecoveryCodes,
} from './set-up.ts'

export const routes = [
  phasedRoute(api.finishSignIn, counted('second_factor', finishSignIn)),
  route(api.enrolAtSignIn, enrolAtSignIn),
  route(api.sendSmsAtSignIn, sendSmsAtSignIn),
  route(api.beginSms, beginOwnSms),
  phasedRoute(api.confirmSms, confirmOwnSms),
  route(api.removeSms, removeOwnSms),
  route(api.beginTotp, beginOwnTotp),
  phasedRoute(api.confirmTotp, confirmOwnTotp),
  route(api.removeTotp, removeOwnTotp),
  route(api.renewRecoveryCodes, renewOwnRecoveryCodes),
]
