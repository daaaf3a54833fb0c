import type { Module } from '../../kit/module.ts'
import { webhookSubscriber } from './deliveries/hear.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { forgetEvents } from './retention/forget.ts'
import { routes } from './routes.ts'
import { forgetWebhookLog } from './sending/log.ts'
import { deliver } from './sending/send.ts'
import { sql } from './tables.ts'

export { countTroubledWebhooks } from './endpoints/endpoint-row.ts'
export { asyncApiDocument } from './feed/asyncapi.ts'
export { MEANT_FOR } from './feed/audiences.ts'
export { toOutside } from './feed/outside.ts'
export { schemaOf } from './feed/schemas.ts'
export { signed } from './sending/sign.ts'

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
      name: 'forget-delivered-events',
      cron: '23 3 * * *',
      summary:
        'Deletes events that every subscriber heard after the days of the business, and those that were given up 90 days ago',
      forgets: true,
      run: forgetEvents,
    },
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
