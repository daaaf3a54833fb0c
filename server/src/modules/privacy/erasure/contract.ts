import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../../kit/cursor.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { At, text } from '../../../kit/text.ts'
import { CustomerId, CustomerMerged, CustomerNotFound } from '../../customers/contract.ts'
import {
  CertificatePending,
  ErasureNotFound,
  IdentityNotProved,
  NoHold,
  OnLegalHold,
  UnknownConsumer,
  WrongRequest,
} from '../refusals.ts'
import { Consumer } from '../settings.ts'

const tag = 'Privacy'
const customer = z.object({ customerId: CustomerId })
const erasure = z.object({ erasureId: z.uuid() })
/** A fixed list: free text would outlive the person and could name them. */
export const ERASURE_REASONS = [
  'requested',
  'consent_withdrawn',
  'objection',
  'no_longer_needed',
  'unlawful',
  'legal_obligation',
] as const

const Fate = z.enum(['erased', 'kept'])
const Count = z.object({ table: z.string(), rows: z.int(), fate: Fate })
export type Count = z.output<typeof Count>

export const Hold = z
  .object({
    customerId: z.string(),
    reason: z.string(),
    placedAt: At,
    placedBy: z.string(),
    damaged: z.boolean().meta({ description: 'The reason is unreadable; the hold is still in force' }),
  })
  .meta({ id: 'LegalHold' })
export type Hold = z.output<typeof Hold>

export const Erasure = z
  .object({
    id: z.uuid(),
    customerId: z.string(),
    number: z.string().meta({ description: 'The number of the customer, which stays' }),
    requestId: z.uuid().nullable(),
    reason: z.enum(ERASURE_REASONS),
    erasedAt: At,
    erasedBy: z.string(),
    status: z
      .enum(['waiting', 'complete'])
      .meta({ description: 'Complete once all downstream systems have acknowledged' }),
    certified: z.boolean(),
    counts: z.array(Count),
    consumers: z.array(z.object({ name: z.string(), acknowledgedAt: At.nullable() })),
  })
  .meta({ id: 'Erasure' })
export type Erasure = z.output<typeof Erasure>

export const previewErasure = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/erasure/preview',
  summary: 'Preview an erasure: what it removes, what it keeps and why',
  tag,
  allow: 'privacy:manage',
  params: customer,
  output: z.object({
    legalHold: z.boolean(),
    tables: z.array(
      z.object({
        module: z.string(),
        table: z.string(),
        rows: z.int(),
        fate: Fate,
        why: z.string().meta({ description: 'In the language of Accept-Language' }),
      }),
    ),
  }),
  refuses: [CustomerNotFound, CustomerMerged],
})

export const eraseCustomer = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/erasure',
  summary: 'Erase a customer permanently',
  description:
    'Deletes all personal data together with its encryption key; numbers are kept. Cannot be undone. Repeating it answers the same erasure.',
  tag,
  allow: 'privacy:manage',
  freshProof: true,
  params: customer,
  body: z.strictObject({
    reason: z.enum(ERASURE_REASONS),
    requestId: z.uuid().optional().meta({ description: 'The privacy request that the erasure answers and completes' }),
  }),
  output: Erasure,
  status: 201,
  refuses: [CustomerNotFound, CustomerMerged, OnLegalHold, WrongRequest, IdentityNotProved],
})

export const placeHold = endpoint({
  method: 'put',
  path: '/api/v1/customers/:customerId/legal-hold',
  summary: 'Place a legal hold, which prevents erasure until it is lifted',
  tag,
  allow: 'privacy:manage',
  params: customer,
  body: z.strictObject({ reason: text(1_000, { multiline: true }).meta({ example: 'A claim is before the court' }) }),
  output: Hold,
  refuses: [CustomerNotFound, CustomerMerged],
})

export const readHold = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/legal-hold',
  summary: 'Read the legal hold on a customer, or null',
  tag,
  allow: 'privacy:read',
  params: customer,
  output: z.object({ hold: Hold.nullable() }),
  refuses: [CustomerNotFound, CustomerMerged],
})

export const liftHold = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/legal-hold',
  summary: 'Lift the legal hold',
  tag,
  allow: 'privacy:manage',
  params: customer,
  output: Hold,
  refuses: [CustomerNotFound, CustomerMerged, NoHold],
})

export const listErasures = endpoint({
  method: 'get',
  path: '/api/v1/erasures',
  summary: 'List the erasures, latest first',
  tag,
  allow: 'privacy:read',
  query: z.strictObject({
    status: z.enum(['waiting', 'complete']).optional(),
    customerId: CustomerId.optional(),
    cursor: z.string().max(1_000).optional(),
  }),
  output: z.object({ items: z.array(Erasure), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const getErasure = endpoint({
  method: 'get',
  path: '/api/v1/erasures/:erasureId',
  summary: 'Read an erasure and its acknowledgements',
  tag,
  allow: 'privacy:read',
  params: erasure,
  output: Erasure,
  refuses: [ErasureNotFound],
})

/** What `kith privacy verify` reads. */
export const CertificateFile = z
  .object({
    certificate: z.string().meta({ description: 'A JWS in its compact form' }),
    key: z.object({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string() }),
    thumbprint: z.string().meta({ description: 'Thumbprint of the key; keep it apart from the file to compare' }),
  })
  .meta({ id: 'ErasureCertificate' })

export const getCertificate = endpoint({
  method: 'get',
  path: '/api/v1/erasures/:erasureId/certificate',
  summary: 'Read the signed certificate; verify it offline with `kith privacy verify`',
  tag,
  allow: 'privacy:read',
  params: erasure,
  output: CertificateFile,
  refuses: [ErasureNotFound, CertificatePending],
})

export const acknowledgeErasure = endpoint({
  method: 'post',
  path: '/api/v1/erasures/:erasureId/acknowledgements',
  summary: 'Acknowledge an erasure for a downstream system',
  tag,
  allow: 'privacy:acknowledge',
  params: erasure,
  body: z.strictObject({ consumer: Consumer }),
  output: Erasure,
  refuses: [ErasureNotFound, UnknownConsumer],
})
