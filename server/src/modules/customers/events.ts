import { z } from 'zod'
import { event } from '../../kit/events.ts'
import { STATUSES, TYPES } from './shapes.ts'

const customerId = z.uuid()

export const CustomerRegistered = event(
  'CustomerRegistered',
  z.object({ customerId, number: z.int(), type: z.enum(TYPES) }),
)
/** Right after `CustomerRegistered`, of one that another system knew by a plan. */
export const CustomerPlanImported = event('CustomerPlanImported', z.object({ customerId, plan: z.string() }))
/** The names of the fields that changed, never their values. */
export const CustomerUpdated = event(
  'CustomerUpdated',
  z.object({ customerId, fields: z.array(z.string()), version: z.int() }),
)
export const CustomerStatusChanged = event(
  'CustomerStatusChanged',
  z.object({ customerId, from: z.enum(STATUSES), to: z.enum(STATUSES) }),
)
/** Downstream systems must stop processing the customer's data, or may resume. */
export const CustomerRestrictionChanged = event(
  'CustomerRestrictionChanged',
  z.object({ customerId, restricted: z.boolean() }),
)
/** Which fields the business has of its own, or what is done with them. */
export const OwnFieldsChanged = event('OwnFieldsChanged', z.object({}))
export const CustomerAccountDeactivated = event('CustomerAccountDeactivated', z.object({ customerId }))
