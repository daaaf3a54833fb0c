import type { Module } from '../../kit/module.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { changePreferences, preferenceCheck } from './change.ts'
export { mayContact, whoIsQuiet, whoWants } from './may-contact.ts'
export { changePreferenceSchema } from './schema-operations.ts'

export const preferences: Module = {
  name: 'preferences',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [],
  subscribers: [],
  errands: [],
  events: Object.values(events),
  personalData,
}
