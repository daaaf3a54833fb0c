import type { Module } from '../../kit/module.ts'
import { closeDays } from './counting/closed-days.ts'
import { foldStatistics } from './counting/fold.ts'
import { countChanges, countHappenings } from './counting/follow.ts'
import { goOnCounting } from './counting/rebuild.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { rebuildStatistics } from './counting/rebuild.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    statistics: true
  }
}

export const statistics: Module = {
  name: 'statistics',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'fold-statistics',
      cron: '*/10 * * * *',
      summary: 'Compacts the counts of figures into one row for each figure and day',
      run: foldStatistics,
    },
    {
      name: 'close-statistics',
      cron: '11 * * * *',
      summary: 'Counts points and consents of the days that are over',
      run: closeDays,
    },
  ],
  followers: [countChanges, countHappenings],
  subscribers: [],
  errands: [
    {
      name: 'count-customers',
      nudge: 'statistics',
      everyMs: 60_000,
      find: 'select distinct tenant_id from statistics_counting where finished_at is null',
      run: goOnCounting,
    },
  ],
  events: [],
  personalData,
}
