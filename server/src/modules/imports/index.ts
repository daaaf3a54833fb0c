import type { Module } from '../../kit/module.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { forgetImports } from './run/forget.ts'
import { runImports } from './run/work.ts'
import { sql } from './tables.ts'

export { readRules } from './columns/plan.ts'
export { changePlan } from './file/change-plan.ts'
export { createImport, finishUpload, putPart } from './file/upload.ts'
export { PART_BYTES } from './limits.ts'
export { getImport } from './run/list.ts'
export { listAside } from './run/list-aside.ts'
export { checkImport, resumeImport, runImport, undoImport } from './run/steps.ts'
export { workOn } from './run/work.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    imports: true
  }
}

export const imports: Module = {
  name: 'imports',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'forget-imports',
      cron: '41 3 * * *',
      summary:
        'Deletes files, refused rows and replaced values of imports after 30 days, and uploads that have not gone on for a day',
      forgets: true,
      run: forgetImports,
    },
  ],
  subscribers: [],
  errands: [runImports],
  events: Object.values(events),
  personalData,
}
