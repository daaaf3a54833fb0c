import type { Module } from '../../kit/module.ts'
import { webhookSubscriber } from './deliveries/hear.ts'
import { forgetWebhookLog } from './deliveries/log.ts'
import { deliver } from './deliveries/send.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { signed } from './deliveries/sign.ts'
export { asyncApiDocument } from './feed/asyncapi.ts'
export { MEANT_FOR } from './feed/audiences.ts'
export { schemaOf } from './feed/schemas.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    webhooks: true
  }
}

export const webhooks: Module = {
  name: 'webhooks',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'forget-webhook-log',
      cron: '29 3 * * *',
      summary: 'Deletes what was sent to webhooks, and answered, after 30 days',
      forgets: true,
      run: forgetWebhookLog,
    },
  ],
  subscribers: [webhookSubscriber],
  errands: [deliver],
  events: Object.values(events),
  personalData,
}
