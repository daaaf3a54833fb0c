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
  summary: 'Whether the processing of a customer’s data is restricted',
  tag,
  allow: 'privacy:read',
  params,
  output: Restriction,
  refuses: [CustomerNotFound, CustomerMerged],
})

export const restrict = endpoint({
  method: 'put',
  path: '/api/v1/customers/:customerId/restriction',
  summary: 'Restrict the processing of a customer’s data: it is only stored',
  description:
    'Staff, keys and jobs can read the customer and change nothing (`customer.restricted`); no export, marketing list or review shows them. The person can still sign in, change what is theirs and take consents back; requests, holds and erasure go on.',
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
  summary: 'Lift the restriction, after the person was told',
  tag,
  allow: 'privacy:manage',
  params,
  body: z.strictObject({ reason: reason.meta({ description: 'Why, and how the person was told before' }) }),
  output: Restriction,
  refuses: [CustomerNotFound, CustomerMerged],
})
