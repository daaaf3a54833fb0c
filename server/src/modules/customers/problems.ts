import { fieldProblem } from '../../kit/field-problem.ts'

export const PHONE_INVALID = fieldProblem('phone_invalid', {
  en: 'Not a phone number of this country',
  ar: 'ليس رقم هاتف صحيحًا في هذا البلد',
})
export const EMAIL_INVALID = fieldProblem('email_invalid', {
  en: 'Not an e-mail address',
  ar: 'ليس عنوان بريد إلكتروني صحيحًا',
})
export const CONTACT_MISSING = fieldProblem('contact_missing', {
  en: 'Marks a contact as verified that is missing',
  ar: 'يذكر أن وسيلة اتصال موثّقة دون إدراجها',
})
export const ID_INVALID = fieldProblem('id_invalid', { en: 'Not a customer id', ar: 'ليس معرّف عميل صحيحًا' })
export const EXACTLY_ONE = fieldProblem('exactly_one', {
  en: 'Give exactly one of phone, email and number',
  ar: 'اذكر واحدًا فقط: الهاتف أو البريد أو الرقم',
})
export const NUMBER_FORM = fieldProblem('number_form', { en: 'Write it as CUST-00042', ar: 'اكتبه هكذا: CUST-00042' })
export const DECIMAL_FORM = fieldProblem('decimal_form', {
  en: 'Write an amount as 12.500, with up to three decimals',
  ar: 'اكتب المبلغ هكذا: 12.500، بثلاث منازل عشرية على الأكثر',
})
export const OWN_FIELD_UNKNOWN = fieldProblem('own_field_unknown', {
  en: 'The business has no such field',
  ar: 'لا يوجد هذا الحقل في هذه المنشأة',
})
export const OWN_FIELD_UNFIT = fieldProblem('own_field_unfit', {
  en: 'A value of another type is wanted here',
  ar: 'المطلوب هنا قيمة من نوع آخر',
})
export const OWN_FIELD_REPEATED = fieldProblem('own_field_repeated', {
  en: 'Another field has this key',
  ar: 'هذا المفتاح مستخدم لحقل آخر',
})
export const TOO_MANY_SEARCHED = fieldProblem('too_many_searched', {
  en: 'At most five fields can be searched',
  ar: 'يمكن البحث في خمسة حقول على الأكثر',
})
export const HTTPS_ADDRESS = fieldProblem('https_address', {
  en: 'A web address that begins with https://',
  ar: 'عنوان ويب يبدأ بـ https://',
})
