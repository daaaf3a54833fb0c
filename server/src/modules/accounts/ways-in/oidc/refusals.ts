import { refusal } from '../../../../kit/refusal.ts'

export const ProviderSaysNoTime = refusal('auth.provider_says_no_time', 401, {
  en: 'The provider did not say when you signed in there, so this does not confirm your identity. Confirm it another way, or sign out and in again.',
  ar: 'لم يذكر المزوّد متى سجّلت الدخول لديه، فلا يؤكد هذا هويتك. أكّد هويتك بطريقة أخرى، أو سجّل الخروج ثم ادخل من جديد.',
})
export const SignInCancelled = refusal('auth.cancelled', 401, {
  en: 'You cancelled the sign-in at the provider.',
  ar: 'ألغيتَ تسجيل الدخول لدى المزوّد.',
})
export const FlowOver = refusal('auth.flow_over', 401, {
  en: 'This sign-in was started in another browser, was already used, or took too long; start again.',
  ar: 'بدأ تسجيل الدخول هذا في متصفح آخر أو استُخدم أو استغرق وقتًا طويلًا؛ ابدأ من جديد.',
})
export const LinkFirst = refusal('auth.link_first', 409, {
  en: 'This is a staff e-mail: sign in with the password, then link the provider.',
  ar: 'هذا البريد لأحد الموظفين: سجّل الدخول بكلمة المرور ثم اربط المزوّد.',
})
