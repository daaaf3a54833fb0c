import { counted } from '../../kit/counted.ts'
import { keptRoute, phasedRoute, route } from '../../kit/endpoint.ts'
import { aboutOneself } from '../customers/index.ts'
import { accountsOfCustomer } from './accounts-of-customer.ts'
import { addedLogins } from './added-logins.ts'
import { askForReset } from './ask-for-reset.ts'
import { changePassword } from './change-password.ts'
import { checkToken } from './check-token.ts'
import { changeContact } from './contacts/change.ts'
import * as api from './contract.ts'
import { changeSignInSettings } from './decide-sign-in.ts'
import { adoptOwnGuest } from './guests/adopt.ts'
import { beginGuest } from './guests/begin.ts'
import { dismissHandOver, mergeHandOver } from './hand-overs/decide.ts'
import { listHandOvers } from './hand-overs/list.ts'
import { logOutEverywhere } from './log-out-everywhere.ts'
import { readMe } from './me.ts'
import { signInByEmail, signInByPhone } from './phone/sign-in.ts'
import { logout, refreshSession } from './refresh.ts'
import { register } from './register.ts'
import { resetPassword } from './reset-password.ts'
import { enrolAtSignIn, finishSignIn, sendSmsAtSignIn } from './second-factor/finish.ts'
import {
  beginOwnSms,
  beginOwnTotp,
  confirmOwnSms,
  confirmOwnTotp,
  removeOwnSms,
  removeOwnTotp,
  renewOwnRecoveryCodes,
} from './second-factor/set-up.ts'
import { endOwnSession, listSessions } from './sessions.ts'
import { endCustomerSession, endCustomerSessions, sessionsOfCustomer } from './sessions-of-customer/operations.ts'
import { readSignInSettings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { changeRole, disableStaff, enableStaff } from './staff/change.ts'
import { acceptInvitation, inviteStaff } from './staff/invite.ts'
import { listStaff } from './staff/members.ts'
import { signInsByDay } from './statistics/days.ts'
import { stepUp } from './step-up.ts'
import { sendStepUpCode } from './step-up-by-phone.ts'
import { pairTill } from './tills/pair.ts'
import { listTills, registerTill, revokeTill } from './tills/registry.ts'
import { lockTill } from './tills/sessions.ts'
import { listOperators, setPin, signInByPin } from './tills/sign-in.ts'
import { jwks } from './tokens/jwks.ts'
import { createWholeCustomer } from './upgrade/create-customer.ts'
import { upgradeCustomer } from './upgrade/upgrade.ts'
import { verifyContact, verifyOwnContact } from './upgrade/verify-contact.ts'
import { resendVerification, verifyEmail } from './verify-email.ts'

export const routes = [
  phasedRoute(api.register, counted('registration', register)),
  phasedRoute(api.verifyEmail, verifyEmail),
  route(api.resendVerification, resendVerification),
  phasedRoute(api.login, counted('password', signIn)),
  keptRoute(api.createCustomer, createWholeCustomer),
  keptRoute(api.upgrade, upgradeCustomer),
  keptRoute(api.verifyContact, verifyContact),
  keptRoute(api.verifyOwnContact, aboutOneself(verifyOwnContact)),
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
