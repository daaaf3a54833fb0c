import { z } from 'zod'
import { withoutCardNumbers } from '../../../kit/card-numbers.ts'
import { CursorExpired, CursorInvalid } from '../../../kit/cursor.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { At } from '../../../kit/text.ts'
import {
  CustomerId,
  CustomerMerged,
  CustomerNotFound,
  CustomerPage,
  CustomerRestricted,
} from '../../customers/contract.ts'
import { OrderMoment } from '../../orders/contract.ts'
import { DATA, SENTIMENTS } from '../shapes.ts'

export const Interaction = z
  .object({
    id: z.uuid(),
    customerId: z.string(),
    kind: z.enum(['ticket', 'review']),
    at: At,
    recordedAt: At,
    source: z.string(),
    externalId: z.string().nullable(),
    channel: z.string().nullable(),
    sku: z.string().nullable(),
    category: z.string().nullable(),
    tags: z.array(z.string()),
    rating: z.int().nullable(),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    sentiment: z
      .object({
        value: z.enum(SENTIMENTS),
        by: z.enum(['given', 'words']).meta({ description: 'The system that reported it, or our own list of words' }),
      })
      .nullable(),
    damaged: z.boolean(),
  })
  .meta({ id: 'Interaction' })
export type Interaction = z.output<typeof Interaction>

const Interest = z
  .object({
    interest: z.string(),
    reviews: z.int(),
    rating: z.number().meta({ description: 'The average, from 1 to 5' }),
    lastAt: At,
  })
  .meta({ id: 'Interest' })

const tag = 'Interactions'
const params = z.object({ customerId: CustomerId })
const path = '/api/v1/customers/:customerId/interactions'
const refuses = [CustomerNotFound, CustomerMerged] as const

export const listInteractions = endpoint({
  method: 'get',
  path,
  summary: 'List the interactions of a customer',
  description: 'Support cases and reviews, the latest first, each with its sentiment and where that comes from.',
  tag,
  allow: 'customers:read',
  params,
  query: z.strictObject({
    kind: z.enum(['ticket', 'review']).optional(),
    limit: CustomerPage.shape.limit,
    cursor: CustomerPage.shape.cursor,
  }),
  output: z.object({ items: z.array(Interaction), nextCursor: z.string().nullable(), total: z.int() }),
  refuses: [...refuses, CursorInvalid, CursorExpired],
})

const { customer: _, ticketId, ...ticket } = DATA.CustomerSupportTicketCreated.shape
export const addInteraction = endpoint({
  method: 'post',
  path,
  summary: 'Record a support case of a customer',
  description: 'Where no sentiment is given, a list of English and Arabic words decides, and the answer says so.',
  tag,
  allow: 'customers:write',
  params,
  body: withoutCardNumbers(z.strictObject({ ...ticket, externalId: ticketId, at: OrderMoment.optional() })),
  example: { channel: 'whatsapp', text: 'The shirts were not clean.' },
  output: Interaction,
  status: 201,
  refuses: [...refuses, CustomerRestricted],
})

export const listInterests = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/interests',
  summary: 'Read what a customer is interested in',
  description: 'From their reviews: categories and tags, those that they like most first.',
  tag,
  allow: 'customers:read',
  params,
  output: z.object({ items: z.array(Interest) }),
  refuses,
})
