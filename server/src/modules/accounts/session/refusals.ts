import { refusal } from '../../../kit/refusal.ts'

export const SessionOver = refusal('auth.session_over', 401, {
  en: 'This session has expired; sign in again.',
  ar: 'انتهت صلاحية هذه الجلسة؛ سجّل الدخول من جديد.',
})
export const SessionNotFound = refusal('auth.session_not_found', 404, {
  en: 'You have no session with this id.',
  ar: 'ليست لديك جلسة بهذا المعرّف.',
})
