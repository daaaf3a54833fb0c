import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { At } from '../../../kit/text.ts'
import { CustomerId, CustomerMerged, CustomerNotFound } from '../../customers/contract.ts'
import {
  ExportNotFound,
  ExportNotReady,
  ExportUnderWay,
  IdentityNotProved,
  LinkInvalid,
  WrongRequest,
} from '../refusals.ts'

const tag = 'Privacy'
/** A JWS in its compact form. */
export const LinkToken = z.string().regex(/^[\w-]{1,60}\.[\w-]{1,450}\.[\w-]{43}$/)
const customer = z.object({ customerId: CustomerId })

export const Export = z
  .object({
    id: z.uuid(),
    customerId: z.string(),
    requestId: z.uuid().nullable(),
    status: z.enum(['waiting', 'ready', 'failed', 'expired']),
    progress: z.object({ done: z.int(), of: z.int() }),
    language: z.enum(['en', 'ar']),
    bytes: z.int().nullable(),
    failure: z.enum(['too_large', 'person_gone', 'gave_up']).nullable(),
    createdAt: At,
    readyAt: At.nullable(),
    deleteAt: At.nullable(),
  })
  .meta({ id: 'PrivacyExport' })
export type Export = z.output<typeof Export>

export const askForExport = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/privacy-exports',
  summary: 'Start an export of all data of a customer, as a ZIP of JSON files and a readable page',
  tag,
  allow: 'privacy:manage',
  params: customer,
  body: z.strictObject({
    requestId: z.uuid().optional().meta({ description: 'The access request that the export answers' }),
    language: z
      .enum(['en', 'ar'])
      .optional()
      .meta({ example: 'ar', description: 'Language of the page; by default the customer’s' }),
  }),
  output: Export,
  status: 202,
  refuses: [CustomerNotFound, CustomerMerged, ExportUnderWay, WrongRequest, IdentityNotProved],
})

export const listExports = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/privacy-exports',
  summary: 'List the exports of a customer and their progress, latest first',
  tag,
  allow: 'privacy:read',
  params: customer,
  output: z.object({ items: z.array(Export) }),
  refuses: [CustomerNotFound, CustomerMerged],
})

export const linkExport = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/privacy-exports/:exportId/link',
  summary: 'Create a download link for an export, valid for minutes',
  description:
    'Signed, and only for the caller who created it. Creating a link revokes earlier ones; deleting the export revokes all.',
  tag,
  allow: 'privacy:manage',
  freshProof: true,
  params: z.object({ customerId: CustomerId, exportId: z.uuid() }),
  output: z.object({ url: z.url(), expiresAt: At }),
  status: 201,
  refuses: [CustomerNotFound, CustomerMerged, ExportNotFound, ExportNotReady],
})

export const withdrawExport = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/privacy-exports/:exportId',
  summary: 'Delete an export and its links',
  tag,
  allow: 'privacy:manage',
  params: z.object({ customerId: CustomerId, exportId: z.uuid() }),
  output: Export,
  refuses: [CustomerNotFound, CustomerMerged, ExportNotFound, ExportNotReady],
})

export const downloadExport = endpoint({
  method: 'get',
  path: '/api/v1/privacy-exports/:token',
  summary: 'Download an export by its link',
  tag,
  allow: 'privacy:manage',
  params: z.object({ token: LinkToken }),
  output: z.string(),
  streams: ['application/zip'],
  refuses: [LinkInvalid],
})
