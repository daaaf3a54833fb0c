import { z } from 'zod'
import { Invalid, type Language, type Text } from './refusal.ts'

const TEXTS: Readonly<Record<string, Text>> = {
  broken_characters: { en: 'Contains broken characters', ar: 'يحتوي على محارف تالفة' },
  control_characters: { en: 'Contains control characters', ar: 'يحتوي على محارف تحكم' },
  line_breaks: { en: 'Must be a single line', ar: 'يجب أن يكون سطرًا واحدًا' },
  reordering_characters: {
    en: 'Contains characters that change the direction of the text',
    ar: 'يحتوي على محارف تغيّر اتجاه النص',
  },
  phone_invalid: { en: 'Not a phone number of this country', ar: 'ليس رقم هاتف صحيحًا في هذا البلد' },
  email_invalid: { en: 'Not an e-mail address', ar: 'ليس عنوان بريد إلكتروني صحيحًا' },
  id_invalid: { en: 'Not a customer id', ar: 'ليس معرّف عميل صحيحًا' },
  too_many_keys: { en: 'Too many keys or too much text', ar: 'مفاتيح كثيرة أو نص كبير' },
  exactly_one: { en: 'Give exactly one of phone, email and number', ar: 'اذكر واحدًا فقط: الهاتف أو البريد أو الرقم' },
  nothing_to_change: { en: 'Nothing to change', ar: 'لا يوجد ما يُعدَّل' },
  repeated_sku: { en: 'Each article stands in one line only', ar: 'يجب أن يرد كل صنف في سطر واحد فقط' },
  in_the_future: { en: 'Must not be in the future', ar: 'يجب ألا يكون في المستقبل' },
  not_a_date: { en: 'Not a date', ar: 'ليس تاريخًا صحيحًا' },
}

const messages = { en: z.locales.en().localeError, ar: z.locales.ar().localeError }

export interface FieldError {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** For a rule that needs more than the contract knows, such as the country of a phone. The message is added on the way out. */
export const unfitField = (path: string, code: string) => Invalid({ errors: [{ path, code }] })

export function withMessages(facts: Readonly<Record<string, unknown>>, language: Language) {
  const { errors } = facts
  if (!Array.isArray(errors)) return facts
  return {
    ...facts,
    errors: errors.map((one: FieldError) => ({ ...one, message: one.message ?? TEXTS[one.code]?.[language] })),
  }
}

/** Each problem of the input in the caller's language. Never quotes the input: it may be logged on the other side. */
export function fieldErrors(error: z.ZodError, language: Language): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, 20).map((key) => ({
        path: [...issue.path, key.slice(0, 60)].join('.'),
        code: 'unknown_key',
        message: { en: 'This key is not known here', ar: 'هذا المفتاح غير معروف هنا' }[language],
      }))
    }
    const own = issue.code === 'custom' ? String(issue.params?.['code'] ?? '') : ''
    const message = TEXTS[own]?.[language] ?? sentence(messages[language](issue as z.core.$ZodRawIssue))
    return [{ path, code: own || issue.code, message }]
  })
}

const sentence = (said: string | { message: string } | null | undefined) =>
  (typeof said === 'object' ? said?.message : said) ?? 'Invalid'
