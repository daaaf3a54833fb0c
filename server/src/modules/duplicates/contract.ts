import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { Forbidden, refusal } from '../../kit/refusal.ts'
import { Moment, text } from '../../kit/text.ts'
import { CustomerNotFound, CustomerRestricted, LastVerifiedContact, WrongStatus } from '../customers/contract.ts'
import { AlreadyMerged, Merge, SamePerson } from '../merging/contract.ts'
import {
  Batch,
  CustomerId,
  Doubt,
  DuplicateModel,
  DuplicateSettings,
  DuplicateSettingsChange,
  Explanation,
  Group,
  GroupChoices,
  GroupMerge,
  Match,
  MergeChoices,
  STATES,
  Suggestion,
} from './shapes.ts'

export const SuggestionNotFound = refusal('duplicate.not_found', 404, {
  en: 'No likely duplicate has this id.',
  ar: 'لا يوجد سجل مكرر محتمل بهذا المعرّف.',
})
export const AlreadyDecided = refusal('duplicate.already_decided', 409, {
  en: 'These two were merged already.',
  ar: 'سبق دمج هذين السجلين.',
})
export const ModelNotFound = refusal('duplicate.model_not_found', 404, {
  en: 'There is no model of this version.',
  ar: 'لا يوجد نموذج بهذا الإصدار.',
})
export const BatchNotFound = refusal('duplicate.batch_not_found', 404, {
  en: 'No batch of merges has this id.',
  ar: 'لا توجد دفعة دمج بهذا المعرّف.',
})

export const GroupChanged = refusal('duplicate.group_changed', 409, {
  en: 'The group has changed since it was shown. Look at it again.',
  ar: 'تغيّرت المجموعة منذ عرضها. راجعها من جديد.',
})
export const MergeNotDoubted = refusal('duplicate.merge_not_doubted', 404, {
  en: 'Nothing speaks against this merge.',
  ar: 'لا شيء يعارض عملية الدمج هذه.',
})

const tag = 'Duplicates'
const suggested = z.object({ suggestionId: z.uuid() })
const cursor = z.string().max(1_000).optional()

export const match = endpoint({
  method: 'post',
  path: '/api/v1/customers/matches',
  summary: 'Find the customers that a new or changed one probably is',
  description:
    'Before anything is saved. Each match says why, field by field. A shared phone or address alone is no identity: `household` then says so. Without `customers:contacts` phones and e-mails are not compared, without `addresses:read` no addresses.',
  tag,
  allow: 'customers:read',
  body: z.strictObject({
    firstName: text(100).optional().meta({ example: 'Aisha' }),
    lastName: text(100).optional().meta({ example: 'Al Balushi' }),
    name2: text(200).optional(),
    phone: text(40).optional().meta({ example: '9012 3456' }),
    email: text(254).optional(),
    birthDate: text(10).optional(),
    companyName: text(200).optional(),
    address: text(300).optional().meta({ example: 'Villa 12, Way 3021' }),
    city: text(120).optional(),
    except: CustomerId.optional().meta({ description: 'The customer that is being changed' }),
  }),
  output: z.object({ items: z.array(Match) }),
  refuses: [],
})

export const list = endpoint({
  method: 'get',
  path: '/api/v1/duplicates',
  summary: 'List likely duplicates, the likeliest first',
  description: 'Above the threshold. What was put off comes back by itself.',
  tag,
  allow: 'duplicates:read',
  also: 'customers:read',
  query: z.strictObject({ state: z.enum(STATES).default('open'), customerId: CustomerId.optional(), cursor }),
  output: z.object({
    items: z.array(Suggestion),
    nextCursor: z.string().nullable(),
    waiting: z.int().meta({ description: 'Customers that are still to be looked at' }),
  }),
  refuses: [CursorInvalid, CursorExpired],
})

export const get = endpoint({
  method: 'get',
  path: '/api/v1/duplicates/:suggestionId',
  summary: 'Read one likely duplicate, explained',
  tag,
  allow: 'duplicates:read',
  also: 'customers:read',
  params: suggested,
  output: Suggestion,
  refuses: [SuggestionNotFound],
})

export const explain = endpoint({
  method: 'get',
  path: '/api/v1/duplicates/explanation',
  summary: 'Explain how alike any two customers are',
  description:
    'Without `customers:contacts` phones and e-mails are not compared, without `addresses:read` no addresses.',
  tag,
  allow: 'duplicates:read',
  also: 'customers:read',
  query: z.strictObject({ one: CustomerId, other: CustomerId }),
  output: Explanation,
  refuses: [CustomerNotFound],
})

export const accept = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/:suggestionId/accept',
  summary: 'Merge two likely duplicates',
  description: 'By default into the proposed survivor. Can be undone like any merge.',
  tag,
  allow: 'customers:merge',
  params: suggested,
  body: z.strictObject({
    into: CustomerId.optional().meta({ description: 'The survivor' }),
    choices: MergeChoices.default({}),
    reason: text(500, { multiline: true }).optional(),
  }),
  example: { reason: 'One person with two phones' },
  output: Merge,
  status: 201,
  refuses: [
    SuggestionNotFound,
    AlreadyDecided,
    SamePerson,
    AlreadyMerged,
    CustomerNotFound,
    CustomerRestricted,
    WrongStatus,
    LastVerifiedContact,
  ],
})

export const reject = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/:suggestionId/reject',
  summary: 'Say that two customers are different people',
  description: 'Remembered until one of the two changes. `family`: they share a phone or an address.',
  tag,
  allow: 'duplicates:decide',
  also: 'customers:read',
  params: suggested,
  body: z.strictObject({ because: z.enum(['different', 'family']).default('different') }),
  example: { because: 'family' },
  output: Suggestion,
  refuses: [SuggestionNotFound, AlreadyDecided],
})

export const putOff = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/:suggestionId/put-off',
  summary: 'Decide about two customers later',
  tag,
  allow: 'duplicates:decide',
  also: 'customers:read',
  params: suggested,
  body: z.strictObject({ to: Moment.optional().meta({ description: 'By default in a week' }) }),
  example: { to: '2026-12-24' },
  output: Suggestion,
  refuses: [SuggestionNotFound, AlreadyDecided],
})

export const reopen = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/:suggestionId/reopen',
  summary: 'Reopen a decision that merged nothing',
  description: 'Needs `customers:merge` too while duplicates are merged automatically.',
  tag,
  allow: 'duplicates:decide',
  also: 'customers:read',
  params: suggested,
  output: Suggestion,
  refuses: [SuggestionNotFound, AlreadyDecided, Forbidden],
})

const Share = z.number().meta({ description: 'Of one' })
export const statistics = endpoint({
  method: 'get',
  path: '/api/v1/duplicates/statistics',
  summary: 'Count likely duplicates and how often they were right',
  tag,
  allow: 'duplicates:read',
  output: z.object({
    waiting: z.int(),
    states: z.record(z.enum(STATES), z.int()),
    listed: z.int().meta({ description: 'How many the list of open ones has' }),
    precision: z
      .object({ decided: z.int(), estimate: Share, low: Share, high: Share })
      .nullable()
      .meta({ description: 'From decisions of the business, with the interval of 95 %; null without any' }),
    leftOut: z.object({ cap: z.int(), blocks: z.int(), largest: z.int() }).meta({
      description:
        'What more than `cap` customers have in common brings none of them together: so many such things there are, and so many customers share the most frequent one. They may meet in something else.',
    }),
    threshold: z.number(),
    thresholds: z
      .array(z.object({ threshold: z.number(), open: z.int(), expectedWrong: z.number() }))
      .meta({ description: 'How many would be shown at other thresholds' }),
  }),
  refuses: [],
})

export const settings = endpoint({
  method: 'get',
  path: '/api/v1/duplicates/settings',
  summary: 'Read how duplicates are found',
  tag,
  allow: 'duplicates:read',
  output: DuplicateSettings,
  refuses: [],
})
export const changeSettings = endpoint({
  method: 'patch',
  path: '/api/v1/duplicates/settings',
  summary: 'Change how duplicates are found',
  description: 'Needs `customers:merge` too if duplicates are then merged automatically.',
  tag,
  allow: 'duplicates:decide',
  body: DuplicateSettingsChange,
  example: { threshold: 3 },
  output: DuplicateSettings,
  refuses: [Forbidden],
})

export const models = endpoint({
  method: 'get',
  path: '/api/v1/duplicates/models',
  summary: 'List what was learned, newest first',
  tag,
  allow: 'duplicates:read',
  output: z.object({ items: z.array(DuplicateModel) }),
  refuses: [],
})
export const activate = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/models/:version/activate',
  summary: 'Use an earlier model; 0 is the usual one',
  description: 'Needs `customers:merge` too while duplicates are merged automatically.',
  tag,
  allow: 'duplicates:decide',
  params: z.object({
    version: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  }),
  output: DuplicateModel,
  refuses: [ModelNotFound, Forbidden],
})

export const batches = endpoint({
  method: 'get',
  path: '/api/v1/duplicates/batches',
  summary: 'List the batches of merges, newest first',
  tag,
  allow: 'duplicates:read',
  output: z.object({ items: z.array(Batch) }),
  refuses: [],
})
export const mergeBatch = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/batches',
  summary: 'Merge the likeliest duplicates at once',
  description: 'At most 100, none with a veto, and none that was merged and undone before.',
  tag,
  allow: 'customers:merge',
  body: z.strictObject({
    from: z.number().min(5).max(60).meta({ description: 'The least score, in bits', example: 20 }),
  }),
  output: Batch,
  status: 201,
  refuses: [],
})
export const undoBatch = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/batches/:batchId/undo',
  summary: 'Undo the merges of a batch',
  description: 'Those that a later merge depends on stay; repeat it after undoing these.',
  tag,
  allow: 'customers:merge',
  params: z.object({ batchId: z.uuid() }),
  output: Batch,
  refuses: [BatchNotFound],
})

export const group = endpoint({
  method: 'get',
  path: '/api/v1/duplicates/:suggestionId/group',
  summary: 'Read all customers that are probably one person with these two',
  description:
    'By complete linkage: nobody in it speaks against anybody else in it. The weakest link is the one to look at.',
  tag,
  allow: 'duplicates:read',
  also: 'customers:read',
  params: suggested,
  output: Group,
  refuses: [SuggestionNotFound],
})
export const mergeGroup = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/:suggestionId/group/merge',
  summary: 'Merge a whole group into its first customer',
  description: 'As a batch, which is undone as one. The same Idempotency-Key finishes one that was interrupted.',
  tag,
  allow: 'customers:merge',
  params: suggested,
  body: z.strictObject({
    customers: z
      .array(z.strictObject({ id: CustomerId, version: z.int() }))
      .min(2)
      .max(50)
      .meta({ description: 'The group as it was shown, the survivor first; refused where one has changed since' }),
    choices: GroupChoices.default({}).meta({ description: 'The customer whose value of a field the survivor gets' }),
    dryRun: z.boolean().default(false).meta({ description: 'Answers what would move, and merges nothing' }),
  }),
  example: {
    customers: [
      { id: 'cust_0198c0df1b4e7a209d6c2e8f7a104b35', version: 3 },
      { id: 'cust_0198c0de7a317c549e0b3f1d5a2b8c47', version: 1 },
    ],
  },
  output: GroupMerge,
  status: 201,
  refuses: [SuggestionNotFound, GroupChanged],
})

export const doubts = endpoint({
  method: 'get',
  path: '/api/v1/duplicates/doubts',
  summary: 'List merges that no longer look right',
  description:
    'Something has changed since that speaks against it, or another model decides. Undo the merge, or say that it is right.',
  tag,
  allow: 'duplicates:read',
  also: 'customers:read',
  query: z.strictObject({
    customerId: CustomerId.optional().meta({ description: 'The survivor' }),
    limit: z
      .string()
      .regex(/^([1-9]|[1-4]\d|50)$/)
      .transform(Number)
      .default(50),
    cursor,
  }),
  output: z.object({ items: z.array(Doubt), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})
export const keep = endpoint({
  method: 'post',
  path: '/api/v1/duplicates/doubts/:mergeId/keep',
  summary: 'Say that a merge is right all the same',
  description: 'It is suggested again only if more speaks against it.',
  tag,
  allow: 'duplicates:decide',
  also: 'customers:read',
  params: z.object({ mergeId: z.uuid() }),
  output: z.object({ items: z.array(Doubt) }),
  refuses: [MergeNotDoubted],
})
