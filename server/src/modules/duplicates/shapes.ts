import { z } from 'zod'
import { At } from '../../kit/text.ts'
import { Customer, CustomerId, GroupChoices, MergeChoices } from '../customers/contract.ts'
import { LEVEL_NAMES } from './linkage/compare/kinds.ts'

export { Customer, CustomerId, GroupChoices, MergeChoices }

export const STATES = ['open', 'put_off', 'accepted', 'rejected', 'family'] as const
export const VETOES = ['birth_dates_differ', 'verified_phones_differ'] as const
/** What is compared of a customer. */
export const COMPARED = [
  'firstName',
  'lastName',
  'birthDate',
  'phone',
  'email',
  'companyName',
  'address',
  'city',
] as const

const Level = z
  .enum([...new Set(LEVEL_NAMES)])
  .meta({ description: '`missing` says nothing either way', example: 'sounds' })
/** What one field says for or against, in bits: with `beforehand` and `household` they add up to the score. */
const Reason = z.object({
  field: z.enum(COMPARED),
  level: Level,
  bits: z.number(),
})
export const Explanation = z.object({
  score: z.number().meta({ description: 'In bits: above 0 it is likelier that both are one person' }),
  probability: z.number(),
  beforehand: z.number().meta({ description: 'How likely any two customers are one person' }),
  household: z.number().meta({ description: 'Taken away, because people of one household share it as well' }),
  reasons: z.array(Reason),
  vetoes: z.array(z.enum(VETOES)).meta({ description: 'Speaks against it at any score: never merged automatically' }),
  wouldDecide: z
    .array(z.object({ field: z.enum(COMPARED), bits: z.number() }))
    .meta({ description: 'Unknown of one of the two; so much would it say if it were the same' }),
  modelVersion: z.int().meta({ description: '0: nothing was learned yet' }),
})
export type Explanation = z.output<typeof Explanation>

export const Match = z
  .object({ customer: Customer, household: z.boolean(), explanation: Explanation })
  .meta({ id: 'DuplicateMatch' })
export type Match = z.output<typeof Match>

export const Suggestion = z
  .object({
    id: z.uuid(),
    state: z.enum(STATES),
    customers: z.array(Customer).max(2).meta({ description: 'The proposed survivor first' }),
    explanation: Explanation.nullable().meta({ description: 'Null once one of the two is gone' }),
    score: z.number(),
    foundAt: At,
    putOffTo: At.nullable(),
    decidedAt: At.nullable(),
    decidedBy: z.string().nullable(),
    mergeId: z.uuid().nullable(),
    batchId: z.uuid().nullable(),
  })
  .meta({ id: 'DuplicateSuggestion' })
export type Suggestion = z.output<typeof Suggestion>

const decisions = {
  threshold: z.number().min(-3).max(60).nullable().meta({ description: 'In bits; null: the one found from the data' }),
  autoMerge: z.boolean(),
  autoMergeFrom: z.number().min(5).max(60).meta({ description: 'In bits' }),
  differentBirthDates: z.enum(['weigh', 'never_merge']),
  differentVerifiedPhones: z.enum(['weigh', 'never_merge']),
}
export const DuplicateSettings = z.object({
  threshold: decisions.threshold.default(null),
  autoMerge: decisions.autoMerge.default(false),
  autoMergeFrom: decisions.autoMergeFrom.default(20),
  differentBirthDates: decisions.differentBirthDates.default('weigh'),
  differentVerifiedPhones: decisions.differentVerifiedPhones.default('weigh'),
})
export type DuplicateSettings = z.output<typeof DuplicateSettings>
export const DuplicateSettingsChange = z.strictObject(decisions).partial()

export const DuplicateModel = z
  .object({
    version: z.int(),
    active: z.boolean(),
    madeAt: At.nullable(),
    customers: z.int(),
    threshold: z.number(),
    fields: z.array(
      z.object({
        field: z.enum(COMPARED),
        levels: z.array(z.object({ level: Level, bits: z.number() })),
      }),
    ),
  })
  .meta({ id: 'DuplicateModel' })
export type DuplicateModel = z.output<typeof DuplicateModel>

export const Doubt = z
  .object({
    mergeId: z.uuid(),
    customers: z.array(Customer).meta({ description: 'As an undo would give them: the survivor first' }),
    explanation: Explanation,
    scoreThen: z.number().meta({ description: 'When they were merged, or when the merge was last kept' }),
    since: At,
  })
  .meta({ id: 'DoubtedMerge' })
export type Doubt = z.output<typeof Doubt>

const Link = z.object({ one: z.string(), other: z.string(), score: z.number() })
export const Group = z
  .object({
    customers: z.array(Customer).meta({ description: 'The proposed survivor first' }),
    links: z.array(Link).meta({ description: 'Of each two; the weakest first' }),
    weakest: Link,
  })
  .meta({ id: 'DuplicateGroup' })
export type Group = z.output<typeof Group>

export const Batch = z
  .object({
    id: z.uuid(),
    madeAt: At,
    madeBy: z.string(),
    from: z.number(),
    merges: z.int(),
    refused: z
      .array(
        z.object({
          suggestionId: z.uuid().nullable().meta({ description: 'Null where nothing is merged' }),
          code: z.string().meta({ description: 'Of the error', example: 'customer.restricted' }),
        }),
      )
      .meta({ description: 'What was not merged, and why' }),
    undoneAt: At.nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: 'DuplicateBatch' })
export type Batch = z.output<typeof Batch>

export const GroupMerge = Batch.extend({
  moved: z
    .record(z.string(), z.int())
    .optional()
    .meta({ description: 'Only where nothing is merged: number of records that would move, by kind' }),
}).meta({ id: 'DuplicateGroupMerge' })
export type GroupMerge = z.output<typeof GroupMerge>
