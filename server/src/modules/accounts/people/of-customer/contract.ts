import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { At, text } from '../../../../kit/text.ts'
import { CustomerId, CustomerMerged, CustomerNotFound } from '../../../customers/contract.ts'
import { CustomerSessionNotFound } from './refusals.ts'

const tag = 'Customers'
const ofCustomer = z.object({ customerId: CustomerId })
const body = z.strictObject({
  reason: text(500, { multiline: true }).meta({ example: 'The phone was stolen' }).optional(),
})
const Ended = z.object({ ended: z.int() })

export const sessionsOfCustomer = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/sessions',
  summary: 'List the sessions of a customer',
  description:
    'The sessions of all logins, newest first. They show IP addresses and therefore need the permission to read the history.',
  tag,
  allow: 'customers:history',
  params: ofCustomer,
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        accountId: z.uuid(),
        carriedBy: z.enum(['cookie', 'token']),
        signedInWith: z.string(),
        secondFactor: z.boolean(),
        createdAt: At,
        usedAt: At,
        expiresAt: At,
        ip: z.string().nullable(),
        userAgent: z.string().nullable(),
        deviceName: z.string().nullable(),
        damaged: z.boolean().meta({ description: 'The device and place of this session cannot be read' }),
      }),
    ),
  }),
  refuses: [CustomerNotFound, CustomerMerged],
})

export const endCustomerSession = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/sessions/:sessionId',
  summary: 'Sign a customer out of one device',
  tag,
  allow: 'customers:deactivate',
  params: z.object({ customerId: CustomerId, sessionId: z.uuid() }),
  body,
  output: Ended,
  refuses: [CustomerNotFound, CustomerMerged, CustomerSessionNotFound],
})

export const endCustomerSessions = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/sessions',
  summary: 'Sign a customer out everywhere',
  description: 'The customer can sign in again; to prevent that, suspend the customer.',
  tag,
  allow: 'customers:deactivate',
  params: ofCustomer,
  body: body.extend({
    takeover: z.boolean().optional().meta({
      description: 'Another person used a login of the customer: told as an event, and counted in the figures',
    }),
  }),
  output: Ended,
  refuses: [CustomerNotFound, CustomerMerged],
})

export const accountsOfCustomer = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/accounts',
  aliases: [
    { method: 'get', path: '/api/v1/customers/:customerId/users' },
    { method: 'get', path: '/admin/customers/:customerId/users' },
  ],
  summary: 'List the logins of a customer',
  tag: 'Customers',
  allow: 'customers:read',
  params: z.object({ customerId: CustomerId }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        status: z.enum(['invited', 'active', 'disabled']),
        createdAt: At,
        signedInAt: At.nullable(),
        credentials: z.array(
          z.object({
            kind: z
              .enum(['password', 'email', 'phone', 'oidc', 'passkey'])
              .meta({ description: '`email`: codes by e-mail, without a password' }),
            login: z.string().nullable().meta({ description: 'E-mail or phone; masked without `customers:contacts`' }),
            proved: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  refuses: [CustomerNotFound, CustomerMerged],
})
