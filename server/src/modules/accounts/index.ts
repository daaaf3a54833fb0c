import type { Module } from '../../kit/module.ts'
import * as phoneEvents from './claims/hand-overs/events.ts'
import { sql as handOvers } from './claims/hand-overs/tables.ts'
import { sql as guests } from './gate/guests/tables.ts'
import * as events from './login/events.ts'
import { passwordRule } from './login/passwords/rules.ts'
import { sql } from './login/tables.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { endWhenPutAway } from './session/end-when-put-away.ts'
import { sql as tills } from './session/till/tables.ts'
import { rotateSigningKeys } from './session/tokens/signing-keys.ts'
import { tidySignIns } from './tidy.ts'
import { sendResetLinks } from './ways-in/password/ask-for-reset.ts'

export { countOpenHandOvers } from './claims/hand-overs/list.ts'
export { TAKEN } from './claims/proofs.ts'
export { useProof } from './claims/use-proof.ts'
export { guestAuthenticator } from './gate/guests/identify.ts'
export { sessionAuthenticator, tenantOfCookies } from './gate/identify.ts'
export { serveAuth } from './grpc.ts'
export { withLogin } from './login/accounts.ts'
export { BCRYPT_COST } from './login/passwords/hash.ts'
export { isActiveStaff } from './login/staff/is-active.ts'
export { staffMay } from './login/staff/members.ts'
export { accountsNamed } from './login/staff/named.ts'
export { staffToNotify } from './login/staff/to-notify.ts'
export {
  customerOfProvedPhone,
  hasUnconfirmedEmail,
  loginsOf,
  phoneHistory,
  provesEmail,
  wantsConfirmedEmail,
} from './people/checkout/checkout.ts'
export { addOwner } from './people/staff/add-owner.ts'
export { invite as inviteStaff } from './people/staff/invite.ts'
export { signInsByDay } from './people/statistics/days.ts'
export { takeProof } from './people/upgrade/verify-contact.ts'
export { withProof } from './people/upgrade/with-proof.ts'
export { tillOf } from './session/till/sessions.ts'
export { rotateSigningKeys } from './session/tokens/signing-keys.ts'
export { signStatement } from './session/tokens/statement.ts'
export { countSilentTills } from './ways-in/till/registry.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    sessions: true
    'signing-keys': true
    resets: true
  }
}

export const accounts: Module = {
  name: 'accounts',
  tables: { ...sql.classes, ...handOvers.classes, ...guests.classes, ...tills.classes },
  growth: { ...sql.growth, ...handOvers.growth, ...guests.growth, ...tills.growth },
  routes,
  jobs: [
    {
      name: 'tidy-sign-ins',
      cron: '*/5 * * * *',
      summary: 'Deletes retried refreshes, expired links and attempts, and sessions 90 days after their end',
      forgets: true,
      run: tidySignIns,
    },
  ],
  followers: [endWhenPutAway],
  subscribers: [],
  errands: [
    {
      name: 'rotate-signing-keys',
      nudge: 'signing-keys',
      everyMs: 3_600_000,
      find: 'select tenant_id from tenants',
      run: rotateSigningKeys,
    },
    sendResetLinks,
  ],
  events: [...Object.values(events), ...Object.values(phoneEvents)],
  personalData,
  fieldRules: [passwordRule],
}
