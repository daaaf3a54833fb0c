import type { z } from 'zod'
import type { Text } from './refusal.ts'

type Issue = z.core.$ZodIssue
const MOST_NAMED = 12

const KINDS: Readonly<Record<string, Text>> = {
  string: { en: 'Must be text', ar: 'يجب أن يكون نصًا' },
  number: { en: 'Must be a number', ar: 'يجب أن يكون رقمًا' },
  int: { en: 'Must be a whole number', ar: 'يجب أن يكون عددًا صحيحًا' },
  boolean: { en: 'Must be true or false', ar: 'القيمة إما true أو false' },
  array: { en: 'Must be a list', ar: 'يجب أن تكون قائمة' },
  object: { en: 'Must have fields of its own', ar: 'يجب أن يحتوي على حقول خاصة به' },
  record: { en: 'Must have fields of its own', ar: 'يجب أن يحتوي على حقول خاصة به' },
}
const FORMATS: Readonly<Record<string, Text>> = {
  email: { en: 'Not an e-mail address', ar: 'ليس عنوان بريد إلكتروني صحيحًا' },
  url: { en: 'Not a web address', ar: 'ليس عنوان ويب صحيحًا' },
  uuid: { en: 'Not an id of this kind', ar: 'ليس معرّفًا من هذا النوع' },
  date: { en: 'Write the day as 2026-01-31', ar: 'اكتب اليوم هكذا: 2026-01-31' },
  datetime: { en: 'Write the time as 2026-01-31T09:30:00Z', ar: 'اكتب الوقت هكذا: 2026-01-31T09:30:00Z' },
}
const MISSING: Text = { en: 'Missing', ar: 'هذا الحقل مطلوب' }
const EMPTY: Text = { en: 'Must not be empty', ar: 'يجب ألا يكون فارغًا' }
const OTHER_FORM: Text = { en: 'Not in the right format', ar: 'لم يُكتب بالصيغة المطلوبة هنا' }
const NOT_ONE_OF: Text = { en: 'Not an allowed value', ar: 'ليست من القيم المقبولة هنا' }
const UNFIT: Text = { en: 'Not accepted here', ar: 'غير مقبول هنا' }

/** The error of a field, for people: without types and patterns, and without input. */
export function sentenceOf(issue: Issue): Text {
  if (issue.code === 'invalid_type') return kindOf(issue.expected, issue.input)
  if (issue.code === 'too_small') return boundOf(issue.origin, issue.minimum, issue.exact ? 'exactly' : 'least')
  if (issue.code === 'too_big') return boundOf(issue.origin, issue.maximum, issue.exact ? 'exactly' : 'most')
  if (issue.code === 'invalid_format') return FORMATS[issue.format] ?? OTHER_FORM
  if (issue.code === 'invalid_value') return issue.input === undefined ? MISSING : oneOf(issue.values)
  if (issue.code === 'not_multiple_of')
    return { en: `Must be a multiple of ${issue.divisor}`, ar: `يجب أن يكون من مضاعفات ${issue.divisor}` }
  if (issue.code === 'invalid_union') return issue.input === undefined ? MISSING : NOT_ONE_OF
  return UNFIT
}

function kindOf(expected: string, given: unknown): Text {
  if (given === undefined) return MISSING
  if (given === null) return EMPTY
  return KINDS[expected] ?? UNFIT
}

function oneOf(values: readonly unknown[]): Text {
  if (values.length > MOST_NAMED) return NOT_ONE_OF
  return { en: `Choose from: ${values.join(', ')}`, ar: `اختر من: ${values.join('، ')}` }
}

type Bound = 'least' | 'most' | 'exactly'
const BOUNDS = {
  least: { en: 'at least', ar: 'على الأقل' },
  most: { en: 'at most', ar: 'على الأكثر' },
  exactly: { en: 'exactly', ar: 'بالضبط' },
} as const

function boundOf(origin: string, bound: number | bigint, which: Bound): Text {
  const count = Number(bound)
  const { en, ar } = BOUNDS[which]
  const of = COUNTED[origin]
  if (!of) return { en: `Must be ${en} ${count}`, ar: `يجب أن يكون ${count} ${ar}` }
  if (which === 'least' && count === 1) return EMPTY
  return { en: `Use ${en} ${count} ${count === 1 ? of.one : of.more}`, ar: `استخدم ${counted(count, of)} ${ar}` }
}

interface Counted {
  readonly one: string
  readonly more: string
  readonly ar: Readonly<Record<'one' | 'two' | 'few' | 'many' | 'other', string>>
}
const ITEMS: Counted = {
  one: 'entry',
  more: 'entries',
  ar: { one: 'عنصرًا واحدًا', two: 'عنصرين', few: 'عناصر', many: 'عنصرًا', other: 'عنصر' },
}
/** Things that are counted instead of measured. */
const COUNTED: Readonly<Record<string, Counted>> = {
  string: {
    one: 'character',
    more: 'characters',
    ar: { one: 'حرفًا واحدًا', two: 'حرفين', few: 'أحرف', many: 'حرفًا', other: 'حرف' },
  },
  array: ITEMS,
  set: ITEMS,
  object: ITEMS,
  record: ITEMS,
  map: ITEMS,
}
const rules = new Intl.PluralRules('ar')

/** Arabic nouns follow their number. */
function counted(count: number, { ar }: Counted): string {
  const form = rules.select(count)
  if (form === 'one' || form === 'two') return ar[form]
  return `${count} ${ar[form === 'zero' ? 'other' : form]}`
}
