import type { Module } from '../../kit/module.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { type NewMessage, sendMessage } from './send.ts'
export type { Channel, TemplateName } from './templates.ts'

export const messages: Module = {
  name: 'messages',
  tables: sql.classes,
  routes,
  jobs: [],
  subscribers: [],
  errands: [],
  events: [],
  personalData,
}
