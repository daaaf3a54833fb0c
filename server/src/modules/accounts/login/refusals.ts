import { refusal } from '../../../kit/refusal.ts'

export const AccountBlocked = refusal('auth.blocked', 403, {
  en: 'This account cannot sign in; please contact the business.',
  ar: 'لا يمكن لهذا الحساب تسجيل الدخول؛ تواصل مع المنشأة.',
})
export const TokenUnusable = refusal('auth.token_unusable', 422, {
  en: 'This link or code is wrong, already used or expired; request a new one.',
  ar: 'هذا الرابط أو الرمز غير صحيح أو مستخدم أو منتهي الصلاحية؛ اطلب رمزًا جديدًا.',
})
export const WrongProof = refusal('auth.wrong_proof', 401, {
  en: 'The password or code is wrong.',
  ar: 'كلمة المرور أو الرمز غير صحيح.',
})
export const StaffNotFound = refusal('staff.not_found', 404, {
  en: 'No staff member has this id.',
  ar: 'لا يوجد موظف بهذا المعرّف.',
})
export const BeyondYourRole = refusal('staff.beyond_your_role', 403, {
  en: 'You cannot give or remove a role with more permissions than your own.',
  ar: 'لا يمكنك منح أو سحب دور صلاحياته أوسع من صلاحياتك.',
})
