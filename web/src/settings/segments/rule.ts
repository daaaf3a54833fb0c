import type { Output, SegmentRule } from '@kith/sdk'

export type Rule = SegmentRule
export type Comparison = Extract<Rule, { attribute: string }>
export type Attributes = Output<'segments.attributes'>
export type Attribute = Attributes['items'][number]
export type Segments = Output<'segments.read'>
export type Definitions = Pick<Segments, 'otherwise'> & Pick<Segments, 'segments' | 'tags'>

/** How the parts of a group are joined: `none` is a group that must not hold. */
export const GROUPS = ['all', 'any', 'none'] as const
export type Group = (typeof GROUPS)[number]

export const isComparison = (rule: Rule): rule is Comparison => 'attribute' in rule

export interface Grouped {
  readonly kind: Group
  readonly parts: readonly Rule[]
}

/** Any rule as a group: the screen shows `not` as “none of these”. */
export function groupOf(rule: Rule): Grouped {
  if ('all' in rule) return { kind: 'all', parts: rule.all }
  if ('any' in rule) return { kind: 'any', parts: rule.any }
  if (!('not' in rule)) return { kind: 'all', parts: [rule] }
  const inner = rule.not
  return { kind: 'none', parts: 'any' in inner ? inner.any : [inner] }
}

export function ruleOf({ kind, parts }: Grouped): Rule {
  const own = [...parts]
  if (kind === 'all') return { all: own }
  return kind === 'any' ? { any: own } : { not: { any: own } }
}

export function firstComparison({ items }: Attributes): Comparison {
  return comparisonOf(items.find(({ key }) => key === 'type') ?? items[0]!)
}

/** Another attribute begins with its first way of comparing. */
export const comparisonOf = (attribute: Attribute): Comparison =>
  withOperator({ attribute: attribute.key }, attribute, attribute.operators[0]!.is)

export function withOperator(
  { attribute: key, window }: Pick<Comparison, 'attribute' | 'window'>,
  attribute: Attribute,
  is: Comparison['is'],
): Comparison {
  const wants = attribute.operators.find((one) => one.is === is)?.wants
  const held = { attribute: key, is, ...(attribute.windowed && window && { window }) }
  if (wants === 'words') return { ...held, value: attribute.choices ? [attribute.choices[0]?.value ?? ''] : [] }
  if (wants === 'day') return { ...held, value: new Date().toISOString().slice(0, 10) }
  if (wants === 'days') return { ...held, value: 30 }
  return wants === 'number' ? { ...held, value: 0 } : held
}

/** A key from a name: `Big spenders` becomes `big-spenders`. */
export function keyOf(name: string, taken: readonly string[]): string {
  const latin = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 30)
  const key = latin || 'segment'
  if (!taken.includes(key)) return key
  return keyOf(`${key}-${taken.length}`, taken)
}

/** What is saved: without the counts. */
export const toSave = ({ segments, otherwise, tags }: Definitions) => ({
  segments: segments.map(({ key, name, rule }) => ({ key, name, rule })),
  otherwise: { key: otherwise.key, name: otherwise.name },
  tags: tags.map(({ key, name, rule }) => ({ key, name, rule })),
})
