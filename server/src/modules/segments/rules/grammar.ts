import { z } from 'zod'
import { Day, form, text } from '../../../kit/text.ts'
import { ATTRIBUTE_MISSING, TAG_FORM } from '../problems.ts'

/** What a rule may say of an attribute, by its type. docs/segments.md shows each. */
export const OPERATORS = [
  ...(['one_of', 'none_of', 'any_of', 'all_of', 'known', 'unknown'] as const),
  ...(['yes', 'no', 'at_least', 'at_most', 'within', 'longer_ago', 'before', 'on_or_after'] as const),
] as const
export type Operator = (typeof OPERATORS)[number]

export const MOST_SEGMENTS = 50
export const MOST_TAGS = 50
export const MOST_COMPARISONS = 40
/** With the rules of tags that a rule asks for: in one rule, and in all of them together. */
export const MOST_WITH_TAGS = 400
export const MOST_OF_ALL = 4_000
const MOST_WORDS = 200
const MOST_DAYS = 3_650

const Days = z.int().min(1).max(MOST_DAYS)
const Words = z.array(text(120)).min(1).max(MOST_WORDS)

export const Comparison = z
  .strictObject({
    attribute: z
      .string()
      .max(60)
      .refine((attribute) => attribute !== '', { params: { code: ATTRIBUTE_MISSING } })
      .meta({ description: 'One of `GET /api/v1/segments/attributes`', example: 'spent' }),
    is: z.enum(OPERATORS).meta({ example: 'at_least' }),
    value: z.union([z.number(), Day, Words]).optional().meta({
      description:
        'Words for one_of, none_of, any_of and all_of; a number for at_least and at_most (money in minor units); days for within and longer_ago; a day for before and on_or_after',
      example: 200000,
    }),
    window: z
      .strictObject({ days: Days.meta({ example: 90 }) })
      .optional()
      .meta({ description: 'Only what happened in the last days counts' }),
  })
  .meta({ id: 'SegmentComparison' })
export type Comparison = z.output<typeof Comparison>

export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | Comparison

export const Rule: z.ZodType<Rule, Rule> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(Rule).min(1).max(MOST_COMPARISONS) }),
      z.strictObject({ any: z.array(Rule).min(1).max(MOST_COMPARISONS) }),
      z.strictObject({ not: Rule }),
      Comparison,
    ]),
  )
  .meta({
    id: 'SegmentRule',
    description: '`{ all: […] }`, `{ any: […] }`, `{ not: … }`, or a comparison; see docs/segments.md',
    example: { attribute: 'spent', is: 'at_least', value: 200000, window: { days: 90 } },
  })

const Key = form(/^[a-z][a-z0-9_-]{0,39}$/, TAG_FORM).meta({ example: 'vip' })
const Named = z.strictObject({
  en: text(60).meta({ example: 'VIP' }),
  ar: text(60).meta({ example: 'كبار العملاء' }),
})

const Segment = z.strictObject({ key: Key, name: Named, rule: Rule })
const Tag = z.strictObject({
  key: Key,
  name: Named,
  rule: Rule.nullable().meta({ description: 'Null: given by hand only', example: null }),
})

export const Definitions = z
  .strictObject({
    segments: z
      .array(Segment)
      .max(MOST_SEGMENTS)
      .meta({ description: 'In order: the first that fits is the segment of a customer' }),
    otherwise: z.strictObject({ key: Key, name: Named }).meta({ description: 'The segment of all others' }),
    tags: z.array(Tag).max(MOST_TAGS).meta({ description: 'Any number of them for each customer, beside the segment' }),
  })
  .meta({ id: 'SegmentDefinitions' })
export type Definitions = z.output<typeof Definitions>
export type Tag = Definitions['tags'][number]

export const SegmentKey = Key

export const isComparison = (rule: Rule): rule is Comparison => 'attribute' in rule

/** Every comparison of a rule, with its path in it. */
export function comparisonsIn(rule: Rule, path = ''): { readonly path: string; readonly comparison: Comparison }[] {
  if (isComparison(rule)) return [{ path, comparison: rule }]
  if ('not' in rule) return comparisonsIn(rule.not, `${path}.not`)
  const [name, rules] = 'all' in rule ? (['all', rule.all] as const) : (['any', rule.any] as const)
  return rules.flatMap((one, index) => comparisonsIn(one, `${path}.${name}.${index}`))
}
