import { phasedRoute } from '../../kit/endpoint.ts'
import { type Module, noPersonalData } from '../../kit/module.ts'
import { query } from './contract.ts'
import { runQuery } from './run.ts'

/** Another way to the same operations. */
export const graphql: Module = {
  name: 'graphql',
  tables: {},
  growth: {},
  routes: [phasedRoute(query, runQuery)],
  jobs: [],
  subscribers: [],
  errands: [],
  events: [],
  personalData: noPersonalData,
}
