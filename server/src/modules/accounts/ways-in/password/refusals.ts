import { refusal } from '../../../../kit/refusal.ts'

export const WrongCredentials = refusal('auth.wrong_credentials', 401, {
  en: 'The e-mail or password is wrong, or the e-mail is not confirmed yet: check the message that we sent you.',
  ar: 'البريد أو كلمة المرور غير صحيحة، أو لم يُؤكَّد البريد بعد: راجع الرسالة التي أرسلناها إليه.',
})
export const SignInFirst = refusal('auth.sign_in_first', 403, {
  en: 'Sign in to this account or enter its password, so that no other account is confirmed with your e-mail.',
  ar: 'سجّل الدخول إلى هذا الحساب أو أدخل كلمة مروره، حتى لا يُؤكَّد ببريدك حساب شخص آخر.',
})
export const NoPassword = refusal('auth.no_password', 409, {
  en: 'This account does not sign in with a password.',
  ar: 'هذا الحساب لا يستخدم كلمة مرور.',
})
