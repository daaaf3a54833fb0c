import { type Module, noPersonalData } from '../../kit/module.ts'
import { countHoldings, IDS_AND_FACTS } from '../../kit/personal-data.ts'
import { forgetDelivered } from './relay.ts'
import { sql } from './tables.ts'

export { deliverEvents } from './relay.ts'

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
      summary: 'Deletes events that everybody heard more than 30 days ago, and those that were given up 90 days ago',
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
      countHoldings(sql(ctx), ctx.tenant, customerId, { events: { fate: 'kept', why: IDS_AND_FACTS } }),
  },
}
