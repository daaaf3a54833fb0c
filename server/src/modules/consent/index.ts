import type { Module } from '../../kit/module.ts'
import { attributes } from './attributes.ts'
import { forgetConfirmations } from './confirm.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { compareDecisions } from './compare.ts'
export { decideConsent } from './decide.ts'
export { consentMoments } from './decisions.ts'
export { decisionsByDay } from './figures.ts'
export { objectToMarketing } from './object.ts'
export { createDocument } from './publish.ts'
export { whoMayBeReached } from './reachable.ts'
export { hasConsent, publishedPurposes, statesAmong } from './state.ts'
export { unsubscribeHeaders } from './unsubscribe.ts'

export const consent: Module = {
  name: 'consent',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'forget-consent-confirmations',
      cron: '23 3 * * *',
      summary: 'Deletes expired confirmation links',
      forgets: true,
      run: forgetConfirmations,
    },
  ],
  attributes,
  subscribers: [],
  errands: [],
  events: Object.values(events),
  personalData,
}
