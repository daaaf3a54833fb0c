import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { text } from '../../../kit/text.ts'
import { CustomerLoginNeeded } from '../../customers/contract.ts'
import { Export, LinkToken, linkExport } from '../exports/contract.ts'
import { AskedBefore, ExportNotFound, ExportNotReady, ExportUnderWay, LinkInvalid } from '../refusals.ts'
import { PrivacyRequest } from '../requests/contract.ts'
import { REQUEST_KINDS } from '../requests/kinds.ts'

const mine = { tag: 'My account', allow: 'signed-in' } as const

/** A request as shown to the person. */
const OwnRequest = PrivacyRequest.pick({
  id: true,
  kind: true,
  status: true,
  receivedAt: true,
  dueAt: true,
  extendedAt: true,
  closedAt: true,
  text: true,
  extensionReason: true,
  answer: true,
}).meta({ id: 'OwnPrivacyRequest' })
export type OwnRequest = z.output<typeof OwnRequest>

const OwnExport = Export.omit({ customerId: true }).meta({ id: 'OwnPrivacyExport' })

export const askForMyself = endpoint({
  ...mine,
  method: 'post',
  path: '/api/v1/me/privacy-requests',
  summary: 'Request a copy of my data, correction, erasure or restriction, or object',
  description:
    'Recent authentication counts as proof of identity. `access` starts an export at once, which completes the request; `objection` withdraws all marketing consents at once; `erasure` is carried out by the privacy officer within the legal deadline.',
  freshProof: true,
  body: z.strictObject({ kind: z.enum(REQUEST_KINDS), text: text(5_000, { multiline: true }).optional() }),
  output: OwnRequest,
  status: 201,
  refuses: [CustomerLoginNeeded, AskedBefore, ExportUnderWay],
})

export const listOwnRequests = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/privacy-requests',
  summary: 'List my privacy requests, latest first',
  output: z.object({ items: z.array(OwnRequest) }),
  refuses: [CustomerLoginNeeded],
})

export const listOwnExports = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/privacy-exports',
  summary: 'List my exports and their progress, latest first',
  output: z.object({ items: z.array(OwnExport) }),
  refuses: [CustomerLoginNeeded],
})

export const linkOwnExport = endpoint({
  ...mine,
  method: 'post',
  path: '/api/v1/me/privacy-exports/:exportId/link',
  summary: 'Create a download link for my export, valid for minutes and for this login only',
  freshProof: true,
  params: z.object({ exportId: z.uuid() }),
  output: linkExport.output,
  status: 201,
  refuses: [CustomerLoginNeeded, ExportNotFound, ExportNotReady],
})

export const withdrawOwnExport = endpoint({
  ...mine,
  method: 'delete',
  path: '/api/v1/me/privacy-exports/:exportId',
  summary: 'Delete my export and its links',
  params: z.object({ exportId: z.uuid() }),
  output: OwnExport,
  refuses: [CustomerLoginNeeded, ExportNotFound, ExportNotReady],
})

export const downloadOwnExport = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/privacy-exports/:token',
  summary: 'Download my export by its link',
  params: z.object({ token: LinkToken }),
  output: z.string(),
  streams: ['application/zip'],
  refuses: [CustomerLoginNeeded, LinkInvalid],
})
