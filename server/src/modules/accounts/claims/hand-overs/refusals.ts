import { refusal } from '../../../../kit/refusal.ts'

export const HandOverNotFound = refusal('hand_over.not_found', 404, {
  en: 'No number hand-over has this id.',
  ar: 'لا توجد حالة انتقال رقم بهذا المعرّف.',
})
export const AlreadyDecided = refusal('hand_over.already_decided', 409, {
  en: 'This hand-over is already decided.',
  ar: 'سبق البت في هذه الحالة.',
})
