import { z } from 'zod'
import { event } from '../../kit/events.ts'

const customerId = z.uuid()
const points = z.int()
const at = z.iso.datetime()

export const LoyaltyPointsEarned = event(
  'LoyaltyPointsEarned',
  z.object({ customerId, points, balance: points, pending: points, orderId: z.uuid().nullable() }),
)
export const LoyaltyPointsRedeemed = event(
  'LoyaltyPointsRedeemed',
  z.object({ customerId, redemptionId: z.uuid(), points, balance: points, orderId: z.uuid().nullable() }),
)
/** So many points end then, unless they are redeemed before. */
export const LoyaltyPointsWillExpire = event('LoyaltyPointsWillExpire', z.object({ customerId, points, at }))
/** The tier falls then, unless so much more is spent before; minor units of the reporting currency. */
export const LoyaltyTierWillFall = event(
  'LoyaltyTierWillFall',
  z.object({ customerId, from: z.string(), to: z.string(), at, missing: z.int() }),
)
export const CustomerLoyaltyTierUpdated = event(
  'CustomerLoyaltyTierUpdated',
  z.object({ customerId, from: z.string().nullable(), to: z.string(), spent: z.int() }),
)
