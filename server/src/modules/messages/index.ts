import type { Module } from '../../kit/module.ts'
import { deliver } from './deliver.ts'
import { forgetMessages, forgetTexts } from './forget.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { messageMoments } from './moments.ts'
export { type NewMessage, sendMessage } from './send.ts'
export { isInboxOpen } from './way-out.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    messages: true
  }
}

export const messages: Module = {
  name: 'messages',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'forget-message-texts',
      cron: '41 3 * * *',
      summary: 'Removes texts and addresses of messages after 30 days',
      forgets: true,
      run: forgetTexts,
    },
    {
      name: 'forget-messages',
      cron: '47 3 * * *',
      summary: 'Deletes messages after the days of the business, or else KITH_MESSAGES_KEPT_DAYS',
      forgets: true,
      run: forgetMessages,
    },
  ],
  subscribers: [],
  errands: [deliver],
  events: [],
  personalData,
}
