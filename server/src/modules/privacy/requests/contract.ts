import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../../kit/cursor.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { fieldProblem } from '../../../kit/field-problem.ts'
import { At, form, PastMoment, text } from '../../../kit/text.ts'
import { CustomerId, CustomerMerged, CustomerNotFound } from '../../customers/contract.ts'
import { CLOCKS } from '../clock.ts'
import { Named } from '../named.ts'
import { PACK_NAMES } from '../packs.ts'
import {
  ExtendedBefore,
  ExtendedTooLate,
  IdentityNotProved,
  NoExtension,
  NotErasedYet,
  RequestClosed,
  RequestNotFound,
} from '../refusals.ts'
import { PrivacySettings, PrivacySettingsChange } from '../settings.ts'
import { IDENTITY_PROOFS, REQUEST_KINDS, REQUEST_STATUSES } from './kinds.ts'

const ASSIGNEE_FORM = fieldProblem('assignee_form', {
  en: 'Not the id of an account or of an API key',
  ar: 'ليس معرّف حساب أو مفتاح واجهة برمجية',
})

const tag = 'Privacy'
const Words = text(5_000, { multiline: true })
const params = z.object({ requestId: z.uuid() })
/** The actor of a login or an API key, in the format of the audit trail. */
const Assignee = form(/^(account|key):[0-9a-f-]{4,36}$/, ASSIGNEE_FORM).meta({
  example: 'account:0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47',
})

export const PrivacyRequest = z
  .object({
    id: z.uuid(),
    customerId: z.string(),
    person: Named,
    kind: z.enum(REQUEST_KINDS),
    status: z.enum(REQUEST_STATUSES).meta({ description: 'obsolete: the person was erased in the meantime' }),
    clock: z.enum(CLOCKS),
    pack: z.enum(PACK_NAMES),
    receivedAt: At,
    dueAt: At,
    extendedAt: At.nullable(),
    askedBy: z.enum(['person', 'staff']).meta({ description: 'person: in their account' }),
    identityProof: z.enum(IDENTITY_PROOFS).nullable(),
    assignee: z.string().nullable(),
    closedAt: At.nullable(),
    closedBy: z.string().nullable(),
    text: z.string().nullable().meta({ description: 'Null once the person is erased, like the three fields below' }),
    identityNote: z.string().nullable(),
    extensionReason: z.string().nullable(),
    answer: z.string().nullable(),
    damaged: z.boolean().meta({ description: 'Unreadable; cannot be changed until it is repaired' }),
  })
  .meta({ id: 'PrivacyRequest' })
export type PrivacyRequest = z.output<typeof PrivacyRequest>

export const recordRequest = endpoint({
  method: 'post',
  path: '/api/v1/privacy-requests',
  summary: 'Record a privacy request; its legal deadline starts',
  description: 'An objection withdraws all marketing consents at once; the request stays open for its other subjects.',
  tag,
  allow: 'privacy:manage',
  body: z.strictObject({
    customerId: CustomerId,
    kind: z.enum(REQUEST_KINDS),
    text: Words.meta({ example: 'Wants a copy of what is held; came to the counter' }),
    receivedAt: PastMoment.optional().meta({
      description: 'Time of receipt; by default now. The deadline runs from it',
    }),
  }),
  output: PrivacyRequest,
  status: 201,
  refuses: [CustomerNotFound, CustomerMerged],
})

export const RequestFilter = z.strictObject({
  status: z.enum(REQUEST_STATUSES).optional(),
  kind: z.enum(REQUEST_KINDS).optional(),
  clock: z.enum(CLOCKS).optional().meta({ description: 'Of open requests' }),
  assignee: Assignee.or(z.literal('none')).optional(),
  customerId: CustomerId.optional(),
  cursor: z.string().max(1_000).optional(),
})
export type RequestFilter = z.output<typeof RequestFilter>

export const listRequests = endpoint({
  method: 'get',
  path: '/api/v1/privacy-requests',
  summary: 'List the privacy requests: open ones by deadline, overdue first; then closed ones, latest first',
  tag,
  allow: 'privacy:read',
  query: RequestFilter,
  output: z.object({ items: z.array(PrivacyRequest), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const requestStatistics = endpoint({
  method: 'get',
  path: '/api/v1/privacy-requests/statistics',
  summary: 'Count the privacy requests by state',
  tag,
  allow: 'privacy:read',
  output: z.object({
    open: z.int(),
    dueSoon: z.int(),
    overdue: z.int(),
    unassigned: z.int(),
    byStatus: z.record(z.string(), z.int()),
    byKind: z.record(z.string(), z.int()),
    answered: z.int(),
    answeredInTime: z.int(),
    averageDays: z.number().nullable(),
  }),
  refuses: [],
})

export const getRequest = endpoint({
  method: 'get',
  path: '/api/v1/privacy-requests/:requestId',
  summary: 'Read a privacy request',
  tag,
  allow: 'privacy:read',
  params,
  output: PrivacyRequest,
  refuses: [RequestNotFound],
})

const changing = { tag, allow: 'privacy:manage', params, output: PrivacyRequest } as const
const always = [RequestNotFound, RequestClosed, CustomerNotFound] as const

export const assignRequest = endpoint({
  ...changing,
  method: 'put',
  path: '/api/v1/privacy-requests/:requestId/assignee',
  summary: 'Assign a privacy request',
  body: z.strictObject({ assignee: Assignee.nullable() }),
  refuses: always,
})

export const noteIdentity = endpoint({
  ...changing,
  method: 'put',
  path: '/api/v1/privacy-requests/:requestId/identity',
  summary: 'Record how the identity of the person was confirmed',
  body: z.strictObject({
    proof: z.enum(IDENTITY_PROOFS),
    note: Words.meta({ example: 'Showed an identity card' }).optional(),
  }),
  refuses: always,
})

export const extendRequest = endpoint({
  ...changing,
  method: 'post',
  path: '/api/v1/privacy-requests/:requestId/extend',
  summary: 'Extend the deadline, once and if the law allows it',
  body: z.strictObject({ reason: Words.meta({ example: 'The records of three branches must be searched' }) }),
  refuses: [...always, NoExtension, ExtendedBefore, ExtendedTooLate],
})

export const completeRequest = endpoint({
  ...changing,
  method: 'post',
  path: '/api/v1/privacy-requests/:requestId/complete',
  summary: 'Complete a privacy request',
  description: 'Completing a restriction request restricts the customer.',
  body: z.strictObject({ answer: Words.meta({ example: 'The copy was handed over' }) }),
  refuses: [...always, IdentityNotProved, NotErasedYet],
})

export const refuseRequest = endpoint({
  ...changing,
  method: 'post',
  path: '/api/v1/privacy-requests/:requestId/refuse',
  summary: 'Refuse a privacy request, with a reason',
  body: z.strictObject({ reason: Words.meta({ example: 'Could not show who they are' }) }),
  refuses: [...always],
})

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/privacy',
  summary: 'Read the privacy law and the retention periods',
  tag,
  allow: 'privacy:read',
  output: PrivacySettings,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/privacy',
  summary: 'Change the privacy law and the retention periods',
  description: 'Omitted settings keep their value. Running deadlines do not change.',
  tag,
  allow: 'privacy:manage',
  body: PrivacySettingsChange,
  output: PrivacySettings,
  refuses: [],
})
