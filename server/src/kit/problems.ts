import { fieldProblem } from './field-problem.ts'

export const BROKEN_CHARACTERS = fieldProblem('broken_characters', {
  en: 'Contains broken characters',
  ar: 'يحتوي على محارف تالفة',
})
export const CONTROL_CHARACTERS = fieldProblem('control_characters', {
  en: 'Contains control characters',
  ar: 'يحتوي على محارف تحكم',
})
export const LINE_BREAKS = fieldProblem('line_breaks', { en: 'Must be a single line', ar: 'يجب أن يكون سطرًا واحدًا' })
export const REORDERING_CHARACTERS = fieldProblem('reordering_characters', {
  en: 'Contains characters that change the direction of the text',
  ar: 'يحتوي على محارف تغيّر اتجاه النص',
})
export const TOO_DEEP = fieldProblem('too_deep', { en: 'Nested too deeply', ar: 'مستويات متداخلة كثيرة' })
export const TOO_MANY_KEYS = fieldProblem('too_many_keys', {
  en: 'Too many keys or too much text',
  ar: 'مفاتيح كثيرة أو نص كبير',
})
export const COUNTRY_UNKNOWN = fieldProblem('country_unknown', {
  en: 'Not the code of a country',
  ar: 'ليس رمز بلد صحيحًا',
})
export const COUNTRY_FORM = fieldProblem('country_form', {
  en: 'Two capital letters, such as OM',
  ar: 'حرفان لاتينيان كبيران، مثل OM',
})
export const DATE_OUT_OF_RANGE = fieldProblem('date_out_of_range', {
  en: 'Must lie between 1900 and 2199',
  ar: 'يجب أن يقع بين عامي 1900 و2199',
})
export const IN_THE_FUTURE = fieldProblem('in_the_future', {
  en: 'Must not be in the future',
  ar: 'يجب ألا يكون في المستقبل',
})
export const PERIOD_BACKWARDS = fieldProblem('period_backwards', {
  en: 'Ends before it begins',
  ar: 'ينتهي قبل أن يبدأ',
})
export const PERIOD_TOO_LONG = fieldProblem('period_too_long', { en: 'Longer than 400 days', ar: 'أطول من 400 يوم' })
export const SIX_DIGITS = fieldProblem('six_digits', { en: 'A code has six digits', ar: 'يتكوّن الرمز من ستة أرقام' })
export const NAME_FORM = fieldProblem('name_form', {
  en: 'Lower-case Latin letters, digits and hyphens, at most 40',
  ar: 'أحرف لاتينية صغيرة وأرقام وشرطات، بحد أقصى 40',
})
export const KEY_FORM = fieldProblem('key_form', {
  en: 'Latin letters and digits, starting with a lower-case letter, at most 40',
  ar: 'أحرف لاتينية وأرقام تبدأ بحرف صغير، بحد أقصى 40',
})
export const NOTHING_TO_CHANGE = fieldProblem('nothing_to_change', { en: 'Nothing to change', ar: 'لا يوجد ما يُعدَّل' })
export const GIVEN_TWICE = fieldProblem('given_twice', {
  en: 'Given more than once; give it once',
  ar: 'ورد أكثر من مرة؛ اذكره مرة واحدة',
})
export const PAGE_SIZE = fieldProblem('page_size', { en: 'From 1 to 200', ar: 'من 1 إلى 200' })
export const CURRENCY_FORM = fieldProblem('currency_form', {
  en: 'Three capital letters, such as OMR',
  ar: 'ثلاثة أحرف لاتينية كبيرة، مثل OMR',
})
export const CLOCK_TIME_FORM = fieldProblem('clock_time_form', { en: 'Write it as 22:00', ar: 'اكتبه هكذا: 22:00' })
export const CURRENCY_UNKNOWN = fieldProblem('currency_unknown', {
  en: 'Not the code of a currency',
  ar: 'ليس رمز عملة صحيحًا',
})
export const RATE_FORM = fieldProblem('rate_form', {
  en: 'A decimal above 0, written as 0.3845',
  ar: 'عدد عشري أكبر من 0، يُكتب هكذا: 0.3845',
})
export const CARD_NUMBER = fieldProblem('card_number', {
  en: 'Contains the number of a payment card; send the provider’s token instead',
  ar: 'يحتوي على رقم بطاقة دفع؛ أرسل رمز مزوّد الدفع بدلًا منه',
})
