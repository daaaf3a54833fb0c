import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
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
  summary: 'List the consent documents',
  description: 'With the latest text in each language, for sign-up pages before sign-in.',
  tag,
  allow: 'anyone',
  query: z.strictObject({ status: z.enum(['published', 'all']).default('published') }),
  output: z.object({ items: z.array(Document) }),
  refuses: [],
})

export const createDocument = endpoint({
  method: 'post',
  path: '/api/v1/consents',
  summary: 'Publish a consent document',
  description:
    'A purpose has one document at a time. E-mail marketing uses double opt-in, a confirmation link in an e-mail, unless `doubleOptIn` is false.',
  tag,
  allow: 'consents:manage',
  body: z.strictObject({ purpose: Purpose, doubleOptIn: z.boolean().optional(), texts: Texts }),
  output: Document,
  status: 201,
  refuses: [no.PurposeTaken, no.DoubleOptInByEmailOnly],
})

export const publishVersion = endpoint({
  method: 'post',
  path: '/api/v1/consents/:documentId/versions',
  summary: 'Publish a new version of a consent document',
  description: 'With `asksAgain`, consents to earlier versions become `outdated` until they are given again.',
  tag,
  allow: 'consents:manage',
  params: documentParams,
  body: z.strictObject({ asksAgain: z.boolean(), texts: Texts }),
  output: Document,
  status: 201,
  refuses: [no.DocumentNotFound, no.DocumentRetired],
})

export const listVersions = endpoint({
  method: 'get',
  path: '/api/v1/consents/:documentId/versions',
  summary: 'List the versions of a consent document, newest first',
  tag,
  allow: 'customers:read',
  params: documentParams,
  output: z.object({ items: z.array(Version) }),
  refuses: [no.DocumentNotFound],
})

export const retireDocument = endpoint({
  method: 'post',
  path: '/api/v1/consents/:documentId/retire',
  summary: 'Retire a consent document',
  description:
    'New consents are refused and existing ones no longer count. Decisions stay on record and can be withdrawn.',
  tag,
  allow: 'consents:manage',
  params: documentParams,
  body: z.strictObject({}),
  output: Document,
  refuses: [no.DocumentNotFound],
})

export const read = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/consents',
  aliases: [{ method: 'get', path: '/customers/:customerId/consents' }],
  summary: 'Read the consents of a customer, now or at a given time',
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
  summary: 'Record a consent decision of a customer',
  description:
    'Give `documentId` or `purpose`. `version` is the version that the person was shown: if it is not the latest, the consent is refused. `spoken` is a decision that a staff member heard at the counter.',
  tag,
  allow: 'customers:write',
  params: customerParams,
  body: z.strictObject({
    documentId: z.uuid().optional(),
    purpose: Purpose.optional(),
    version: z.int().positive().optional(),
    decision: z.enum(['granted', 'withdrawn']),
    source: z.enum(HEARD),
    language: Language.optional().meta({
      description: 'Language of the text that was shown; by default that of the request',
    }),
    spokenTo: text(80)
      .optional()
      .meta({ description: 'The staff member who heard it, if several share a till; only with `spoken`' }),
    givenAt: ExactMoment.optional().meta({
      description:
        'Time of the original decision; only with `import`. Without `version`, the version in force at that time counts.',
    }),
    origin: text(300).optional().meta({ description: 'Where the person decided; only with `import`' }),
    proof: text(300).optional().meta({ description: 'What shows the decision; only with `import`' }),
    ip: z.union([z.ipv4(), z.ipv6()]).optional().meta({
      description: 'IP address of the person, as seen by the calling server. Needs `consents:relay`.',
    }),
    userAgent: text(300)
      .optional()
      .meta({ description: 'Browser of the person, as seen by the calling server. Needs `consents:relay`.' }),
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
  ],
})

export const listEvents = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/consents/events',
  summary: 'List the consent decisions of a customer, newest first',
  tag,
  allow: 'customers:read',
  params: customerParams,
  query: Paged,
  output: z.object({ items: z.array(Recorded), nextCursor: z.string().nullable() }),
  refuses: [CustomerMerged, CustomerNotFound, CursorInvalid, CursorExpired],
})

const mine = { tag: 'My account', allow: 'signed-in' } as const

export const readOwn = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/consents',
  summary: 'Read my consents, now or at a given time',
  query: z.strictObject({ at: ExactMoment.optional() }),
  output: z.object({ customerId: z.string(), items: z.array(State) }),
  refuses: [CustomerLoginNeeded],
})

export const decideOwn = endpoint({
  ...mine,
  method: 'post',
  path: '/api/v1/me/consents',
  summary: 'Give or withdraw a consent',
  description:
    'Give `documentId` or `purpose`; `version` is the version that was shown. With double opt-in a consent to e-mail marketing is `pending` until the link in the e-mail is followed.',
  body: z.strictObject({
    documentId: z.uuid().optional(),
    purpose: Purpose.optional(),
    version: z.int().positive().optional(),
    decision: z.enum(['granted', 'withdrawn']),
    language: Language.optional().meta({
      description: 'Language of the text that was shown; by default that of the request',
    }),
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
  ],
})

export const listOwnEvents = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/consents/events',
  summary: 'List my consent decisions, newest first',
  query: Paged,
  output: z.object({ items: z.array(Recorded), nextCursor: z.string().nullable() }),
  refuses: [CustomerLoginNeeded, CursorInvalid, CursorExpired],
})

const Receipt = z
  .object({
    ...Recorded.shape,
    customerId: z.string(),
    business: z.string(),
    title: z.string(),
    text: z.string(),
    sha256: z.string(),
  })
  .meta({ id: 'ConsentReceipt' })
export type Receipt = z.output<typeof Receipt>

export const receipt = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/consents/:eventId/receipt',
  summary: 'Read the receipt of a consent decision, with its text',
  tag,
  allow: 'customers:read',
  params: z.object({ customerId: CustomerId, eventId: z.uuid() }),
  output: Receipt,
  refuses: [CustomerMerged, CustomerNotFound, no.DecisionNotFound],
})

export const printedReceipt = endpoint({
  ...receipt,
  path: '/api/v1/customers/:customerId/consents/:eventId/receipt/print',
  summary: 'Read the receipt of a consent decision as a page to print',
  query: z.strictObject({ language: Language.optional() }),
  output: z.string(),
  streams: ['text/html'],
})

export const ownReceipt = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/consents/:eventId/receipt',
  summary: 'Read the receipt of my consent decision, with its text',
  params: z.object({ eventId: z.uuid() }),
  output: Receipt,
  refuses: [CustomerLoginNeeded, no.DecisionNotFound],
})

export const marketingContacts = endpoint({
  method: 'get',
  path: '/api/v1/marketing-contacts',
  summary: 'Export marketing contacts',
  description:
    'One JSON object per line. Includes active customers with a current consent, a verified contact, and no preference against this channel and topic. `unsubscribe` is for the List-Unsubscribe header (RFC 8058) and the footer of the message.',
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
  summary: 'Show the page of an unsubscribe link',
  description: 'Changes nothing, because mail scanners follow links.',
})
export const unsubscribe = endpoint({
  ...page,
  method: 'post',
  path: '/api/v1/unsubscribe/:tenant/:token',
  summary: 'Unsubscribe by a link, with one click (RFC 8058)',
  description: 'Withdraws the consent that the link belongs to; repeating it has the same result.',
})
export const showConfirmation = endpoint({
  ...page,
  method: 'get',
  path: '/api/v1/consent-confirmations/:tenant/:token',
  summary: 'Show the page of a confirmation link',
  description: 'Changes nothing, because mail scanners follow links.',
})
export const confirm = endpoint({
  ...page,
  method: 'post',
  path: '/api/v1/consent-confirmations/:tenant/:token',
  summary: 'Confirm a consent by the link in an e-mail',
  description:
    'Single-use, valid for a week, as long as the e-mail still belongs to the customer and no later decision exists. The e-mail is verified by it.',
})
