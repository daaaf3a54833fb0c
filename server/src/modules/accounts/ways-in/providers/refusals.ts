import { refusal } from '../../../../kit/refusal.ts'

export const ProviderDown = refusal('auth.provider_down', 503, {
  en: 'The sign-in provider is not responding; try again in a moment, or sign in another way.',
  ar: 'مزوّد تسجيل الدخول لا يستجيب؛ حاول بعد لحظات أو سجّل الدخول بطريقة أخرى.',
})
export const ProviderRefused = refusal('auth.provider_refused', 401, {
  en: 'The provider did not confirm your identity; start again.',
  ar: 'لم يؤكد المزوّد هويتك؛ ابدأ من جديد.',
})
