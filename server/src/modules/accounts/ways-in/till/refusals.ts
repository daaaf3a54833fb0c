import { refusal } from '../../../../kit/refusal.ts'

export const TillNotFound = refusal('till.not_found', 404, {
  en: 'There is no till with this id.',
  ar: 'لا يوجد صندوق بهذا المعرّف.',
})
export const PairingOver = refusal('till.pairing_over', 422, {
  en: 'This pairing code is wrong, already used or expired; register the till again.',
  ar: 'رمز الربط خاطئ أو مستخدم أو منتهي الصلاحية؛ سجّل الصندوق من جديد.',
})
export const WrongPin = refusal('till.wrong_pin', 401, {
  en: 'The PIN is wrong. After five wrong PINs the password is required.',
  ar: 'رمز PIN خاطئ. بعد خمس محاولات خاطئة تلزم كلمة المرور.',
})
export const PinOver = refusal('till.pin_over', 401, {
  en: 'This PIN is locked or expired: sign in with the password, then choose a new PIN.',
  ar: 'رمز PIN هذا مقفل أو منتهي الصلاحية: سجّل الدخول بكلمة المرور ثم اختر رمزًا جديدًا.',
})
export const StaffOnly = refusal('till.staff_only', 403, {
  en: 'Only staff can sign in on a till.',
  ar: 'الدخول من الصندوق للموظفين فقط.',
})
