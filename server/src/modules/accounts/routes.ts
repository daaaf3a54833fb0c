import { counted } from '../../kit/counted.ts'
import { phasedRoute, route } from '../../kit/endpoint.ts'
import { aboutOneself } from '../customers/index.ts'
import { addedLogins } from './added-logins.ts'
import { dismissHandOver, mergeHandOver } from './claims/hand-overs/decide.ts'
import { listHandOvers } from './claims/hand-overs/list.ts'
import * as api from './contract.ts'
import { checkToken } from './gate/check-token.ts'
import { changeSignInSettings } from './gate/decide-sign-in.ts'
import { adoptOwnGuest } from './gate/guests/adopt.ts'
import { beginGuest } from './gate/guests/begin.ts'
import { logout, refreshSession } from './gate/refresh.ts'
import { readSignInSettings } from './login/settings.ts'
import { listStaff } from './login/staff/members.ts'
import { changeContact } from './people/contacts/change.ts'
import { readMe } from './people/me/me.ts'
import { accountsOfCustomer } from './people/of-customer/accounts-of-customer.ts'
import {
  endCustomerSession,
  endCustomerSessions,
  sessionsOfCustomer,
} from './people/of-customer/sessions-of-customer.ts'
import { changeRole, disableStaff, enableStaff } from './people/staff/change.ts'
import { acceptInvitation, inviteStaff } from './people/staff/invite.ts'
import { signInsByDay } from './people/statistics/days.ts'
import { createWholeCustomer } from './people/upgrade/create-customer.ts'
import { upgradeCustomer } from './people/upgrade/upgrade.ts'
import { verifyContact, verifyOwnContact } from './people/upgrade/verify-contact.ts'
import { logOutEverywhere } from './session/log-out-everywhere.ts'
import { endOwnSession, listSessions } from './session/sessions.ts'
import { lockTill } from './session/till/sessions.ts'
import { jwks } from './session/tokens/jwks.ts'
import { signInByEmail, signInByPhone } from './ways-in/code/sign-in.ts'
import { askForReset } from './ways-in/password/ask-for-reset.ts'
import { changePassword } from './ways-in/password/change-password.ts'
import { register } from './ways-in/password/register.ts'
import { resetPassword } from './ways-in/password/reset-password.ts'
import { signIn } from './ways-in/password/sign-in.ts'
import { resendVerification, verifyEmail } from './ways-in/password/verify-email.ts'
import { enrolAtSignIn, finishSignIn, sendSmsAtSignIn } from './ways-in/second-factor/finish.ts'
import {
  beginOwnSms,
  beginOwnTotp,
  confirmOwnSms,
  confirmOwnTotp,
  removeOwnSms,
  removeOwnTotp,
  renewOwnRecoveryCodes,
} from './ways-in/second-factor/set-up.ts'
import { stepUp } from './ways-in/step-up/step-up.ts'
import { sendStepUpCode } from './ways-in/step-up/step-up-by-phone.ts'
import { pairTill } from './ways-in/till/pair.ts'
import { listTills, registerTill, revokeTill } from './ways-in/till/registry.ts'
import { listOperators, setPin, signInByPin } from './ways-in/till/sign-in.ts'

export const routes = [
  phasedRoute(api.register, counted('registration', register)),
  phasedRoute(api.verifyEmail, verifyEmail),
  route(api.resendVerification, resendVerification),
  phasedRoute(api.login, counted('password', signIn)),
  phasedRoute(api.createCustomer, createWholeCustomer),
  phasedRoute(api.upgrade, upgradeCustomer),
  phasedRoute(api.verifyContact, verifyContact),
  phasedRoute(api.verifyOwnContact, aboutOneself(verifyOwnContact)),
  route(api.changeContact, changeContact),
  phasedRoute(api.phone, counted('phone', signInByPhone)),
  phasedRoute(api.email, counted('email', signInByEmail)),
  phasedRoute(api.beginGuest, beginGuest),
  route(api.adoptGuest, adoptOwnGuest),
  phasedRoute(api.finishSignIn, counted('second_factor', finishSignIn)),
  phasedRoute(api.refresh, refreshSession),
  phasedRoute(api.logout, logout),
  phasedRoute(api.logoutAll, logOutEverywhere),
  route(api.me, readMe),
  phasedRoute(api.token, checkToken),
  route(api.sessions, listSessions),
  route(api.endSession, endOwnSession),
  phasedRoute(api.forgotPassword, askForReset),
  phasedRoute(api.resetPassword, resetPassword),
  phasedRoute(api.changePassword, changePassword),
  phasedRoute(api.stepUp, counted('step_up', stepUp)),
  route(api.sendStepUpCode, sendStepUpCode),
  route(api.enrolAtSignIn, enrolAtSignIn),
  route(api.sendSmsAtSignIn, sendSmsAtSignIn),
  route(api.beginSms, beginOwnSms),
  phasedRoute(api.confirmSms, confirmOwnSms),
  route(api.removeSms, removeOwnSms),
  route(api.beginTotp, beginOwnTotp),
  phasedRoute(api.confirmTotp, confirmOwnTotp),
  route(api.removeTotp, removeOwnTotp),
  route(api.renewRecoveryCodes, renewOwnRecoveryCodes),
  route(api.wellKnownJwks, (ctx) => jwks(ctx, {})),
  route(api.jwks, jwks),
  route(api.readSettings, readSignInSettings),
  route(api.changeSettings, changeSignInSettings),
  route(api.listStaff, listStaff),
  route(api.inviteStaff, inviteStaff),
  phasedRoute(api.acceptInvitation, acceptInvitation),
  route(api.changeRole, changeRole),
  route(api.disableStaff, disableStaff),
  route(api.enableStaff, enableStaff),
  route(api.signInsByDay, signInsByDay),
  route(api.accountsOfCustomer, accountsOfCustomer),
  route(api.sessionsOfCustomer, sessionsOfCustomer),
  route(api.endCustomerSession, endCustomerSession),
  route(api.endCustomerSessions, endCustomerSessions),
  ...addedLogins,
  route(api.registerTill, registerTill),
  route(api.listTills, listTills),
  route(api.revokeTill, revokeTill),
  phasedRoute(api.pairTill, pairTill),
  phasedRoute(api.setPin, setPin),
  phasedRoute(api.operators, listOperators),
  phasedRoute(api.signInByPin, counted('pin', signInByPin)),
  route(api.lockTill, lockTill),
  route(api.listHandOvers, listHandOvers),
  route(api.mergeHandOver, mergeHandOver),
  route(api.dismissHandOver, dismissHandOver),
]
