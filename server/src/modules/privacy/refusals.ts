import { refusal } from '../../kit/refusal.ts'

export const RequestNotFound = refusal('privacy.request_not_found', 404, {
  en: 'No privacy request has this id.',
  ar: 'لا يوجد طلب خصوصية بهذا المعرّف.',
})
export const RequestClosed = refusal('privacy.request_closed', 409, {
  en: 'This request is already closed.',
  ar: 'هذا الطلب مغلق بالفعل.',
})
export const IdentityNotProved = refusal('privacy.identity_not_proved', 409, {
  en: 'First record how the identity of the person was confirmed.',
  ar: 'سجّل أولًا كيف أُكدت هوية الشخص.',
})
export const NoExtension = refusal('privacy.no_extension', 409, {
  en: 'The applicable law does not allow an extension of this deadline.',
  ar: 'القانون المطبّق هنا لا يسمح بتمديد هذه المهلة.',
})
export const ExtendedBefore = refusal('privacy.extended_before', 409, {
  en: 'A deadline can be extended only once; this one already was.',
  ar: 'تُمدَّد المهلة مرة واحدة، وقد مُددت من قبل.',
})
export const ExtendedTooLate = refusal('privacy.extended_too_late', 409, {
  en: 'This deadline has passed and can no longer be extended.',
  ar: 'انقضت هذه المهلة ولم يعد تمديدها ممكنًا.',
})
export const AskedBefore = refusal('privacy.asked_before', 409, {
  en: 'You have already requested this; your request is in progress.',
  ar: 'سبق أن طلبت ذلك، وطلبك قيد المعالجة.',
})
export const NotErasedYet = refusal('privacy.not_erased_yet', 409, {
  en: 'An erasure request is completed by erasing the person.',
  ar: 'يكتمل طلب المحو بمحو بيانات الشخص.',
})
export const WrongRequest = refusal('privacy.wrong_request', 409, {
  en: 'This person has no open request of this kind with this id.',
  ar: 'هذا ليس طلبًا مفتوحًا من هذا النوع لهذا الشخص.',
})
export const OnLegalHold = refusal('privacy.legal_hold', 409, {
  en: 'A legal hold prevents erasing this person; lift it first.',
  ar: 'يمنع حجزٌ قانوني محو هذا الشخص؛ ارفع الحجز أولًا.',
})
export const NoHold = refusal('privacy.no_hold', 404, {
  en: 'There is no legal hold on this customer.',
  ar: 'لا يوجد حجز قانوني على هذا العميل.',
})
export const ErasureNotFound = refusal('privacy.erasure_not_found', 404, {
  en: 'No erasure has this id.',
  ar: 'لا توجد عملية محو بهذا المعرّف.',
})
export const CertificatePending = refusal('privacy.certificate_pending', 409, {
  en: 'The certificate is being signed; try again in a moment.',
  ar: 'يجري توقيع الشهادة؛ حاول بعد لحظات.',
})
export const UnknownConsumer = refusal('privacy.unknown_consumer', 422, {
  en: 'No system of this name has to acknowledge this erasure.',
  ar: 'لا توجد جهة بهذا الاسم مطلوب منها تأكيد هذا المحو.',
})
export const ExportNotFound = refusal('privacy.export_not_found', 404, {
  en: 'This customer has no export with this id.',
  ar: 'لا توجد نسخة بيانات بهذا المعرّف لهذا العميل.',
})
export const ExportUnderWay = refusal('privacy.export_under_way', 409, {
  en: 'An export of this person’s data is being prepared; wait until it is ready.',
  ar: 'يجري تجهيز نسخة من بيانات هذا الشخص؛ انتظر حتى تصبح جاهزة.',
})
export const ExportNotReady = refusal('privacy.export_not_ready', 409, {
  en: 'This export is not ready, or has expired.',
  ar: 'هذه النسخة غير جاهزة، أو انتهت صلاحيتها.',
})
export const LinkInvalid = refusal('privacy.link_invalid', 404, {
  en: 'This link is invalid or has expired.',
  ar: 'هذا الرابط غير صالح، أو انتهت صلاحيته.',
})
export const BreachNotFound = refusal('privacy.breach_not_found', 404, {
  en: 'No breach has this id.',
  ar: 'لا يوجد حادث بهذا المعرّف.',
})
