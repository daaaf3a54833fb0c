import { z } from 'zod'
import { withoutCardNumbers } from '../../kit/card-numbers.ts'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { Period, periodShape } from '../../kit/days.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal, VersionConflict } from '../../kit/refusal.ts'
import { At, Moment, text } from '../../kit/text.ts'
import { OwnFields } from './own-fields/schema.ts'
import {
  Customer,
  CustomerChange,
  CustomerFilter,
  CustomerId,
  CustomerNumber,
  CustomerPage,
  Email,
  FoundCustomer,
  NewCustomer,
  OwnChange,
  OwnProfile,
  TypedPhone,
} from './shapes.ts'

export { FIELDS } from './fields.ts'
export { fitsOwn, type OwnField, OwnFields, OwnValues } from './own-fields/schema.ts'
export * from './shapes.ts'
export * from './views/contract.ts'

export const CustomerNotFound = refusal('customer.not_found', 404, {
  en: 'No customer has this id.',
  ar: 'لا يوجد عميل بهذا المعرّف.',
})
export const NotYetKnown = refusal('customer.not_yet', 404, {
  en: 'The customer was not known at that time.',
  ar: 'لم يكن العميل معروفًا في ذلك الوقت.',
})
export const NothingToRestore = refusal('customer.nothing_to_restore', 409, {
  en: 'This change has no former values that can be restored.',
  ar: 'لا توجد لهذا التعديل قيم سابقة يمكن استعادتها.',
})
export const NoneWithPhone = refusal('customer.none_with_phone', 404, {
  en: 'No customer has this phone number.',
  ar: 'لا يوجد عميل بهذا الهاتف.',
})
export const NoneWithEmail = refusal('customer.none_with_email', 404, {
  en: 'No customer has this e-mail.',
  ar: 'لا يوجد عميل بهذا البريد الإلكتروني.',
})
export const NoneWithNumber = refusal('customer.none_with_number', 404, {
  en: 'No customer has this number.',
  ar: 'لا يوجد عميل بهذا الرقم.',
})
export const CustomerMerged = refusal(
  'customer.merged',
  409,
  { en: 'This customer was merged into another one.', ar: 'دُمج هذا العميل مع عميل آخر.' },
  { moved: 'customerId' },
)
export const PhoneTaken = refusal('customer.phone_taken', 409, {
  en: 'Another customer already has this phone number.',
  ar: 'رقم الهاتف هذا مسجل لعميل آخر.',
})
export const EmailTaken = refusal('customer.email_taken', 409, {
  en: 'Another customer already has this e-mail.',
  ar: 'البريد الإلكتروني هذا مسجل لعميل آخر.',
})
export const GuestHasNoContacts = refusal('customer.guest_has_no_contacts', 422, {
  en: 'A guest is anonymous. A customer with a name and a phone is a stub.',
  ar: 'الزائر مجهول الهوية. مع الاسم والهاتف يصبح عميلًا معروفًا.',
})
export const NameNeeded = refusal('customer.name_needed', 422, {
  en: 'This type of customer needs a first name.',
  ar: 'يحتاج هذا النوع من العملاء إلى الاسم الأول.',
})
export const PhoneNeeded = refusal('customer.phone_needed', 422, {
  en: 'This type of customer needs a phone number.',
  ar: 'يحتاج هذا النوع من العملاء إلى رقم هاتف.',
})
export const EmailNeeded = refusal('customer.email_needed', 422, {
  en: 'A full customer needs an e-mail.',
  ar: 'يحتاج العميل الكامل إلى بريد إلكتروني.',
})
export const VerificationRequired = refusal('verification_required', 422, {
  en: 'This needs a contact that was verified by a code.',
  ar: 'يتطلب ذلك وسيلة تواصل موثّقة برمز تحقق.',
})
export const LastVerifiedContact = refusal('customer.last_verified_contact', 422, {
  en: 'A full customer keeps at least one verified contact: verify another one first.',
  ar: 'يحتفظ العميل الكامل بوسيلة تواصل موثّقة واحدة على الأقل: وثّق وسيلة أخرى أولًا.',
})
/** Errors of the verification token for a full customer, which a module above checks. */
export const TokenInvalid = refusal('verification.token_invalid', 422, {
  en: 'This verification is already used, expired, or for another purpose; request a new code.',
  ar: 'هذا التوثيق مستخدم أو منتهي الصلاحية أو لغرض آخر؛ اطلب رمزًا جديدًا.',
})
export const ImportOnly = refusal('customer.import_only', 403, {
  en: 'These fields can only be set with the permission customers:import.',
  ar: 'لا يمكن تعيين هذه الحقول إلا بصلاحية الاستيراد.',
})
export const CustomerRestricted = refusal('customer.restricted', 409, {
  en: 'The processing of this customer’s data is restricted: only the customer can change it.',
  ar: 'معالجة بيانات هذا العميل مقيّدة: لا يستطيع تغييرها إلا العميل نفسه.',
})
export const CustomerDamaged = refusal('customer.damaged', 409, {
  en: 'This customer’s record is damaged. It can be read in part, but not changed, until it is repaired.',
  ar: 'سجل هذا العميل تالف. إلى أن يُصلح يمكن قراءة جزء منه ولا يمكن تعديله.',
})
export const CustomerLoginNeeded = refusal('customer.login_needed', 403, {
  en: 'Only a signed-in customer can do this, for their own account.',
  ar: 'هذا متاح فقط لعميل سجّل الدخول، ولحسابه هو.',
})
export const WrongStatus = refusal('customer.wrong_status', 409, {
  en: 'The customer’s current status does not allow this.',
  ar: 'حالة العميل الحالية لا تسمح بذلك.',
})
export const QueryTooShort = refusal('customer.query_too_short', 422, {
  en: 'Type at least two letters or digits.',
  ar: 'اكتب حرفين أو رقمين على الأقل.',
})

export { CustomerId, outsideId } from './shapes.ts'

import { EXACTLY_ONE } from './problems.ts'

const tag = 'Customers'
const params = z.object({ customerId: CustomerId })
const Reason = withoutCardNumbers(
  z.strictObject({
    reason: text(500, { multiline: true }).meta({ example: 'Asked for it at the counter' }).optional(),
  }),
)

export const create = endpoint({
  method: 'post',
  path: '/api/v1/customers',
  aliases: [{ method: 'post', path: '/customers' }],
  summary: 'Create a customer',
  description:
    'A `guest` is anonymous. A `stub` has a first name and a phone. A `full` customer has a first name, an e-mail and a verified contact. Verified contacts need a verification token (docs/proofs.md) or an API key with `customers:import`.',
  tag,
  allow: 'customers:write',
  body: NewCustomer,
  output: Customer,
  status: 201,
  versioned: true,
  refuses: [
    PhoneTaken,
    EmailTaken,
    GuestHasNoContacts,
    NameNeeded,
    PhoneNeeded,
    EmailNeeded,
    VerificationRequired,
    TokenInvalid,
    ImportOnly,
  ],
})

export const list = endpoint({
  method: 'get',
  path: '/api/v1/customers',
  aliases: [
    { method: 'get', path: '/admin/customers' },
    { method: 'get', path: '/customers' },
  ],
  summary: 'List and search customers',
  description:
    'Without `sort`, exact words come first, then beginnings, then what sounds alike, each by the latest change of identity; `match` and `matchedBy` say how and by which fields each result matches. ' +
    'Contacts that are masked for you are not searched, except the last four digits. `nextCursor` is for the next page and valid for a day.',
  tag,
  allow: 'customers:read',
  query: CustomerPage,
  output: z.object({
    items: z.array(FoundCustomer),
    nextCursor: z.string().nullable(),
    total: z.int().nullable(),
    totalIs: z.enum(['exact', 'estimated', 'at_least', 'not_counted']),
  }),
  refuses: [CursorInvalid, CursorExpired, QueryTooShort],
})

export const lookup = endpoint({
  method: 'post',
  path: '/api/v1/customers/lookup',
  summary: 'Find a customer by phone, e-mail or number',
  description:
    'Looking up a phone or an e-mail needs `customers:contacts`. A POST, so that contacts never appear in URLs.',
  tag,
  allow: 'customers:read',
  body: z
    .strictObject({ phone: TypedPhone.optional(), email: Email.optional(), number: CustomerNumber.optional() })
    .superRefine((given, ctx) => {
      if (Object.keys(given).length !== 1) ctx.addIssue({ code: 'custom', params: { code: EXACTLY_ONE } })
    }),
  example: { phone: '9012 3456' },
  output: Customer,
  versioned: true,
  refuses: [NoneWithPhone, NoneWithEmail, NoneWithNumber],
})

export const get = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId',
  aliases: [{ method: 'get', path: '/customers/:customerId' }],
  summary: 'Read one customer',
  description:
    'With `at`, as they were known then, from their history; totals, points, tier and segment are those of now. Needs `customers:history` too.',
  tag,
  allow: 'customers:read',
  params,
  query: z.strictObject({ at: Moment.optional() }),
  output: Customer,
  versioned: true,
  refuses: [CustomerMerged, CustomerNotFound, NotYetKnown],
})

export const change = endpoint({
  method: 'patch',
  path: '/api/v1/customers/:customerId',
  aliases: [
    { method: 'put', path: '/admin/customers/:customerId' },
    { method: 'patch', path: '/customers/:customerId' },
  ],
  summary: 'Change a customer',
  description:
    'Omitted fields keep their value; null clears. A guest with a name and a phone becomes a stub. A full customer keeps at least one verified contact.',
  tag,
  allow: 'customers:write',
  params,
  body: withoutCardNumbers(CustomerChange),
  output: Customer,
  versioned: true,
  refuses: [
    CustomerMerged,
    CustomerNotFound,
    PhoneTaken,
    EmailTaken,
    NameNeeded,
    PhoneNeeded,
    EmailNeeded,
    LastVerifiedContact,
    WrongStatus,
    CustomerDamaged,
    CustomerRestricted,
    VersionConflict,
  ],
})

export const deactivate = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId',
  aliases: [{ method: 'delete', path: '/customers/:customerId' }],
  summary: 'Deactivate a customer',
  description:
    'The customer and their history are kept and can be reactivated by staff, or by the customer signing in again. To keep a customer from signing in again, suspend them instead. Data is not erased.',
  tag,
  allow: 'customers:deactivate',
  params,
  body: Reason,
  output: Customer,
  versioned: true,
  refuses: [CustomerMerged, CustomerNotFound, CustomerRestricted, WrongStatus, VersionConflict],
})

export const visit = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/visits',
  summary: 'Record a visit',
  description:
    'For use at the counter; counts as activity of the customer, and stands in their history at most once a day. Signing in, consents, addresses, preferences and the cart count by themselves.',
  tag,
  allow: 'customers:write',
  params,
  output: z.object({ noted: z.literal(true) }),
  refuses: [CustomerMerged, CustomerNotFound],
})

export const suspend = endpoint({
  ...deactivate,
  method: 'post',
  path: '/api/v1/customers/:customerId/suspend',
  aliases: [],
  summary: 'Suspend a customer',
  description: 'A suspended customer cannot sign in; only staff can reactivate the customer.',
})

export const reactivate = endpoint({
  ...deactivate,
  method: 'post',
  path: '/api/v1/customers/:customerId/reactivate',
  aliases: [],
  summary: 'Reactivate a customer',
  description: 'After deactivation, suspension or cancellation.',
})

export const revealContacts = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/contacts/reveal',
  summary: 'Unmask the phone and e-mail of a customer',
  description:
    'For roles that see contacts masked. Each use is recorded in the history of the customer, with its reason.',
  tag,
  allow: 'customers:reveal',
  params,
  body: z.strictObject({ reason: text(500).meta({ example: 'The courier asks for the number' }) }),
  output: z.object({ phone: z.string().nullable(), email: z.string().nullable() }),
  refuses: [CustomerMerged, CustomerNotFound],
})

const Contact = z.object({
  type: z.enum(['phone', 'email']),
  value: z.string(),
  primary: z.boolean().meta({ description: 'Whether it is the current phone or e-mail of the customer' }),
  verifiedAt: At.nullable(),
  validFrom: At,
  validTo: At.nullable().meta({ description: 'Null for current contacts' }),
})
export type Contact = z.output<typeof Contact>
const Contacts = z.object({ items: z.array(Contact), contactsMasked: z.boolean() })
export type Contacts = z.output<typeof Contacts>

export const allContacts = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/contacts',
  summary: 'List the phones and e-mails of a customer, including former ones',
  description: 'Current contacts first, including those of merged customers. Masked without `customers:contacts`.',
  tag,
  allow: 'customers:read',
  params,
  output: Contacts,
  refuses: [CustomerMerged, CustomerNotFound],
})

export const allOwnContacts = endpoint({
  method: 'get',
  path: '/api/v1/me/contacts',
  summary: 'List my phones and e-mails, including former ones',
  tag: 'My account',
  allow: 'signed-in',
  output: Contacts,
  refuses: [CustomerLoginNeeded],
})

export const cancelOwn = endpoint({
  method: 'post',
  path: '/api/v1/me/cancel',
  summary: 'Cancel my account',
  description:
    'All sessions end and the customer is kept with status `cancelled`; signing in again reactivates it. Data is not erased. Requires recent authentication.',
  tag: 'My account',
  allow: 'signed-in',
  freshProof: true,
  body: Reason,
  output: z.object({ status: z.literal('cancelled') }),
  refuses: [CustomerLoginNeeded, WrongStatus],
})

export const readOwn = endpoint({
  method: 'get',
  path: '/api/v1/me',
  summary: 'Read my profile',
  description: 'For signed-in customers. Without the notes of the business.',
  tag: 'My account',
  allow: 'signed-in',
  output: OwnProfile,
  versioned: true,
  refuses: [CustomerLoginNeeded],
})

export const changeOwn = endpoint({
  method: 'patch',
  path: '/api/v1/me',
  summary: 'Change my names, language or country',
  description:
    'Omitted fields keep their value; null clears. A new phone or e-mail must be verified first: `POST /api/v1/auth/contacts`.',
  tag: 'My account',
  allow: 'signed-in',
  body: withoutCardNumbers(OwnChange),
  output: OwnProfile,
  versioned: true,
  refuses: [CustomerLoginNeeded, NameNeeded, WrongStatus, VersionConflict],
})

const DisplayName = z.object({
  displayName: z.string().nullable(),
  former: z.array(z.object({ displayName: z.string(), givenUpAt: At })),
})

export const displayNames = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/display-name',
  summary: 'Read the current and former display names',
  tag,
  allow: 'customers:read',
  params,
  output: DisplayName,
  refuses: [CustomerMerged, CustomerNotFound],
})

export const regenerateDisplayName = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/display-name/regenerate',
  aliases: [{ method: 'post', path: '/admin/customers/:customerId/display-name/regenerate' }],
  summary: 'Give a customer a new display name',
  tag,
  allow: 'customers:write',
  params,
  output: DisplayName,
  refuses: [CustomerMerged, CustomerNotFound, CustomerRestricted, WrongStatus],
})

const FreeValues = z.record(z.string(), z.unknown())
export const compareRecord = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/compare',
  summary: 'Compare what was known of a customer at two times',
  tag,
  allow: 'customers:history',
  params,
  query: z.strictObject({ from: Moment, to: Moment.optional().meta({ description: 'By default now' }) }),
  output: z.object({
    from: At,
    to: At,
    known: z.boolean().meta({ description: 'Whether the customer was there at the first time' }),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  }),
  refuses: [CustomerMerged, CustomerNotFound],
})

export const restoreValues = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/restore',
  summary: 'Give fields the value back that they had before a change',
  description: 'An edit like any other, by the same rules and with its own entry in the history.',
  tag,
  allow: 'customers:write',
  params,
  body: z.strictObject({
    entryId: z.uuid().meta({ description: 'The entry of the history' }),
    fields: z
      .array(z.string().max(40).meta({ example: 'firstName' }))
      .min(1)
      .max(40)
      .optional()
      .meta({ description: 'By default all that it changed' }),
  }),
  output: Customer,
  versioned: true,
  refuses: [
    CustomerMerged,
    CustomerNotFound,
    CustomerRestricted,
    CustomerDamaged,
    NothingToRestore,
    PhoneTaken,
    EmailTaken,
    NameNeeded,
    PhoneNeeded,
    EmailNeeded,
    LastVerifiedContact,
  ],
})

export const readOwnFields = endpoint({
  method: 'get',
  path: '/api/v1/settings/fields',
  summary: 'Read the fields that the business added to persons and addresses',
  tag,
  allow: 'customers:read',
  output: OwnFields,
  refuses: [],
})

export const changeOwnFields = endpoint({
  method: 'put',
  path: '/api/v1/settings/fields',
  summary: 'Decide about the fields that the business adds to persons and addresses',
  description:
    'Their values are always encrypted. What was written into a field that is removed is hidden; the same key brings it back.',
  tag,
  allow: 'settings:manage',
  body: OwnFields,
  output: OwnFields,
  refuses: [],
})

export const Change = z
  .object({
    id: z.string(),
    at: At,
    actor: z.string(),
    action: z.string(),
    fields: z.array(z.string()),
    before: FreeValues,
    after: FreeValues,
    reason: z.string().nullable(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    requestId: z.string(),
    damaged: z.boolean().meta({ description: 'The content cannot be read and is not shown' }),
  })
  .meta({ id: 'Change' })

export const history = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/history',
  summary: 'Read the history of a customer, newest first',
  tag,
  allow: 'customers:history',
  params,
  query: z.strictObject({ cursor: z.string().max(1_000).optional() }),
  output: z.object({ items: z.array(Change), nextCursor: z.string().nullable() }),
  refuses: [CustomerMerged, CustomerNotFound, CursorInvalid, CursorExpired],
})

const Counts = z.record(z.string(), z.int())
export const statistics = endpoint({
  method: 'get',
  path: '/api/v1/customers/statistics',
  summary: 'Count customers by type, status, tier and time',
  tag,
  allow: 'customers:statistics',
  output: z.object({
    total: z.int(),
    byType: Counts,
    byStatus: Counts,
    byTier: Counts,
    phoneVerified: z.int(),
    newToday: z.int(),
    newThisWeek: z.int(),
    newThisMonth: z.int(),
    asOf: At.meta({ description: 'When it was counted' }),
  }),
  refuses: [],
})

export const profileCompleteness = endpoint({
  method: 'get',
  path: '/api/v1/customers/statistics/completeness',
  summary: 'Measure how complete the profiles are: name, phone and e-mail of all customers except guests',
  tag: 'Statistics',
  allow: 'customers:statistics',
  output: z.object({
    people: z.int(),
    having: z.object({ name: z.int(), phone: z.int(), email: z.int() }),
    completeness: z.number().nullable().meta({ description: '0 to 1; null if there are no customers' }),
    target: z.number(),
    reached: z.boolean(),
  }),
  refuses: [],
})

export const customersByDay = endpoint({
  method: 'get',
  path: '/api/v1/customers/statistics/days',
  summary: 'Count new customers by day and type',
  description:
    'By their current type: a customer created as a guest who is full today counts as full on the day of creation. In the time zone of the business.',
  tag: 'Statistics',
  allow: 'customers:statistics',
  query: Period,
  output: z.object({
    ...periodShape,
    total: z.object({ all: z.int(), reachedStub: z.int(), reachedFull: z.int(), phoneVerified: z.int() }),
    days: z.array(
      z.object({ day: z.iso.date(), guest: z.int(), stub: z.int(), full: z.int(), phoneVerified: z.int() }),
    ),
  }),
  refuses: [],
})

export const exportCustomers = endpoint({
  method: 'get',
  path: '/api/v1/customers/export',
  summary: 'Export customers as CSV or NDJSON',
  description:
    'Takes the filters of the list. Streamed. The CSV starts with a byte order mark, so that Excel shows Arabic; cells that a spreadsheet would run as formulas are prefixed with an apostrophe.',
  tag,
  allow: 'customers:export',
  freshProof: true,
  query: z.strictObject({ ...CustomerFilter.shape, format: z.enum(['csv', 'ndjson']).default('csv') }),
  output: z.string(),
  streams: ['text/csv', 'application/x-ndjson'],
  refuses: [QueryTooShort],
})

export const MOST_SELECTED = 5_000

export const exportSelected = endpoint({
  ...exportCustomers,
  method: 'post',
  summary: 'Export selected customers',
  description: `The same for up to ${MOST_SELECTED.toLocaleString('en')} selected customers. Merged and erased customers are left out.`,
  query: z.strictObject({}),
  body: z.strictObject({
    ids: z.array(CustomerId).min(1).max(MOST_SELECTED),
    reason: text(500, { multiline: true }).meta({ description: 'Kept in the audit trail' }),
    format: z.enum(['csv', 'ndjson']).default('csv'),
  }),
  example: { ids: ['cust_0198c0de7a317c549e0b3f1d5a2b8c47'], reason: 'For the Eid greetings' },
  refuses: [],
})
