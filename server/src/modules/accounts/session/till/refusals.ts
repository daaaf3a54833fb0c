import { refusal } from '../../../../kit/refusal.ts'

export const TillUnknown = refusal('till.unknown', 401, {
  en: 'This device is not a till of this business, or it was revoked.',
  ar: 'هذا الجهاز ليس من صناديق هذه المنشأة، أو أُلغي تسجيله.',
})
export const TillLocked = refusal('till.locked', 401, {
  en: 'The till is locked after a pause: enter the PIN.',
  ar: 'قُفل الصندوق لعدم استخدامه: أدخل رمز PIN.',
})
