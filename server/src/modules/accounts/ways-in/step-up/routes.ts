import { counted } from '../../../../kit/counted.ts'
import { phasedRoute, route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { stepUp } from './step-up.ts'
import { sendStepUpCode } from './step-up-by-phone.ts'

export const routes = [phasedRoute(api.stepUp, counted('step_up', stepUp)), route(api.sendStepUpCode, sendStepUpCode)]
