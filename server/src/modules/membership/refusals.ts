import { refusal } from '../../kit/refusal.ts'

export const SubscriptionNotFound = refusal('membership.subscription_not_found', 404, {
  en: 'The customer has no plan under this id.',
  ar: 'ليس لدى العميل باقة بهذا المعرّف.',
})
export const AlreadySubscribed = refusal('membership.already_subscribed', 409, {
  en: 'The customer has this plan already.',
  ar: 'هذه الباقة لدى العميل بالفعل.',
})
export const SubscriptionOver = refusal('membership.subscription_over', 409, {
  en: 'This plan of the customer has ended: it cannot be changed any more.',
  ar: 'انتهت باقة العميل هذه، ولا يمكن تغييرها.',
})
export const SubscriptionNotActive = refusal('membership.subscription_not_active', 409, {
  en: 'This needs a plan that is active now.',
  ar: 'يتطلب هذا باقة سارية الآن.',
})
export const SubscriptionNotPaused = refusal('membership.subscription_not_paused', 409, {
  en: 'This plan of the customer is not paused.',
  ar: 'باقة العميل هذه ليست موقوفة مؤقتًا.',
})
export const FreePlanStays = refusal('membership.free_plan_stays', 409, {
  en: 'The free plan is what a customer has without any other: it can be changed to another plan, but not ended or paused.',
  ar: 'الباقة المجانية هي ما لدى العميل من دون غيرها: يمكن تغييرها إلى باقة أخرى، لا إنهاؤها ولا إيقافها مؤقتًا.',
})
export const NoPeriod = refusal('membership.no_period', 409, {
  en: 'This plan has no period that ends: choose to change it now.',
  ar: 'ليس لهذه الباقة فترة تنتهي: اختر التغيير الآن.',
})
export const NothingScheduled = refusal('membership.nothing_scheduled', 409, {
  en: 'No change is scheduled for this plan of the customer.',
  ar: 'لا يوجد تغيير مجدول لباقة العميل هذه.',
})
export const ChangeScheduled = refusal('membership.change_scheduled', 409, {
  en: 'A change is scheduled for this plan of the customer: revoke it first.',
  ar: 'يوجد تغيير مجدول لباقة العميل هذه: تراجع عنه أولًا.',
})
export const PlanInUse = refusal('membership.plan_in_use', 409, {
  en: 'Customers have or had these plans: they can be withdrawn, but not removed.',
  ar: 'لدى عملاء هذه الباقات أو كانت لديهم: يمكن إيقاف عرضها، لا حذفها.',
})
export const FlairInUse = refusal('membership.flair_in_use', 409, {
  en: 'Customers have these flairs: they can be withdrawn, but not removed.',
  ar: 'لدى عملاء هذه الأوسمة: يمكن إيقاف منحها، لا حذفها.',
})
export const FlairHeld = refusal('membership.flair_held', 409, {
  en: 'The customer has this flair already.',
  ar: 'هذا الوسام لدى العميل بالفعل.',
})
export const FlairNotHeld = refusal('membership.flair_not_held', 404, {
  en: 'The customer does not have this flair.',
  ar: 'هذا الوسام ليس لدى العميل.',
})
export const FlairRunUnderWay = refusal('membership.flair_run_under_way', 409, {
  en: 'The rules of flairs are being applied already.',
  ar: 'يجري تطبيق قواعد الأوسمة بالفعل.',
})
