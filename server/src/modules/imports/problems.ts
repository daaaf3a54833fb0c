import { fieldProblem } from '../../kit/field-problem.ts'

/** What is wrong with a row, beside what is wrong with any customer. */
export const LINE_BROKEN = fieldProblem('line_broken', {
  en: 'This line is not an object in JSON',
  ar: 'هذا السطر ليس كائن JSON',
})
export const DATE_FORM = fieldProblem('date_form', {
  en: 'Not a date that can be read; 2026-01-31 always can',
  ar: 'تاريخ لا يمكن قراءته؛ اكتبه هكذا: 2026-01-31',
})
export const YES_OR_NO = fieldProblem('yes_or_no', { en: 'Write yes or no', ar: 'اكتب نعم أو لا' })
export const LANGUAGE_NAME = fieldProblem('language_name', {
  en: 'Write English or Arabic',
  ar: 'اكتب العربية أو الإنجليزية',
})
export const COUNTRY_NAME = fieldProblem('country_name', {
  en: 'No country has this name or code',
  ar: 'لا يوجد بلد بهذا الاسم أو الرمز',
})
export const OWN_FIELD_FORM = fieldProblem('own_field_form', {
  en: 'This field takes a value of another type',
  ar: 'هذا الحقل يقبل قيمة من نوع آخر',
})
export const MATCHES_TWO = fieldProblem('matches_two', {
  en: 'The columns of this row name two different customers',
  ar: 'أعمدة هذا الصف تشير إلى عميلين مختلفين',
})
export const NO_SUCH_NUMBER = fieldProblem('no_such_number', {
  en: 'No customer has this number; leave it out to create one',
  ar: 'لا يوجد عميل بهذا الرقم؛ احذفه لإنشاء عميل جديد',
})
export const REPEATED = fieldProblem('repeated', {
  en: 'The same customer is in an earlier row of the file',
  ar: 'العميل نفسه في صف سابق من الملف',
})
export const LIKELY_SAME = fieldProblem('likely_same', {
  en: 'Probably a customer who is known already',
  ar: 'الأرجح أنه عميل مسجل من قبل',
})
export const CONTACT_IS_VERIFIED = fieldProblem('contact_is_verified', {
  en: 'The customer has verified another one; an import does not replace it',
  ar: 'وثّق العميل وسيلة أخرى؛ لا يستبدلها الاستيراد',
})
export const CONSENT_UNKNOWN = fieldProblem('consent_unknown', {
  en: 'There is no published consent for this purpose',
  ar: 'لا توجد موافقة منشورة لهذا الغرض',
})
/** Of a customer that an undo leaves as it is. */
export const CHANGED_SINCE = fieldProblem('changed_since', {
  en: 'Changed after the import',
  ar: 'عُدّل بعد الاستيراد',
})
export const NO_LONGER_THERE = fieldProblem('no_longer_there', {
  en: 'Merged or erased after the import',
  ar: 'دُمج أو مُحي بعد الاستيراد',
})
