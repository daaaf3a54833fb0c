import { refusal } from '../../kit/refusal.ts'

export const DocumentNotFound = refusal('consent.document_not_found', 404, {
  en: 'There is no such document to consent to.',
  ar: 'لا توجد وثيقة موافقة كهذه.',
})
export const DocumentRetired = refusal('consent.document_retired', 409, {
  en: 'This document was retired; nobody can consent to it any more.',
  ar: 'سُحبت هذه الوثيقة ولم تعد الموافقة عليها ممكنة.',
})
export const PurposeTaken = refusal('consent.purpose_taken', 409, {
  en: 'This purpose has a document already; publish a new version of it.',
  ar: 'لهذا الغرض وثيقة بالفعل؛ انشر إصدارًا جديدًا منها.',
})
export const DoubleOptInByEmailOnly = refusal('consent.double_opt_in_by_email_only', 422, {
  en: 'Only e-mail marketing can ask for a second yes by e-mail.',
  ar: 'تأكيد الموافقة بالبريد الإلكتروني متاح للتسويق عبر البريد الإلكتروني فقط.',
})
export const WhichDocument = refusal('consent.which_document', 422, {
  en: 'Give either documentId or purpose.',
  ar: 'اذكر إما documentId أو purpose.',
})
export const VersionNotLatest = refusal('consent.version_not_latest', 409, {
  en: 'There is another version now; show that one before asking.',
  ar: 'يوجد إصدار آخر الآن؛ اعرضه قبل طلب الموافقة.',
})
export const SpokenOnly = refusal('consent.spoken_only', 422, {
  en: 'spokenTo belongs to a decision that was spoken at the counter.',
  ar: 'يُذكر spokenTo فقط مع قرار نُطق به عند الصندوق.',
})
export const SpokenNeedsStaff = refusal('consent.spoken_needs_staff', 403, {
  en: 'What was spoken at the counter is recorded by the staff who heard it.',
  ar: 'ما يُقال عند الصندوق يسجله الموظف الذي سمعه.',
})
export const ImportOnly = refusal('consent.import_only', 403, {
  en: 'Decisions from elsewhere need the permission customers:import and the source import.',
  ar: 'القرارات المنقولة من نظام آخر تتطلب صلاحية الاستيراد وأن يكون المصدر import.',
})
export const RelayOnly = refusal('consent.relay_only', 403, {
  en: 'Saying where the person was needs the permission consents:relay.',
  ar: 'ذكر عنوان الشخص ومتصفحه يتطلب صلاحية consents:relay.',
})
export const DecidedInFuture = refusal('consent.decided_in_future', 422, {
  en: 'A decision cannot have been made in the future.',
  ar: 'لا يمكن أن يكون القرار قد اتُّخذ في المستقبل.',
})
export const EmailNeeded = refusal('consent.email_needed', 422, {
  en: 'There is no e-mail address yet to send the confirmation to: add one, or confirm the one that was given.',
  ar: 'لا يوجد بعد بريد إلكتروني لإرسال التأكيد إليه: أضف بريدًا، أو أكّد البريد المُدخل.',
})
export const ConfirmationJustSent = refusal('consent.confirmation_just_sent', 429, {
  en: 'A confirmation was sent a moment ago; you can ask for another {wait}.',
  ar: 'أُرسل التأكيد قبل لحظات؛ يمكنك طلب تأكيد آخر {wait}.',
})
export const DecisionNotFound = refusal('consent.decision_not_found', 404, {
  en: 'This customer made no such decision.',
  ar: 'لم يتخذ هذا العميل قرارًا كهذا.',
})
