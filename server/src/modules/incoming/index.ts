import type { Module } from '../../kit/module.ts'
import { attributes } from './attributes.ts'
import * as events from './events.ts'
import { noticeArrivals } from './parked/arrivals.ts'
import { replayWaiting } from './parked/replay.ts'
import { personalData } from './personal-data.ts'
import { forgetEvents } from './receiving/forget.ts'
import { routes } from './routes.ts'
import { EVENT_TYPES, publishedSchema, schemaPath } from './shapes.ts'
import { sql } from './tables.ts'

export { interactionMoments } from './interactions/moments.ts'
export { countParked } from './parked/list.ts'

export const incoming: Module = {
  name: 'incoming',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  documents: Object.fromEntries(EVENT_TYPES.map((type) => [schemaPath(type), () => publishedSchema(type)])),
  jobs: [
    {
      name: 'forget-incoming-events',
      cron: '41 3 * * *',
      summary: 'Forgets events of other systems after 400 days, also those that were parked',
      forgets: true,
      run: forgetEvents,
    },
  ],
  attributes,
  followers: [noticeArrivals],
  subscribers: [],
  errands: [
    {
      name: 'replay-waiting-events',
      nudge: 'events',
      everyMs: 60_000,
      find: `select distinct tenant_id from incoming_events
              where state = 'waiting' and (awaits is null or received_at > now() - interval '10 minutes')`,
      run: replayWaiting,
    },
  ],
  events: Object.values(events),
  personalData,
}
