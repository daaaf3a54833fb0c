import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { KeyReused } from '../../kit/idempotency.ts'
import { ExactMoment, form, text } from '../../kit/text.ts'
import {
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
} from '../customers/contract.ts'
import * as no from './refusals.ts'
import { ContactChannel, Document, HEARD, Language, Purpose, Recorded, State, Texts, Version } from './shapes.ts'

export * from './refusals.ts'
export * from './shapes.ts'

import { KEY_FORM } from '../../kit/problems.ts'

const tag = 'Consents'
const documentParams = z.object({ documentId: z.uuid() })
const customerParams = z.object({ customerId: CustomerId })
const Paged = z.strictObject({ cursor: z.string().max(1_000).optional() })

export const listDocuments = endpoint({
  method: 'get',
  path: '/api/v1/consents',
  aliases: [{ method: 'get', path: '/consents' }],
  summary: 'List what people are asked to consent to',
  description:
    'With the text of the latest version in each language; a sign-up page shows it before anybody signed in.',
  tag,
  allow: 'anyone',
  query: z.strictObject({ status: z.enum(['published', 'all']).default('published') }),
  output: z.object({ items: z.array(Document) }),
  refuses: [],
})

export const createDocument = endpoint({
  method: 'post',
  path: '/api/v1/consents',
  summary: 'Publish a document to consent to',
  description:
    'A purpose has one document at a time. E-mail marketing asks for a second yes by a link in an e-mail, unless `doubleOptIn` is false.',
  tag,
  allow: 'consents:manage',
  body: z.strictObject({ purpose: Purpose, doubleOptIn: z.boolean().optional(), texts: Texts }),
  output: Document,
  status: 201,
  refuses: [no.PurposeTaken, no.DoubleOptInByEmailOnly, KeyReused],
})

export const publishVersion = endpoint({
  method: 'post',
  path: '/api/v1/consents/:documentId/versions',
  summary: 'Publish a new version of a document',
  description: 'With `asksAgain`, consents to the versions before become `outdated` until they are given again.',
  tag,
  allow: 'consents:manage',
  params: documentParams,
  body: z.strictObject({ asksAgain: z.boolean(), texts: Texts }),
  output: Document,
  status: 201,
  refuses: [no.DocumentNotFound, no.DocumentRetired, KeyReused],
})

export const listVersions = endpoint({
  method: 'get',
  path: '/api/v1/consents/:documentId/versions',
  summary: 'List every version of a document, newest first',
  tag,
  allow: 'customers:read',
  params: documentParams,
  output: z.object({ items: z.array(Version) }),
  refuses: [no.DocumentNotFound],
})

export const retireDocument = endpoint({
  method: 'post',
  path: '/api/v1/consents/:documentId/retire',
  summary: 'Retire a document',
  description:
    'Nobody can consent to it any more and no consent to it counts; what was said stays, and can be withdrawn.',
  tag,
  allow: 'consents:manage',
  params: documentParams,
  body: z.strictObject({}),
  output: Document,
  refuses: [no.DocumentNotFound, KeyReused],
})

export const read = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/consents',
  aliases: [{ method: 'get', path: '/customers/:customerId/consents' }],
  summary: 'Read what a customer consents to, now or at a time',
  tag,
  allow: 'customers:read',
  params: customerParams,
  query: z.strictObject({ at: ExactMoment.optional() }),
  output: z.object({ customerId: z.string(), items: z.array(State) }),
  refuses: [CustomerMerged, CustomerNotFound],
})

export const decide = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/consents',
  aliases: [{ method: 'post', path: '/customers/:customerId/consents' }],
  summary: 'Record that a customer consents, or does not any more',
  description:
    'Of `documentId` and `purpose` give one. With `version` the consent is refused when that is not the latest: it is what the person was shown. `spoken` is what somebody of the staff heard at the counter.',
  tag,
  allow: 'customers:write',
  params: customerParams,
  body: z.strictObject({
    documentId: z.uuid().optional(),
    purpose: Purpose.optional(),
    version: z.int().positive().optional(),
    decision: z.enum(['granted', 'withdrawn']),
    source: z.enum(HEARD),
    language: Language.optional().meta({ description: 'Of the text that was shown; by default that of the request' }),
    spokenTo: text(80)
      .optional()
      .meta({ description: 'Who of the staff heard it, where several share a till; only with `spoken`' }),
    givenAt: ExactMoment.optional().meta({
      description:
        'When it was decided, elsewhere; only with `import`. Without `version` the version counts that was in force then.',
    }),
    ip: z.union([z.ipv4(), z.ipv6()]).optional().meta({
      description: 'Where the person was, as the server saw it that speaks for them. Needs `consents:relay`.',
    }),
    userAgent: text(300).optional().meta({ description: 'The browser of the person, likewise' }),
  }),
  output: State,
  status: 201,
  refuses: [
    CustomerMerged,
    CustomerNotFound,
    CustomerRestricted,
    no.WhichDocument,
    no.DocumentNotFound,
    no.DocumentRetired,
    no.VersionNotLatest,
    no.SpokenOnly,
    no.SpokenNeedsStaff,
    no.ImportOnly,
    no.RelayOnly,
    no.DecidedInFuture,
    no.EmailNeeded,
    no.ConfirmationJustSent,
    KeyReused,
  ],
})

export const listEvents = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/consents/events',
  summary: 'List every decision of a customer, newest first',
  tag,
  allow: 'customers:read',
  params: customerParams,
  query: Paged,
  output: z.object({ items: z.array(Recorded), nextCursor: z.string().nullable() }),
  refuses: [CustomerMerged, CustomerNotFound, CursorInvalid, CursorExpired],
})

const mine = { tag: 'About oneself', allow: 'signed-in' } as const

export const readOwn = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/consents',
  summary: 'Read what I consent to, now or at a time',
  query: z.strictObject({ at: ExactMoment.optional() }),
  output: z.object({ customerId: z.string(), items: z.array(State) }),
  refuses: [CustomerLoginNeeded],
})

export const decideOwn = endpoint({
  ...mine,
  method: 'post',
  path: '/api/v1/me/consents',
  summary: 'Consent, or take a consent back',
  description:
    'Of `documentId` and `purpose` give one; `version` is what was shown. A yes to marketing by e-mail becomes `pending` until the link in the e-mail is followed.',
  body: z.strictObject({
    documentId: z.uuid().optional(),
    purpose: Purpose.optional(),
    version: z.int().positive().optional(),
    decision: z.enum(['granted', 'withdrawn']),
    language: Language.optional().meta({ description: 'Of the text that was shown; by default that of the request' }),
  }),
  output: State,
  status: 201,
  refuses: [
    CustomerLoginNeeded,
    no.WhichDocument,
    no.DocumentNotFound,
    no.DocumentRetired,
    no.VersionNotLatest,
    no.EmailNeeded,
    no.ConfirmationJustSent,
    KeyReused,
  ],
})

export const listOwnEvents = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/consents/events',
  summary: 'List every decision of mine, newest first',
  query: Paged,
  output: z.object({ items: z.array(Recorded), nextCursor: z.string().nullable() }),
  refuses: [CustomerLoginNeeded, CursorInvalid, CursorExpired],
})

const Receipt = z.object({
  ...Recorded.shape,
  customerId: z.string(),
  business: z.string(),
  title: z.string(),
  text: z.string(),
  sha256: z.string(),
})
export type Receipt = z.output<typeof Receipt>

export const receipt = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/consents/:eventId/receipt',
  summary: 'Read the receipt of a decision, with the text that was decided about',
  tag,
  allow: 'customers:read',
  params: z.object({ customerId: CustomerId, eventId: z.uuid() }),
  output: Receipt,
  refuses: [CustomerMerged, CustomerNotFound, no.DecisionNotFound],
})

export const printedReceipt = endpoint({
  ...receipt,
  path: '/api/v1/customers/:customerId/consents/:eventId/receipt/print',
  summary: 'Print the receipt of a decision',
  query: z.strictObject({ language: Language.optional() }),
  output: z.string(),
  streams: ['text/html'],
})

export const ownReceipt = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/consents/:eventId/receipt',
  summary: 'Read the receipt of a decision of mine, with the text that I decided about',
  params: z.object({ eventId: z.uuid() }),
  output: Receipt,
  refuses: [CustomerLoginNeeded, no.DecisionNotFound],
})

export const marketingContacts = endpoint({
  method: 'get',
  path: '/api/v1/marketing-contacts',
  summary: 'Export who may be sent marketing',
  description:
    'One JSON object a line: only active customers with a consent that counts now, a verified contact, and no wish against this channel and topic. `unsubscribe` is for the List-Unsubscribe header (RFC 8058) and for the foot of the message.',
  tag,
  allow: 'customers:export',
  freshProof: true,
  query: z.strictObject({
    channel: ContactChannel,
    topic: form(/^[a-z][A-Za-z0-9]{0,39}$/, KEY_FORM),
  }),
  output: z.string(),
  streams: ['application/x-ndjson'],
  refuses: [no.DocumentNotFound],
})

const linkParams = z.object({ tenant: z.string().max(63), token: z.string().max(200) })
const page = {
  tag,
  allow: 'anyone',
  link: true,
  params: linkParams,
  output: z.string(),
  streams: ['text/html'],
  refuses: [],
} as const

export const showUnsubscribe = endpoint({
  ...page,
  method: 'get',
  path: '/api/v1/unsubscribe/:tenant/:token',
  summary: 'Show the page behind an unsubscribe link',
  description: 'Changes nothing: whatever looks at links before people do must not unsubscribe them.',
})
export const unsubscribe = endpoint({
  ...page,
  method: 'post',
  path: '/api/v1/unsubscribe/:tenant/:token',
  summary: 'Unsubscribe by a link, with one click (RFC 8058)',
  description: 'Withdraws the one consent that the link is bound to, also when it is followed again.',
})
export const showConfirmation = endpoint({
  ...page,
  method: 'get',
  path: '/api/v1/consent-confirmations/:tenant/:token',
  summary: 'Show the page behind the link that confirms a consent',
  description: 'Changes nothing: whatever looks at links before people do must not consent for them.',
})
export const confirm = endpoint({
  ...page,
  method: 'post',
  path: '/api/v1/consent-confirmations/:tenant/:token',
  summary: 'Confirm a consent by the link in an e-mail',
  description:
    'Once, within a week, while the address is still the customer’s and nothing else was decided since. It proves the mailbox: the e-mail is verified.',
})
