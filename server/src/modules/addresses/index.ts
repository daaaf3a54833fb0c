import type { Module } from '../../kit/module.ts'
import { attributes } from './attributes.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { queueUnchecked, recheckAddresses } from './recheck.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'
import { addressChangeRule, newAddressRule } from './unfit.ts'

export { describe as describeAddress, hearAddresses, storeAddress } from './add.ts'
export { addressFiguresOf } from './figures.ts'
export { type Place, placesOf } from './places.ts'
export { getAddress, listAddresses } from './read.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    addresses: true
  }
}

export const addresses: Module = {
  name: 'addresses',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'queue-unchecked-addresses',
      cron: '23 2 * * *',
      summary: 'Validates addresses that were stored before a provider was configured',
      run: queueUnchecked,
    },
  ],
  attributes,
  subscribers: [],
  errands: [
    {
      name: 'recheck-addresses',
      nudge: 'addresses',
      everyMs: 30_000,
      find: 'select distinct tenant_id from addresses where check_at <= now()',
      run: recheckAddresses,
    },
  ],
  events: Object.values(events),
  personalData,
  fieldRules: [newAddressRule, addressChangeRule],
}
