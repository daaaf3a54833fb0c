import type { Module } from '../../kit/module.ts'
import { attributes } from './attributes.ts'
import { announceEnding } from './clock/announce.ts'
import { settleDue, TENANTS_WITH_DUE } from './clock/due.ts'
import * as events from './events.ts'
import { foldOwed, recountOwed } from './ledger/owed.ts'
import { followOrders, followProofs } from './orders/follow.ts'
import { personalData } from './people/personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'
import { beginMonthlyReview, goOnReviewing } from './tiers/reviews.ts'

export { type OrderFigures, orderFiguresOf, pointsByDay } from './figures.ts'
export { rebuildPoints } from './ledger/rebuild.ts'
export { ordersAwaiting } from './orders/awaiting.ts'
export { pointMoments } from './reading/moments.ts'
export { simulate } from './reading/simulate.ts'
export { changeTiers } from './rules/decisions.ts'
export { askForReview } from './tiers/reviews.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    loyalty: true
  }
}

export const loyalty: Module = {
  name: 'loyalty',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'review-loyalty-tiers',
      cron: '17 3 1 * *',
      summary: 'Begins the monthly review of all tiers, which goes on in batches',
      run: beginMonthlyReview,
    },
    {
      name: 'announce-ending-points',
      cron: '41 5 * * *',
      summary: 'Tells ahead of time of points that will expire',
      run: announceEnding,
    },
    {
      name: 'fold-points-owed',
      cron: '*/10 * * * *',
      summary: 'Compacts what is owed in points into one row for each day',
      run: foldOwed,
    },
    {
      name: 'check-points-owed',
      cron: '23 2 * * *',
      summary: 'Counts what is owed in points from every award, and puts right what was believed',
      async run(ctx) {
        await recountOwed(ctx)
      },
    },
  ],
  followers: [followOrders, followProofs],
  attributes,
  subscribers: [],
  errands: [
    {
      name: 'review-loyalty-tiers',
      nudge: 'loyalty',
      everyMs: 60_000,
      find: 'select distinct tenant_id from loyalty_reviews where finished_at is null',
      run: goOnReviewing,
    },
    {
      name: 'settle-points',
      nudge: 'loyalty',
      everyMs: 60_000,
      find: TENANTS_WITH_DUE,
      run: settleDue,
    },
  ],
  events: Object.values(events),
  personalData,
}
