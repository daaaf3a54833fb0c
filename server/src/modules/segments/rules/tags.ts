import { type Comparison, comparisonsIn, isComparison, type Rule, type Tag } from './grammar.ts'

/** The attribute with the tags of a customer. */
export const TAGS = 'tags'

/** Where a rule asks for tags, the rules of these tags stand instead; what is left asks for tags by hand. */
export function withTags(rule: Rule, tags: readonly Tag[]): Rule {
  if ('all' in rule) return { all: rule.all.map((one) => withTags(one, tags)) }
  if ('any' in rule) return { any: rule.any.map((one) => withTags(one, tags)) }
  if ('not' in rule) return { not: withTags(rule.not, tags) }
  if (!isComparison(rule) || rule.attribute !== TAGS) return rule
  const { is } = rule
  const has = tagsIn(rule, tags).map((word) => hasTag(word, tags))
  // Without any tag at all there is nothing to have.
  if (has.length === 0) return rule
  if (is === 'all_of') return { all: has }
  return is === 'none_of' || is === 'unknown' ? { not: { any: has } } : { any: has }
}

const tagsIn = ({ value }: Pick<Comparison, 'value'>, tags: readonly Tag[]): readonly string[] =>
  Array.isArray(value) ? value : tags.map(({ key }) => key)

/** How many comparisons `withTags` would have. */
export function sizeWithTags(rule: Rule, tags: readonly Tag[]): number {
  const sizes = new Map(tags.map(({ key, rule }) => [key, rule === null ? 1 : comparisonsIn(rule).length]))
  const sizeOf = ({ comparison }: { readonly comparison: Comparison }) =>
    comparison.attribute === TAGS ? tagsIn(comparison, tags).reduce((sum, tag) => sum + (sizes.get(tag) ?? 1), 0) : 1
  return comparisonsIn(rule).reduce((sum, one) => sum + sizeOf(one), 0)
}

function hasTag(key: string, tags: readonly Tag[]): Rule {
  const tag = tags.find((one) => one.key === key)
  return tag?.rule ? tag.rule : { attribute: TAGS, is: 'any_of', value: [key] }
}
