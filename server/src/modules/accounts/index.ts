import type { Module } from '../../kit/module.ts'
import { sendResetLinks } from './ask-for-reset.ts'
import { endWhenPutAway } from './end-when-put-away.ts'
import * as events from './events.ts'
import { sql as guests } from './guests/tables.ts'
import { sql as handOvers } from './hand-overs/tables.ts'
import { passwordRule } from './passwords/rules.ts'
import { personalData } from './personal-data.ts'
import * as phoneEvents from './phone/events.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'
import { tidySignIns } from './tidy.ts'
import { sql as tills } from './tills/tables.ts'
import { rotateSigningKeys } from './tokens/signing-keys.ts'

export {
  customerOfProvedPhone,
  hasUnconfirmedEmail,
  loginsOf,
  phoneHistory,
  provesEmail,
  wantsConfirmedEmail,
} from './checkout.ts'
export { serveAuth } from './grpc.ts'
export { guestAuthenticator } from './guests/identify.ts'
export { sessionAuthenticator, tenantOfCookies } from './identify.ts'
export { BCRYPT_COST } from './passwords/hash.ts'
export { useProof } from './phone/use-proof.ts'
export { TAKEN } from './proofs.ts'
export { withLogin } from './prove-email.ts'
export { addOwner } from './staff/add-owner.ts'
export { invite as inviteStaff } from './staff/invite.ts'
export { staffToTell } from './staff/to-tell.ts'
export { tillOf } from './tills/sessions.ts'
export { rotateSigningKeys } from './tokens/signing-keys.ts'
export { takeProof } from './upgrade/verify-contact.ts'
export { withProof } from './upgrade/with-proof.ts'

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
