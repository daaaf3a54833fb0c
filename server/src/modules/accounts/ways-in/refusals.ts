import { refusal } from '../../../kit/refusal.ts'

export const LoginTaken = refusal('auth.login_taken', 409, {
  en: 'This login belongs to another account here.',
  ar: 'وسيلة الدخول هذه مرتبطة بحساب آخر هنا.',
})
export const LoginNotFound = refusal('auth.login_not_found', 404, {
  en: 'Your account does not have this way to sign in.',
  ar: 'لا توجد في حسابك وسيلة دخول كهذه.',
})
export const LastLogin = refusal('auth.last_login', 409, {
  en: 'This is the only way to sign in to your account; add another first.',
  ar: 'هذه هي الوسيلة الوحيدة للدخول إلى حسابك؛ أضف غيرها أولًا.',
})
