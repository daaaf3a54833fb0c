import { refusal } from '../../kit/refusal.ts'

export const DocumentNotFound = refusal('consent.document_not_found', 404, {
  en: 'No consent document has this id.',
  ar: 'لا توجد وثيقة موافقة كهذه.',
})
export const DocumentRetired = refusal('consent.document_retired', 409, {
  en: 'This document is retired; consents to it are no longer possible.',
  ar: 'سُحبت هذه الوثيقة ولم تعد الموافقة عليها ممكنة.',
})
export const PurposeTaken = refusal('consent.purpose_taken', 409, {
  en: 'This purpose already has a document; publish a new version of it.',
  ar: 'لهذا الغرض وثيقة بالفعل؛ انشر إصدارًا جديدًا منها.',
})
export const DoubleOptInByEmailOnly = refusal('consent.double_opt_in_by_email_only', 422, {
  en: 'Only e-mail marketing can be confirmed by e-mail (double opt-in).',
  ar: 'تأكيد الموافقة بالبريد الإلكتروني متاح للتسويق عبر البريد الإلكتروني فقط.',
})
export const WhichDocument = refusal('consent.which_document', 422, {
  en: 'Give either documentId or purpose.',
  ar: 'اذكر إما documentId أو purpose.',
})
export const VersionNotLatest = refusal('consent.version_not_latest', 409, {
  en: 'There is a newer version; show it before asking.',
  ar: 'يوجد إصدار آخر الآن؛ اعرضه قبل طلب الموافقة.',
})
export const SpokenOnly = refusal('consent.spoken_only', 422, {
  en: 'spokenTo is only for decisions spoken at the counter.',
  ar: 'يُذكر spokenTo فقط مع قرار نُطق به عند الصندوق.',
})
export const SpokenNeedsStaff = refusal('consent.spoken_needs_staff', 403, {
  en: 'Decisions spoken at the counter are recorded by the staff who heard them.',
  ar: 'ما يُقال عند الصندوق يسجله الموظف الذي سمعه.',
})
export const ImportOnly = refusal('consent.import_only', 403, {
  en: 'Decisions from another system need the permission customers:import and the source import.',
  ar: 'القرارات المنقولة من نظام آخر تتطلب صلاحية الاستيراد وأن يكون المصدر import.',
})
export const RelayOnly = refusal('consent.relay_only', 403, {
  en: 'The IP address and browser of the person need the permission consents:relay.',
  ar: 'ذكر عنوان الشخص ومتصفحه يتطلب صلاحية consents:relay.',
})
export const DecidedInFuture = refusal('consent.decided_in_future', 422, {
  en: 'A decision cannot have been made in the future.',
  ar: 'لا يمكن أن يكون القرار قد اتُّخذ في المستقبل.',
})
export const EmailNeeded = refusal('consent.email_needed', 422, {
  en: 'There is no e-mail address for the confirmation yet: add one, or verify the current one.',
  ar: 'لا يوجد بعد بريد إلكتروني لإرسال التأكيد إليه: أضف بريدًا، أو وثّق البريد الحالي.',
})
export const ConfirmationJustSent = refusal('consent.confirmation_just_sent', 429, {
  en: 'A confirmation was just sent; you can request another {wait}.',
  ar: 'أُرسل التأكيد قبل لحظات؛ يمكنك طلب تأكيد آخر {wait}.',
})
export const DecisionNotFound = refusal('consent.decision_not_found', 404, {
  en: 'This customer has no decision with this id.',
  ar: 'لم يتخذ هذا العميل قرارًا كهذا.',
})
