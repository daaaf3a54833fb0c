import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../../kit/cursor.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { fieldProblem } from '../../../kit/field-problem.ts'
import { KeyReused } from '../../../kit/idempotency.ts'
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
/** The actor of a login or of a key, as the audit trail names it. */
const Assignee = form(/^(account|key):[0-9a-f-]{4,36}$/, ASSIGNEE_FORM)

export const PrivacyRequest = z
  .object({
    id: z.uuid(),
    customerId: z.string(),
    person: Named,
    kind: z.enum(REQUEST_KINDS),
    status: z.enum(REQUEST_STATUSES).meta({ description: 'obsolete: the person was erased meanwhile' }),
    clock: z.enum(CLOCKS),
    pack: z.enum(PACK_NAMES),
    receivedAt: At,
    dueAt: At,
    extendedAt: At.nullable(),
    askedBy: z.enum(['person', 'staff']).meta({ description: 'person: in their own screens' }),
    identityProof: z.enum(IDENTITY_PROOFS).nullable(),
    assignee: z.string().nullable(),
    closedAt: At.nullable(),
    closedBy: z.string().nullable(),
    text: z.string().nullable().meta({ description: 'Null once the person is erased, as are the three below' }),
    identityNote: z.string().nullable(),
    extensionReason: z.string().nullable(),
    answer: z.string().nullable(),
    damaged: z.boolean().meta({ description: 'What was said cannot be read; repair it first' }),
  })
  .meta({ id: 'PrivacyRequest' })
export type PrivacyRequest = z.output<typeof PrivacyRequest>

export const recordRequest = endpoint({
  method: 'post',
  path: '/api/v1/privacy-requests',
  summary: 'Record what a person asks for; the clock of the law starts',
  description:
    'An objection ends every consent to marketing at once; the request stays open for what else it is about.',
  tag,
  allow: 'privacy:manage',
  body: z.strictObject({
    customerId: CustomerId,
    kind: z.enum(REQUEST_KINDS),
    text: Words,
    receivedAt: PastMoment.optional().meta({ description: 'When it came, if not now; not in the future' }),
  }),
  output: PrivacyRequest,
  status: 201,
  refuses: [CustomerNotFound, CustomerMerged, KeyReused],
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
  summary: 'Privacy requests: the open ones by their deadlines, the overdue first; then the closed, latest first',
  tag,
  allow: 'privacy:read',
  query: RequestFilter,
  output: z.object({ items: z.array(PrivacyRequest), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const requestStatistics = endpoint({
  method: 'get',
  path: '/api/v1/privacy-requests/statistics',
  summary: 'How many requests there are and how they stand',
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
  summary: 'One privacy request',
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
  summary: 'Say who answers it',
  body: z.strictObject({ assignee: Assignee.nullable() }),
  refuses: always,
})

export const noteIdentity = endpoint({
  ...changing,
  method: 'put',
  path: '/api/v1/privacy-requests/:requestId/identity',
  summary: 'Note how the person proved who they are',
  body: z.strictObject({ proof: z.enum(IDENTITY_PROOFS), note: Words.optional() }),
  refuses: always,
})

export const extendRequest = endpoint({
  ...changing,
  method: 'post',
  path: '/api/v1/privacy-requests/:requestId/extend',
  summary: 'Extend the deadline, once and where the law allows it',
  body: z.strictObject({ reason: Words }),
  refuses: [...always, NoExtension, ExtendedBefore, ExtendedTooLate, KeyReused],
})

export const completeRequest = endpoint({
  ...changing,
  method: 'post',
  path: '/api/v1/privacy-requests/:requestId/complete',
  summary: 'Note that the person got what they asked for',
  description: 'Completing a request for restriction restricts the person.',
  body: z.strictObject({ answer: Words }),
  refuses: [...always, IdentityNotProved, NotErasedYet, KeyReused],
})

export const refuseRequest = endpoint({
  ...changing,
  method: 'post',
  path: '/api/v1/privacy-requests/:requestId/refuse',
  summary: 'Refuse a request, with the reason',
  body: z.strictObject({ reason: Words }),
  refuses: [...always, KeyReused],
})

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/privacy',
  summary: 'Which law counts, and how long things are kept',
  tag,
  allow: 'privacy:read',
  output: PrivacySettings,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/privacy',
  summary: 'Decide which law counts, and how long things are kept',
  description: 'What is not named stays. Deadlines that run already stay as they are.',
  tag,
  allow: 'privacy:manage',
  body: PrivacySettingsChange,
  output: PrivacySettings,
  refuses: [],
})
