import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { changeKeptDays, readKeptDays } from '../../tenants/index.ts'
import type { changeRetention as change } from './contract.ts'

/** What webhooks, lists, streams and NATS promise; see docs/webhooks.md. */
const KEEPING = { name: 'events', usualDays: 30 }

export const readRetention = (ctx: Context) => readKeptDays(ctx, KEEPING)

export const changeRetention = (ctx: Context, { keepDays }: Input<typeof change>) =>
  changeKeptDays(ctx, KEEPING, keepDays)
