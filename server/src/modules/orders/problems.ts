import { fieldProblem } from '../../kit/field-problem.ts'

export const RATE_NOT_NEEDED = fieldProblem('rate_not_needed', {
  en: 'This is the reporting currency: it needs no rate',
  ar: 'هذه هي عملة التقارير: لا تحتاج إلى سعر صرف',
})
export const RATE_TOO_HIGH = fieldProblem('rate_too_high', {
  en: 'With this rate it would be more than anything costs',
  ar: 'بهذا السعر يصبح المبلغ أكبر من أي ثمن',
})
export const FOR_RECORDERS = fieldProblem('for_recorders', {
  en: 'Only staff and API keys say this of an order',
  ar: 'الموظفون ومفاتيح الواجهة البرمجية وحدهم يذكرون هذا عن الطلب',
})
export const TOTAL_TOO_HIGH = fieldProblem('total_too_high', {
  en: 'Too much for an order that is placed here',
  ar: 'المبلغ أكبر مما يُطلب من هنا',
})
export const TOO_LONG_AGO = fieldProblem('too_long_ago', {
  en: 'Must not be before the year 2000',
  ar: 'يجب ألا يكون قبل عام 2000',
})
export const ORDER_ID_FORM = fieldProblem('order_id_form', { en: 'Not the id of an order', ar: 'ليس معرّف طلب صحيحًا' })
export const FOUR_DIGITS = fieldProblem('four_digits', { en: 'Exactly four digits', ar: 'أربعة أرقام بالضبط' })
export const PAYMENT_METHOD_ID_FORM = fieldProblem('payment_method_id_form', {
  en: 'Not the id of a payment method',
  ar: 'ليس معرّف وسيلة دفع صحيحًا',
})
export const REFERENCE_FORM = fieldProblem('reference_form', {
  en: 'Letters, digits and signs without blanks, at most 200',
  ar: 'أحرف وأرقام وعلامات بلا فراغات، بحد أقصى 200',
})
export const LINE_UNKNOWN = fieldProblem('line_unknown', {
  en: 'The order has no such line',
  ar: 'لا يوجد في الطلب سطر بهذا الرقم',
})
export const MORE_THAN_ORDERED = fieldProblem('more_than_ordered', {
  en: 'More than this line had',
  ar: 'أكثر مما في هذا السطر',
})
export const CUSTOMER_OR_CONTACT = fieldProblem('customer_or_contact', {
  en: 'Give either a customer or a contact',
  ar: 'اذكر إما العميل أو وسيلة التواصل',
})
export const ADDRESS_OR_TEXT = fieldProblem('address_or_text', {
  en: 'Give either a saved address or its text',
  ar: 'اذكر إما عنوانًا محفوظًا أو نص العنوان',
})
export const PHONE_OR_EMAIL_NEEDED = fieldProblem('phone_or_email_needed', {
  en: 'Give a phone or an e-mail',
  ar: 'اذكر الهاتف أو البريد الإلكتروني',
})
