import type { Context } from '../../kit/context.ts'
import { type Module, noPersonalData } from '../../kit/module.ts'
import { hearAgain } from '../events/index.ts'
import { publish, SUBSCRIBER } from './publish.ts'

/** Publishes again what happened since a time. */
export const republish = (ctx: Context, since: Date) => hearAgain(ctx, SUBSCRIBER, { since })

/** Keeps nothing itself: its position is among those of the subscribers. */
export const nats: Module = {
  name: 'nats',
  tables: {},
  growth: {},
  routes: [],
  jobs: [],
  subscribers: [],
  errands: [publish],
  events: [],
  personalData: noPersonalData,
}
