import type { Module } from '../../kit/module.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { mergeCustomers, rehearseMerge } from './merge.ts'
export { standingMerges } from './standing.ts'
export { unmergeCustomers } from './unmerge.ts'

export const merging: Module = {
  name: 'merging',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [],
  subscribers: [],
  errands: [],
  events: Object.values(events),
  personalData,
}
