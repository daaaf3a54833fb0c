import { route } from '../../kit/endpoint.ts'
import { sql } from '../../kit/job-runs.ts'
import { type Module, noPersonalData } from '../../kit/module.ts'
import * as api from './contract.ts'
import { listJobs } from './list.ts'
import { askForRun, runAsked } from './run-now.ts'

export { countFailedJobs } from './list.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    jobs: true
  }
}

export const jobs: Module = {
  name: 'jobs',
  tables: sql.classes,
  growth: sql.growth,
  routes: [route(api.listJobs, listJobs), route(api.runJob, askForRun)],
  jobs: [],
  subscribers: [],
  errands: [runAsked],
  events: [],
  personalData: noPersonalData,
}
