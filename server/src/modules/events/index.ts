import { type Module, noPersonalData } from '../../kit/module.ts'
import { countHoldings, IDS_AND_FACTS } from '../../kit/personal-data.ts'
import { forgetDelivered } from './forget.ts'
import { sql } from './tables.ts'

export {
  eventsById,
  findBehind,
  gotAgain,
  type KeptEvent,
  moveTo,
  newestEvent,
  positionBefore,
  readAgain,
  readEvents,
  startAt,
} from './feed.ts'
export { arePositionsWhole, EVENT_BACKLOG, readLags } from './lag.ts'
export { deliverEvents, findUndelivered } from './relay.ts'
export { hearAgain } from './subscribers.ts'

/** The outbox holds ids and facts only, so there is nothing personal in it. */
export const events: Module = {
  name: 'events',
  tables: sql.classes,
  growth: sql.growth,
  routes: [],
  jobs: [
    {
      name: 'forget-delivered-events',
      cron: '23 3 * * *',
      summary:
        'Deletes events of more than 30 days that every subscriber heard, and those that were given up 90 days ago',
      forgets: true,
      run: forgetDelivered,
    },
  ],
  subscribers: [],
  errands: [],
  events: [],
  personalData: {
    ...noPersonalData,
    holdings: (ctx, customerId) =>
      countHoldings(sql(ctx), ctx.tenant, customerId, {
        events: { fate: 'kept', why: IDS_AND_FACTS },
        event_holds: { fate: 'kept', why: IDS_AND_FACTS },
      }),
  },
}
