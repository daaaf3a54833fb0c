import { counted } from '../../../../kit/counted.ts'
import { phasedRoute, route } from '../../../../kit/endpoint.ts'
import { askForReset } from './ask-for-reset.ts'
import { changePassword } from './change-password.ts'
import * as api from './contract.ts'
import { register } from './register.ts'
import { resetPassword } from './reset-password.ts'
import { signIn } from './sign-in.ts'
import { resendVerification, verifyEmail } from './verify-email.ts'

export const routes = [
  phasedRoute(api.register, counted('registration', register)),
  phasedRoute(api.login, counted('password', signIn)),
  phasedRoute(api.verifyEmail, verifyEmail),
  route(api.resendVerification, resendVerification),
  phasedRoute(api.forgotPassword, askForReset),
  phasedRoute(api.resetPassword, resetPassword),
  phasedRoute(api.changePassword, changePassword),
]
