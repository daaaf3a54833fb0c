import type { Attribute } from '../../../kit/context.ts'
import { decimalText } from '../../../kit/money.ts'
import type { Language } from '../../../kit/refusal.ts'
import { type Comparison, isComparison, type Operator, type Rule } from './grammar.ts'
import { choicesOf } from './operators.ts'
import type { Program } from './program.ts'

interface Saying {
  /** What the business can compare now, with its words. */
  readonly offered: ReadonlyMap<string, Attribute>
  readonly language: Language
  readonly currency: string
}

const SAID: Readonly<Record<Operator, Readonly<Record<Language, string>>>> = {
  one_of: { en: 'is {value}', ar: 'هو {value}' },
  none_of: { en: 'is not {value}', ar: 'ليس {value}' },
  any_of: { en: 'include {value}', ar: 'تشمل {value}' },
  all_of: { en: 'include all of {value}', ar: 'تشمل كلًا من {value}' },
  known: { en: 'is known', ar: 'معروف' },
  unknown: { en: 'is not known', ar: 'غير معروف' },
  yes: { en: 'yes', ar: 'نعم' },
  no: { en: 'no', ar: 'لا' },
  at_least: { en: 'at least {value}', ar: '{value} على الأقل' },
  at_most: { en: 'at most {value}', ar: '{value} على الأكثر' },
  within: { en: 'within the last {value} days', ar: 'خلال آخر {value} يومًا' },
  before: { en: 'before {value}', ar: 'قبل {value}' },
  on_or_after: { en: 'on {value} or later', ar: 'في {value} أو بعده' },
  longer_ago: { en: 'longer ago than {value} days, or never', ar: 'قبل أكثر من {value} يومًا، أو لم يحدث' },
}
const BETWEEN = { all: { en: ' and ', ar: ' و' }, any: { en: ' or ', ar: ' أو ' } }
const NOT = { en: 'not ({rule})', ar: 'ليس ({rule})' }
const WINDOW = { en: '{what} in the last {days} days', ar: '{what} في آخر {days} يومًا' }
const LIST = { en: ', ', ar: '، ' }

/** The rule as a sentence. */
export function sentenceOf(program: Program, rule: Rule, saying: Saying): string {
  if (isComparison(rule)) return `${whatOf(program, rule, saying)} ${needsOf(program, rule, saying)}`
  if ('not' in rule) return NOT[saying.language].replace('{rule}', () => sentenceOf(program, rule.not, saying))
  const [kind, rules] = 'all' in rule ? (['all', rule.all] as const) : (['any', rule.any] as const)
  const parts = rules.map((one) => {
    const part = sentenceOf(program, one, saying)
    return isComparison(one) || 'not' in one ? part : `(${part})`
  })
  return parts.join(BETWEEN[kind][saying.language])
}

/** With the words of now, where the business still has it. */
const attributeOf = (program: Program, comparison: Comparison, { offered }: Saying): Attribute =>
  offered.get(comparison.attribute) ?? program.slotOf(comparison).attribute

export function whatOf(program: Program, comparison: Comparison, saying: Saying): string {
  const { language } = saying
  const label = attributeOf(program, comparison, saying).label[language] || comparison.attribute
  if (!comparison.window) return label
  return WINDOW[language].replace('{what}', () => label).replace('{days}', String(comparison.window.days))
}

export function needsOf(program: Program, comparison: Comparison, saying: Saying): string {
  return SAID[comparison.is][saying.language].replace('{value}', () => wanted(program, comparison, saying))
}

function wanted(program: Program, comparison: Comparison, saying: Saying): string {
  const [{ value }, { language, currency }] = [comparison, saying]
  const attribute = attributeOf(program, comparison, saying)
  if (Array.isArray(value)) return value.map((word) => labelOf(attribute, word, language)).join(LIST[language])
  return attribute.type === 'money' ? `${decimalText(Number(value), currency)} ${currency}` : String(value ?? '')
}

const labelOf = (attribute: Parameters<typeof choicesOf>[0], word: string, language: Language) =>
  choicesOf(attribute)?.find((choice) => choice.value === word)?.label[language] ?? word
