import type { Module } from '../../kit/module.ts'
import { attributes } from './attributes.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { phoneRule } from './phone-rule.ts'
import { renewSearch } from './renew-search.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'
import { foldTally } from './tally.ts'

export { type Names, readAcquaintance, readmitCustomer } from './acquaintance.ts'
export { believedTotals, setLastOrder, type Totals, writeTotals } from './activity.ts'
export { type Admission, admissionOf, mayReturn, welcomeCustomer } from './admission.ts'
export { apartAgain } from './apart.ts'
export { customersWithAttributes } from './attributes.ts'
export { changeCustomer } from './change.ts'
export { type ComparedCustomer, comparedCustomers, comparedPage, heldCustomers } from './compared.ts'
export { contactsOf, customersAmong } from './contacts.ts'
export { countryMeant } from './country-meant.ts'
export { checkNewCustomer, createCustomer, createCustomers, registerCustomer } from './create.ts'
export { type CustomerFigures, figuresOf } from './figures.ts'
export { changesOf } from './history.ts'
export { contactDigest, contactsToForget, findHolders, identifierHistory } from './identifiers.ts'
export { customerKey, customerKeys, findKeyHolder, type KeyHolder, keyHolder } from './key-holder.ts'
export { findKnown } from './known.ts'
export { birthDateOf, writeLoyaltyTiers } from './loyalty-tier.ts'
export { lockPair } from './merge.ts'
export { featuresSaid, knownSince, type Milestones, milestonesAfter, ordersCounted } from './milestones.ts'
export { forOwnCustomer, forOwnCustomerOrGuest, readOwnProfile } from './own-customer.ts'
export {
  changeOwnFields,
  checkOwnValues,
  ownValuesBack,
  readOwnFields,
  withOwnValues,
} from './own-fields/own-fields.ts'
export { keyOf, refuseRestricted, requireRow } from './person.ts'
export { countryOfPhone, maskEmail, maskPhone, normalisePhone, requirePhone } from './phone.ts'
export { changePrimaryContact, readContacts } from './primary-contact.ts'
export { confirmContact, holderOf, releaseContact } from './prove.ts'
export { getCustomer, namesOf, numbersOf, readNames, versionsOf } from './read.ts'
export { examineCustomers } from './repair.ts'
export { countRestricted, liftRestriction, restrictCustomer, restrictedSince } from './restriction.ts'
export { everybody, type SilentCustomer, silentCustomers, staleGuests } from './retention.ts'
export { rotateKeys } from './rotate-keys.ts'
export { noteSeen } from './seen.ts'
export { countCustomers, lockCustomers, segmentsOf, writeSegments } from './segment.ts'
export { deactivateCustomer } from './status.ts'
export { everyoneIn, findNumbered, keysOf, survivorOf, survivorsAmong } from './survivor.ts'
export { compareTally, rebuildTally } from './tally.ts'
export { believedTiers, writeTier } from './tier.ts'
export { GUEST_NAME } from './type-of.ts'

export const customers: Module = {
  name: 'customers',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'fold-customer-tally',
      cron: '*/5 * * * *',
      summary: 'Compacts the customer counts into one row per kind',
      run: foldTally,
    },
    {
      name: 'renew-search',
      cron: '* * * * *',
      summary: 'Gives customers stored by an earlier release the search tokens of this one, 50,000 at a time',
      run: renewSearch,
    },
  ],
  attributes,
  subscribers: [],
  errands: [],
  events: Object.values(events),
  personalData,
  fieldRules: [phoneRule],
}
