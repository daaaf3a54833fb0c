import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { fieldProblem } from '../../kit/field-problem.ts'
import { refusal } from '../../kit/refusal.ts'
import { At, text } from '../../kit/text.ts'
import {
  CustomerId,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
  LastVerifiedContact,
  MergeChoices,
  WrongStatus,
} from '../customers/contract.ts'

const ONE_NAME = fieldProblem('one_name', {
  en: 'Name it once: from or source, into or target',
  ar: 'اذكره مرة واحدة: from أو source، وinto أو target',
})

export const SamePerson = refusal('merge.same_person', 422, {
  en: 'Both are already the same customer.',
  ar: 'كلاهما العميل نفسه بالفعل.',
})
export const AlreadyMerged = refusal('merge.already_merged', 409, {
  en: 'One of the two was merged into another customer in the meantime. Reload and decide again.',
  ar: 'دُمج أحد العميلين مع عميل آخر في الأثناء. أعد تحميل الصفحة ثم قرّر من جديد.',
})
export const MergeNotFound = refusal('merge.not_found', 404, {
  en: 'No merge has this id.',
  ar: 'لا توجد عملية دمج بهذا المعرّف.',
})
export const AlreadyUndone = refusal('merge.already_undone', 409, {
  en: 'This merge is already undone.',
  ar: 'سبق التراجع عن عملية الدمج هذه.',
})
export const UndoLaterFirst = refusal('merge.undo_later_first', 409, {
  en: 'A later merge of the same person depends on this one; undo that one first.',
  ar: 'تستند عملية دمج أحدث للشخص نفسه إلى هذه العملية؛ تراجع عنها أولًا.',
})

const tag = 'Merging'
const Reason = text(500, { multiline: true }).meta({ example: 'One person with two numbers' })

export const Merge = z
  .object({
    id: z.uuid(),
    from: z.string(),
    into: z.string(),
    mergedAt: At,
    mergedBy: z.string(),
    reason: z.string().nullable().meta({ description: 'Null once one of the two was erased' }),
    choices: MergeChoices,
    ordersMoved: z.int(),
    loyaltyPointsMerged: z.int(),
    moved: z.record(z.string(), z.int()).meta({ description: 'Number of moved records by kind' }),
    damaged: z.boolean().meta({ description: 'The merge record is unreadable, so the merge cannot be undone' }),
    undone: z
      .object({
        at: At,
        by: z.string(),
        reason: z.string().nullable(),
        needsHuman: z
          .array(
            z.object({
              customerId: z.string(),
              module: z.string(),
              what: z.enum(['changed_since', 'taken_since', 'below_zero']),
              field: z.string(),
            }),
          )
          .meta({ description: 'Changes since the merge that need a manual check' }),
      })
      .nullable(),
  })
  .meta({ id: 'Merge' })
export type Merge = z.output<typeof Merge>

const Named = z
  .object({
    number: z.string(),
    name: z.string().nullable().meta({ description: 'Null for callers without `customers:read`' }),
    name2: z.string().nullable(),
  })
  .nullable()
  .meta({ description: 'Null once the person is erased' })
/** A merge that is read: with the names of both. */
export const NamedMerge = Merge.extend({ people: z.object({ from: Named, into: Named }) }).meta({ id: 'NamedMerge' })
export type NamedMerge = z.output<typeof NamedMerge>

export const merge = endpoint({
  method: 'post',
  path: '/api/v1/customers/merge',
  aliases: [{ method: 'post', path: '/customers/merge' }],
  summary: 'Merge one customer into another',
  description:
    'All records of `from` move to `into`, the survivor; reading `from` leads to the survivor. The survivor keeps its values, empty fields are filled from `from`, and a verified contact wins over an unverified one; `choices` decides single fields. If `into` was itself merged, its survivor is used. Can be undone.',
  tag,
  allow: 'customers:merge',
  body: z
    .strictObject({
      from: CustomerId.optional(),
      into: CustomerId.optional(),
      source: CustomerId.optional().meta({ description: 'Alias of `from`; give one of them' }),
      target: CustomerId.optional().meta({ description: 'Alias of `into`; give one of them' }),
      reason: Reason,
      choices: MergeChoices.default({}),
      dryRun: z.boolean().default(false).meta({ description: 'Answers what would move, and merges nothing' }),
    })
    .superRefine(({ from, source, into, target }, ctx) => {
      const once = (path: string, one?: string, other?: string) => {
        if ((one === undefined) === (other === undefined))
          ctx.addIssue({ code: 'custom', path: [path], params: { code: ONE_NAME } })
      }
      once('from', from, source)
      once('into', into, target)
    }),
  example: {
    from: 'cust_0198c0de7a317c549e0b3f1d5a2b8c47',
    into: 'cust_0198c0df1b4e7a209d6c2e8f7a104b35',
    reason: 'One person with two numbers',
  },
  output: Merge,
  status: 201,
  refuses: [SamePerson, AlreadyMerged, CustomerNotFound, CustomerRestricted, WrongStatus, LastVerifiedContact],
})

export const undo = endpoint({
  method: 'post',
  path: '/api/v1/merges/:mergeId/undo',
  summary: 'Undo a merge',
  description:
    'Moves back exactly what was moved. Later changes stay with the survivor; `needsHuman` lists what needs a manual check. Merges of one person are undone in reverse order.',
  tag,
  allow: 'customers:merge',
  params: z.object({ mergeId: z.uuid() }),
  body: z.strictObject({ reason: Reason }),
  output: Merge,
  refuses: [MergeNotFound, AlreadyUndone, UndoLaterFirst, CustomerNotFound, CustomerRestricted],
})

const cursor = z.string().max(1_000).optional()

export const get = endpoint({
  method: 'get',
  path: '/api/v1/merges/:mergeId',
  summary: 'Read one merge',
  tag,
  allow: 'customers:history',
  params: z.object({ mergeId: z.uuid() }),
  output: NamedMerge,
  refuses: [MergeNotFound],
})

export const listAll = endpoint({
  method: 'get',
  path: '/api/v1/merges',
  summary: 'List the merges of the business, newest first',
  tag,
  allow: 'customers:history',
  query: z.strictObject({ cursor }),
  output: z.object({ items: z.array(NamedMerge), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const list = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/merges',
  summary: 'List the merges of a customer, newest first',
  tag,
  allow: 'customers:history',
  params: z.object({ customerId: CustomerId }),
  query: z.strictObject({ cursor }),
  output: z.object({ items: z.array(NamedMerge), nextCursor: z.string().nullable() }),
  refuses: [CustomerMerged, CustomerNotFound, CursorInvalid, CursorExpired],
})
