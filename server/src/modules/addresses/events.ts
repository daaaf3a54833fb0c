import { z } from 'zod'
import { event } from '../../kit/events.ts'
import { TYPES } from './shapes.ts'

const customerId = z.uuid()
const addressId = z.uuid()

/** Also for a restored address. */
export const AddressAdded = event(
  'AddressAdded',
  z.object({ customerId, addressId, type: z.enum(TYPES), country: z.string(), isDefault: z.boolean() }),
)
/** The names of the fields that changed, never their values. */
export const AddressChanged = event(
  'AddressChanged',
  z.object({ customerId, addressId, fields: z.array(z.string()), version: z.int() }),
)
export const AddressRemoved = event('AddressRemoved', z.object({ customerId, addressId }))
