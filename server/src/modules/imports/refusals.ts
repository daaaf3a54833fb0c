import { refusal } from '../../kit/refusal.ts'

export const ImportNotFound = refusal('import.not_found', 404, {
  en: 'There is no import with this id.',
  ar: 'لا توجد عملية استيراد بهذا المعرّف.',
})
export const WrongState = refusal('import.wrong_state', 409, {
  en: 'This import is at another step: reload it and see what can be done now.',
  ar: 'عملية الاستيراد هذه في خطوة أخرى: أعد تحميلها لترى ما يمكن عمله الآن.',
})
export const PartMissing = refusal('import.part_missing', 409, {
  en: 'A part of the file is missing; send it again.',
  ar: 'لم يصل جزء من الملف؛ أرسله مرة أخرى.',
})
export const FileEmpty = refusal('import.file_empty', 422, {
  en: 'The file has no rows.',
  ar: 'لا يحتوي الملف على صفوف.',
})
export const FileUnreadable = refusal('import.file_unreadable', 422, {
  en: 'The file cannot be read as a table. Choose another encoding or separator, or save it as CSV.',
  ar: 'لا يمكن قراءة الملف كجدول. اختر ترميزًا أو فاصلًا آخر، أو احفظه بصيغة CSV.',
})
export const WorkbookTooLarge = refusal('import.workbook_too_large', 422, {
  en: 'This workbook is too large to be read here: save it as CSV and upload that.',
  ar: 'هذا المصنف أكبر من أن يُقرأ هنا: احفظه بصيغة CSV ثم ارفعه.',
})
export const ColumnsUnknown = refusal('import.columns_unknown', 422, {
  en: 'Give a decision for every column of the file, in its order.',
  ar: 'حدّد معنى كل عمود في الملف وبترتيبه.',
})
export const NothingToMatch = refusal('import.nothing_to_import', 422, {
  en: 'Choose at least one column to import.',
  ar: 'اختر عمودًا واحدًا على الأقل للاستيراد.',
})
export const ImportExpired = refusal('import.expired', 409, {
  en: 'What this import changed is kept for 30 days; it can no longer be undone.',
  ar: 'تُحفظ تغييرات الاستيراد 30 يومًا؛ لم يعد التراجع ممكنًا.',
})
export const ImportFailed = refusal('import.failed', 409, {
  en: 'The import stopped because of an error on our side; it can be resumed.',
  ar: 'توقف الاستيراد بسبب خطأ لدينا؛ يمكن استئنافه.',
})
export const StarterGone = refusal('import.starter_gone', 409, {
  en: 'The key or the login that started this step may no longer import; another one can resume it.',
  ar: 'لم يعد يحق للمفتاح أو الحساب الذي بدأ هذه الخطوة الاستيراد؛ يمكن لغيره استئنافها.',
})
export const TooManyFiles = refusal('import.too_many_files', 409, {
  en: 'Too many files are kept here: discard uploads that you do not need, or wait until older ones are deleted after 30 days.',
  ar: 'الملفات المحفوظة هنا كثيرة: ألغِ ما لا تحتاجه منها، أو انتظر حتى تُحذف الأقدم بعد 30 يومًا.',
})
export const EndedByErasure = refusal('import.ended_by_erasure', 409, {
  en: 'A customer whose data may be in this file was erased, so the file was deleted. Upload it again without them.',
  ar: 'مُحي عميل قد تكون بياناته في هذا الملف، فحُذف الملف. ارفعه من جديد بدونه.',
})
export const Discarded = refusal('import.discarded', 409, {
  en: 'This import was discarded with its file.',
  ar: 'أُلغيت عملية الاستيراد هذه وحُذف ملفها.',
})
