import { fieldProblem } from '../../kit/field-problem.ts'

export const TAG_FORM = fieldProblem('segment_key_form', {
  en: 'Lower-case Latin letters, digits, - and _, starting with a letter',
  ar: 'أحرف لاتينية صغيرة وأرقام والعلامتان - و_، ويبدأ بحرف',
})
export const ATTRIBUTE_MISSING = fieldProblem('segment_attribute_missing', {
  en: 'Choose what to compare',
  ar: 'اختر ما تريد مقارنته',
})
export const ATTRIBUTE_UNKNOWN = fieldProblem('segment_attribute_unknown', {
  en: 'There is no such attribute of customers',
  ar: 'لا توجد هذه الخاصية للعملاء',
})
export const OPERATOR_UNFIT = fieldProblem('segment_operator_unfit', {
  en: 'This attribute cannot be compared in this way',
  ar: 'لا يمكن مقارنة هذه الخاصية بهذه الطريقة',
})
export const VALUE_MISSING = fieldProblem('segment_value_missing', {
  en: 'Say with what it is compared',
  ar: 'حدّد القيمة التي تُقارن بها',
})
export const VALUE_TYPE = fieldProblem('segment_value_type', {
  en: 'A value of another type is wanted here',
  ar: 'المطلوب هنا قيمة من نوع آخر',
})
export const VALUE_NEEDLESS = fieldProblem('segment_value_needless', {
  en: 'This comparison takes no value',
  ar: 'هذه المقارنة لا تأخذ قيمة',
})
export const CHOICE_UNKNOWN = fieldProblem('segment_choice_unknown', {
  en: 'Not one of the values of this attribute',
  ar: 'ليست من قيم هذه الخاصية',
})
export const WINDOW_NEEDLESS = fieldProblem('segment_window_needless', {
  en: 'This attribute has no window of days',
  ar: 'لا تُحدد لهذه الخاصية مدة بالأيام',
})
export const NUMBER_OUT_OF_RANGE = fieldProblem('segment_number_out_of_range', {
  en: 'A whole number from 0, and days from 1 to 3650',
  ar: 'عدد صحيح من 0، والأيام من 1 إلى 3650',
})
export const NEVER_FITS = fieldProblem('segment_never_fits', {
  en: 'This rule can never fit a customer',
  ar: 'لا يمكن أن تنطبق هذه القاعدة على أي عميل',
})
export const HIDDEN = fieldProblem('segment_hidden', {
  en: 'No customer can reach this segment: one before it fits all of them',
  ar: 'لا يمكن لعميل أن يصل إلى هذه الشريحة: تسبقها شريحة تنطبق عليه دائمًا',
})
export const KEY_REPEATED = fieldProblem('segment_key_repeated', {
  en: 'Another segment or tag has this key',
  ar: 'هذا المفتاح مستخدم لشريحة أو وسم آخر',
})
export const TAG_IN_TAG = fieldProblem('segment_tag_in_tag', {
  en: 'The rule of a tag cannot ask for tags',
  ar: 'لا يمكن لقاعدة وسم أن تسأل عن الوسوم',
})
export const TOO_MANY_WITH_TAGS = fieldProblem('segment_too_many_with_tags', {
  en: 'With the rules of the tags that it asks for, a rule has at most 400 comparisons, and all rules together 4,000',
  ar: 'لا تزيد مقارنات القاعدة عن 400 مع قواعد الوسوم التي تسأل عنها، ولا مقارنات القواعد كلها عن 4000',
})
export const TOO_MANY_COMPARISONS = fieldProblem('segment_too_many_comparisons', {
  en: 'A rule has at most 40 comparisons',
  ar: 'لا تزيد مقارنات القاعدة عن 40',
})
