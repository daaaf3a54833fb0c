import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { At, text } from '../../../kit/text.ts'
import { CustomerId, CustomerMerged, CustomerNotFound } from '../../customers/contract.ts'

const tag = 'Privacy'
const params = z.object({ customerId: CustomerId })
const reason = text(1_000, { multiline: true }).meta({ example: 'The person disputes what is held' })

export const Restriction = z
  .object({
    customerId: z.string(),
    restricted: z.boolean(),
    since: At.nullable(),
  })
  .meta({ id: 'Restriction' })
export type Restriction = z.output<typeof Restriction>

export const readRestriction = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/restriction',
  summary: 'Read the restriction of a customer',
  tag,
  allow: 'privacy:read',
  params,
  output: Restriction,
  refuses: [CustomerNotFound, CustomerMerged],
})

export const restrict = endpoint({
  method: 'put',
  path: '/api/v1/customers/:customerId/restriction',
  summary: 'Restrict the processing of a customer’s data',
  description:
    'Staff, API keys and jobs can read the customer but not change it (`customer.restricted`); exports, marketing lists and reviews leave it out. The customer can still sign in, change their own data and withdraw consents; privacy requests, legal holds and erasure stay possible.',
  tag,
  allow: 'privacy:manage',
  params,
  body: z.strictObject({ reason }),
  output: Restriction,
  refuses: [CustomerNotFound, CustomerMerged],
})

export const liftRestriction = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/restriction',
  summary: 'Lift a restriction, after notifying the customer',
  tag,
  allow: 'privacy:manage',
  params,
  body: z.strictObject({ reason: reason.meta({ description: 'Why, and how the customer was notified' }) }),
  output: Restriction,
  refuses: [CustomerNotFound, CustomerMerged],
})
