import type { Module } from '../../kit/module.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export const pictures: Module = {
  name: 'pictures',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [],
  subscribers: [],
  errands: [],
  events: [],
  personalData,
}
