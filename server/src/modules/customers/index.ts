import type { Module } from '../../kit/module.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'
import { foldTally } from './tally.ts'

export { createCustomers } from './create.ts'
export { lockPair } from './merge.ts'
export { keyOf, requireRow } from './person.ts'
export { type SilentCustomer, silentCustomers, staleGuests } from './retention.ts'
export { rotateKeys } from './rotate-keys.ts'
export { deactivateCustomer } from './status.ts'
export { everyoneIn, keysOf, survivorOf } from './survivor.ts'
export { rebuildTally } from './tally.ts'

export const customers: Module = {
  name: 'customers',
  tables: sql.classes,
  routes,
  jobs: [
    {
      name: 'fold-customer-tally',
      cron: '*/5 * * * *',
      summary: 'Folds the differences of the customer counts into one row per kind',
      run: foldTally,
    },
  ],
  subscribers: [],
  errands: [],
  events: Object.values(events),
  personalData,
}
