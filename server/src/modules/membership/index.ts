import type { Module } from '../../kit/module.ts'
import * as events from './events.ts'
import { followLoyaltyTiers, followOrders } from './flairs/follow.ts'
import { beginDailyRun, goOnLooking } from './flairs/runs.ts'
import { personalData } from './people/personal-data.ts'
import { routes } from './routes.ts'
import { settleDue, TENANTS_WITH_DUE } from './subscriptions/due.ts'
import { followImports } from './subscriptions/follow.ts'
import { sql } from './tables.ts'

export { changePlans } from './catalogue/decisions.ts'
export { askForRun as applyFlairs } from './flairs/runs.ts'
export { rebuildTiers } from './held/rebuild.ts'
export { startSubscription } from './subscriptions/start.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    membership: true
  }
}

export const membership: Module = {
  name: 'membership',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [
    {
      name: 'award-flairs',
      cron: '23 2 * * *',
      summary: 'Begins the daily look at all customers for flairs of years and birthdays, which goes on in batches',
      run: beginDailyRun,
    },
  ],
  followers: [followImports, followOrders, followLoyaltyTiers],
  subscribers: [],
  errands: [
    {
      name: 'settle-plans',
      nudge: 'membership',
      everyMs: 60_000,
      find: TENANTS_WITH_DUE,
      run: settleDue,
    },
    {
      name: 'award-flairs',
      nudge: 'membership',
      everyMs: 60_000,
      find: 'select distinct tenant_id from flair_runs where finished_at is null',
      run: goOnLooking,
    },
  ],
  events: Object.values(events),
  personalData,
}
