import type { Module } from '../../kit/module.ts'
import { forgetCodes } from './forget.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { type Checked, checkCode, codeRefused, type GivenCode, purposesWaiting } from './check-code.ts'
export type { Purpose } from './purposes.ts'
export { sendCode } from './send-code.ts'
export { useVerification } from './token.ts'

export const verification: Module = {
  name: 'verification',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'forget-verification-codes',
      cron: '*/15 * * * *',
      summary: 'Deletes codes and verification tokens an hour after they expired, and expired counters',
      forgets: true,
      run: forgetCodes,
    },
  ],
  subscribers: [],
  errands: [],
  events: [],
  personalData,
}
