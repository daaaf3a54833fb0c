import { fieldProblem } from '../../kit/field-problem.ts'

export const REPEATED_KEY = fieldProblem('repeated_key', {
  en: 'Another entry has this key',
  ar: 'هذا المفتاح مستخدم في موضع آخر',
})
export const ALL_TIERS = fieldProblem('all_tiers', {
  en: 'Every tier stands here once, beginning with free',
  ar: 'تُذكر كل فئة مرة واحدة، وأولها المجانية',
})
export const FREE_PLAN = fieldProblem('free_plan', {
  en: 'There is always a plan with the key free, of the tier free, that does not end',
  ar: 'توجد دائمًا باقة مفتاحها free من الفئة المجانية ولا تنتهي',
})
export const FEATURE_UNKNOWN = fieldProblem('feature_unknown', {
  en: 'No feature has this key',
  ar: 'لا توجد ميزة بهذا المفتاح',
})
export const FEATURE_VALUE = fieldProblem('feature_value', {
  en: 'Does not fit the type of the feature',
  ar: 'لا يناسب نوع الميزة',
})
export const CHOICES_MISSING = fieldProblem('choices_missing', {
  en: 'A choice needs at least two values to choose from',
  ar: 'يلزم خياران على الأقل للاختيار منهما',
})
export const PLAN_UNKNOWN = fieldProblem('plan_unknown', {
  en: 'There is no such plan',
  ar: 'لا توجد باقة بهذا المفتاح',
})
export const PLAN_RETIRED = fieldProblem('plan_retired', {
  en: 'This plan is not offered any more',
  ar: 'لم تعد هذه الباقة معروضة',
})
export const ENDS_BEFORE_START = fieldProblem('ends_before_start', {
  en: 'Must be after the start',
  ar: 'يجب أن يكون بعد البداية',
})
export const PLAN_ID_FORM = fieldProblem('subscription_id_form', {
  en: 'Not the id of a customer’s plan',
  ar: 'ليس معرّف باقة عميل صحيحًا',
})
export const IN_THE_PAST = fieldProblem('in_the_past', {
  en: 'Must be in the future',
  ar: 'يجب أن يكون في المستقبل',
})
export const FLAIR_UNKNOWN = fieldProblem('flair_unknown', {
  en: 'There is no such flair',
  ar: 'لا يوجد وسام بهذا المفتاح',
})
