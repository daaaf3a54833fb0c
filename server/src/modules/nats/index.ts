import type { Context } from '../../kit/context.ts'
import { type Module, noPersonalData } from '../../kit/module.ts'
import { hearAgain } from '../events/index.ts'
import { publish, SUBSCRIBER } from './publish.ts'

/** Publishes again what happened since a time, or the events of these types alone. */
export const republish = (ctx: Context, since: Date, types?: readonly string[]) =>
  hearAgain(ctx, SUBSCRIBER, { since, ...(types && { types }) })

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
