import { refusal } from '../../../kit/refusal.ts'

export const NameNeeded = refusal('auth.name_needed', 422, {
  en: 'Please enter your name, then continue with the same code.',
  ar: 'أدخل اسمك ثم تابع بالرمز نفسه.',
})
export const AccountExists = refusal('auth.account_exists', 409, {
  en: 'There is already an account with this e-mail: sign in, or reset the password.',
  ar: 'يوجد حساب بهذا البريد: سجّل الدخول إليه أو اطلب كلمة مرور جديدة.',
})
