import { refusal } from '../../../kit/refusal.ts'

export const NameNeeded = refusal('auth.name_needed', 422, {
  en: 'Tell us your name, then go on with the same proof.',
  ar: 'أخبرنا باسمك ثم تابع بالإثبات نفسه.',
})
export const AccountExists = refusal('auth.account_exists', 409, {
  en: 'There is already an account with this e-mail: sign in to it, or ask for a new password.',
  ar: 'يوجد حساب بهذا البريد: سجّل الدخول إليه أو اطلب كلمة مرور جديدة.',
})
