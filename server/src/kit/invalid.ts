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
  contact_missing: {
    en: 'Says that a contact is verified which is not given',
    ar: 'يذكر أن وسيلة تواصل مُثبتة دون إدراجها',
  },
  id_invalid: { en: 'Not a customer id', ar: 'ليس معرّف عميل صحيحًا' },
  too_many_keys: { en: 'Too many keys or too much text', ar: 'مفاتيح كثيرة أو نص كبير' },
  one_name: {
    en: 'Name it once: from or source, into or target',
    ar: 'اذكره مرة واحدة: from أو source، وinto أو target',
  },
  exactly_one: { en: 'Give exactly one of phone, email and number', ar: 'اذكر واحدًا فقط: الهاتف أو البريد أو الرقم' },
  phone_or_email: {
    en: 'Give a phone or an e-mail, and not both',
    ar: 'اذكر الهاتف أو البريد الإلكتروني، وليس كليهما',
  },
  channel_unfit: {
    en: 'A phone gets a text, an e-mail address an e-mail',
    ar: 'تُرسل إلى الهاتف رسالة نصية، وإلى البريد رسالة بريد',
  },
  nothing_to_change: { en: 'Nothing to change', ar: 'لا يوجد ما يُعدَّل' },
  password_too_short: { en: 'Use at least 8 characters', ar: 'استخدم 8 أحرف على الأقل' },
  password_too_long: { en: 'Use at most 128 characters', ar: 'استخدم 128 حرفًا على الأكثر' },
  password_common: {
    en: 'Too easy to guess: it is common, or made of your name, e-mail or this business',
    ar: 'سهلة التخمين: شائعة أو مكوّنة من اسمك أو بريدك أو اسم هذا النشاط',
  },
  pin_common: {
    en: 'Too easy to guess: not one digit repeated, nor digits in a row',
    ar: 'سهل التخمين: تجنّب تكرار رقم واحد أو الأرقام المتتالية',
  },
  token_or_code: { en: 'Give exactly one of token and code', ar: 'اذكر واحدًا فقط: الرابط أو الرمز' },
  password_or_code: { en: 'Give exactly one: a password or a code', ar: 'اذكر واحدًا فقط: كلمة المرور أو الرمز' },
  issuer_not_https: { en: 'Must be an https:// address', ar: 'يجب أن يكون عنوانًا يبدأ بـ https://' },
  secret_needed: {
    en: 'Give the secret: it is new, or the provider is another one now',
    ar: 'أدخل السر: فهو جديد، أو أن المزوّد أصبح غيره',
  },
  repeated_name: { en: 'Each name stands here only once', ar: 'يجب أن يرد كل اسم مرة واحدة فقط' },
  own_page: { en: 'Must be a page of this site', ar: 'يجب أن تكون صفحة من هذا الموقع' },
  repeated_sku: { en: 'Each article stands in one line only', ar: 'يجب أن يرد كل صنف في سطر واحد فقط' },
  country_unknown: { en: 'Not the code of a country', ar: 'ليس رمز بلد صحيحًا' },
  needed_here: { en: 'Needed for an address in this country', ar: 'مطلوب في عناوين هذا البلد' },
  address_line_needed: {
    en: 'Give a building, a street or an area, in either script',
    ar: 'اذكر المبنى أو الشارع أو المنطقة بإحدى اللغتين',
  },
  postal_code_invalid: { en: 'Not a postal code of this country', ar: 'ليس رمزًا بريديًا صحيحًا في هذا البلد' },
  postal_code_unused: { en: 'This country has no postal codes', ar: 'لا توجد رموز بريدية في هذا البلد' },
  subdivision_unknown: { en: 'Not a part of this country', ar: 'ليست من مناطق هذا البلد' },
  coordinates_incomplete: {
    en: 'Give latitude and longitude, or neither',
    ar: 'اذكر خط العرض وخط الطول معًا أو اتركهما',
  },
  coordinates_unset: {
    en: '0, 0 lies in the Atlantic: the device had not found its place',
    ar: 'الموقع 0، 0 في المحيط الأطلسي: لم يحدد الجهاز موقعه',
  },
  not_a_point: { en: 'Not a point; write it as 23.588,58.383', ar: 'ليست نقطة صحيحة؛ اكتبها هكذا: 23.588,58.383' },
  in_the_future: { en: 'Must not be in the future', ar: 'يجب ألا يكون في المستقبل' },
  time_zone_unknown: {
    en: 'Not a time zone; write it as Asia/Muscat',
    ar: 'ليست منطقة زمنية معروفة؛ اكتبها هكذا: Asia/Muscat',
  },
  role_or_scopes: { en: 'Give either a role or scopes', ar: 'اذكر إما الدور أو الصلاحيات' },
  period_backwards: { en: 'Ends before it begins', ar: 'ينتهي قبل أن يبدأ' },
  period_too_long: { en: 'Longer than 400 days', ar: 'أطول من 400 يوم' },
  not_a_date: { en: 'Not a date', ar: 'ليس تاريخًا صحيحًا' },
}

const messages = { en: z.locales.en().localeError, ar: z.locales.ar().localeError }

export interface FieldError {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** For a rule that needs more than the contract knows, such as the country of a phone. The message is added on the way out. */
export const unfitField = (path: string, code: string) => unfitFields([{ path, code }])
export const unfitFields = (errors: readonly Pick<FieldError, 'path' | 'code'>[]) => Invalid({ errors })

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
