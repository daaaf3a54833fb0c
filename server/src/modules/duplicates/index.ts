import type { Module } from '../../kit/module.ts'
import { trainWhenDue } from './model/train.ts'
import { noteOutdated, reopenUnmerged } from './outdated.ts'
import { personalData } from './personal-data.ts'
import { findDuplicates } from './refresh.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { likelyCustomers } from './match.ts'
export { LEAST_CUSTOMERS, trainModel } from './model/train.ts'
export { lookAtOutdated } from './refresh.ts'
export { explainCustomers } from './suggestions/list.ts'
export { openDuplicates } from './suggestions/statistics.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    duplicates: true
  }
}

export const duplicates: Module = {
  name: 'duplicates',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'train-duplicates',
      cron: '41 1 * * *',
      summary:
        'Learns from the customers what makes two of them one person: first, and when they have become many more',
      run: trainWhenDue,
    },
  ],
  followers: [noteOutdated, reopenUnmerged],
  subscribers: [],
  errands: [
    {
      name: 'find-duplicates',
      nudge: 'duplicates',
      everyMs: 30_000,
      find: 'select distinct tenant_id from duplicate_people where outdated',
      run: findDuplicates,
    },
  ],
  events: [],
  personalData,
}
