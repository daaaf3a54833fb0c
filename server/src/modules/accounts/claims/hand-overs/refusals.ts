import { refusal } from '../../../../kit/refusal.ts'

export const HandOverNotFound = refusal('hand_over.not_found', 404, {
  en: 'There is no such hand-over of a number.',
  ar: 'لا توجد حالة انتقال رقم بهذا المعرّف.',
})
export const AlreadyDecided = refusal('hand_over.already_decided', 409, {
  en: 'This was decided before.',
  ar: 'سبق البت في هذه الحالة.',
})
