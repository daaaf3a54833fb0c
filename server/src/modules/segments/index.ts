import type { Module } from '../../kit/module.ts'
import { followChanges } from './applying/follow.ts'
import { goOnApplying, lookAtDue } from './applying/runs.ts'
import { attributes } from './attributes.ts'
import * as events from './events.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { decideSegments } from './definitions/definitions.ts'
export { giveTag } from './people/by-hand.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    segments: true
  }
}

export const segments: Module = {
  name: 'segments',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [],
  followers: [followChanges],
  attributes,
  subscribers: [],
  errands: [
    {
      name: 'apply-segments',
      nudge: 'segments',
      everyMs: 60_000,
      find: 'select distinct tenant_id from segment_runs where finished_at is null',
      run: goOnApplying,
    },
    {
      name: 'segments-by-time',
      nudge: 'segments',
      everyMs: 60_000,
      find: 'select distinct tenant_id from segment_members where due_at <= now()',
      run: lookAtDue,
    },
  ],
  events: [events.CustomerSegmentChanged, events.SegmentsDecided],
  personalData,
}
