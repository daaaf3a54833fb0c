import { counted } from '../../kit/counted.ts'
import { phasedRoute, route } from '../../kit/endpoint.ts'
import { verifyOtpOf } from './check-code.ts'
import * as api from './contract.ts'
import { sendOtpTo } from './send-code.ts'
import { changeLimits, showLimits } from './settings.ts'

export const routes = [
  route(api.sendOtp, sendOtpTo),
  // In a transaction of its own, committed before a refusal is answered.
  phasedRoute(api.verifyOtp, counted('code', verifyOtpOf)),
  route(api.readSettings, showLimits),
  route(api.changeSettings, changeLimits),
]
