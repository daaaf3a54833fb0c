import { z } from 'zod'
import { event } from '../../kit/events.ts'
import { TIERS } from '../customers/contract.ts'

const about = { customerId: z.uuid(), subscriptionId: z.uuid() }
const at = z.iso.datetime()
const plan = z.string()

export const SubscriptionStarted = event('SubscriptionStarted', z.object({ ...about, plan, at }))
export const SubscriptionChanged = event('SubscriptionChanged', z.object({ ...about, from: plan, to: plan, at }))
/** At that time, unless it is revoked until then; `to` null: it ends. */
export const SubscriptionChangeScheduled = event(
  'SubscriptionChangeScheduled',
  z.object({ ...about, from: plan, to: plan.nullable(), at }),
)
export const SubscriptionChangeRevoked = event('SubscriptionChangeRevoked', z.object({ ...about, plan }))
export const SubscriptionPaused = event(
  'SubscriptionPaused',
  z.object({ ...about, plan, at, resumesAt: at.nullable() }),
)
export const SubscriptionResumed = event('SubscriptionResumed', z.object({ ...about, plan, at }))
export const SubscriptionEnded = event(
  'SubscriptionEnded',
  z.object({ ...about, plan, status: z.enum(['cancelled', 'expired']), at }),
)
/** The tier that follows from the plans; the one that follows from spending has its own event. */
export const CustomerTierUpdated = event(
  'CustomerTierUpdated',
  z.object({ customerId: z.uuid(), from: z.enum(TIERS), to: z.enum(TIERS) }),
)
/** `rule` null: by hand. */
export const FlairAwarded = event(
  'FlairAwarded',
  z.object({ customerId: z.uuid(), flair: z.string(), rule: z.string().nullable() }),
)
export const FlairRemoved = event('FlairRemoved', z.object({ customerId: z.uuid(), flair: z.string() }))
