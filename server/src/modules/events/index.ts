import { type Module, noPersonalData } from '../../kit/module.ts'
import { countHoldings, IDS_AND_FACTS } from '../../kit/personal-data.ts'
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
export { forgetDelivered } from './forget.ts'
export { arePositionsWhole, EVENT_BACKLOG, readLags } from './lag.ts'
export { deliverEvents, findUndelivered } from './relay.ts'
export { rewind, whyNotAgain } from './rewind.ts'
export { hearAgain } from './subscribers.ts'

/** The outbox holds ids and facts only, so there is nothing personal in it. */
export const events: Module = {
  name: 'events',
  tables: sql.classes,
  growth: sql.growth,
  routes: [],
  jobs: [],
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
