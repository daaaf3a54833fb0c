import { refusal } from '../../../../kit/refusal.ts'

export const ProviderSaysNoTime = refusal('auth.provider_says_no_time', 401, {
  en: 'The provider did not say when you signed in there, so this proves nothing new. Prove in another way who you are, or sign out and in again.',
  ar: 'لم يذكر المزوّد متى سجّلت الدخول لديه، فلا يُعد هذا إثباتًا جديدًا. أثبت هويتك بطريقة أخرى، أو سجّل الخروج ثم ادخل من جديد.',
})
export const SignInCancelled = refusal('auth.cancelled', 401, {
  en: 'You did not let the provider tell us who you are.',
  ar: 'لم تسمح للمزوّد بإخبارنا بهويتك.',
})
export const FlowOver = refusal('auth.flow_over', 401, {
  en: 'This sign-in was begun in another browser, was used, or took too long; begin again.',
  ar: 'بدأ تسجيل الدخول هذا في متصفح آخر أو استُخدم أو استغرق وقتًا طويلًا؛ ابدأ من جديد.',
})
export const LinkFirst = refusal('auth.link_first', 409, {
  en: 'This e-mail belongs to somebody on the staff: sign in with the password, then link the provider.',
  ar: 'هذا البريد لأحد الموظفين: سجّل الدخول بكلمة المرور ثم اربط المزوّد.',
})
