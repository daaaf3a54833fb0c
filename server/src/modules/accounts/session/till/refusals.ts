import { refusal } from '../../../../kit/refusal.ts'

export const TillUnknown = refusal('till.unknown', 401, {
  en: 'This device is not a till of this business, or it was revoked.',
  ar: 'هذا الجهاز ليس من صناديق هذا النشاط، أو أُلغي تسجيله.',
})
export const TillLocked = refusal('till.locked', 401, {
  en: 'The till was not used for a while: enter the PIN.',
  ar: 'لم يُستخدم الصندوق منذ مدة: أدخل رمز PIN.',
})
