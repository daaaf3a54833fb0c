import { isComparison, type Rule, type Tag } from './grammar.ts'

/** The attribute with the tags of a customer. */
export const TAGS = 'tags'

/** Where a rule asks for tags, the rules of these tags stand instead; what is left asks for tags by hand. */
export function withTags(rule: Rule, tags: readonly Tag[]): Rule {
  if ('all' in rule) return { all: rule.all.map((one) => withTags(one, tags)) }
  if ('any' in rule) return { any: rule.any.map((one) => withTags(one, tags)) }
  if ('not' in rule) return { not: withTags(rule.not, tags) }
  if (!isComparison(rule) || rule.attribute !== TAGS) return rule
  const { is, value } = rule
  const words = Array.isArray(value) ? value : tags.map(({ key }) => key)
  const has = words.map((word) => hasTag(word, tags))
  // Without any tag at all there is nothing to have.
  if (has.length === 0) return rule
  if (is === 'all_of') return { all: has }
  return is === 'none_of' || is === 'unknown' ? { not: { any: has } } : { any: has }
}

function hasTag(key: string, tags: readonly Tag[]): Rule {
  const tag = tags.find((one) => one.key === key)
  return tag?.rule ? tag.rule : { attribute: TAGS, is: 'any_of', value: [key] }
}
