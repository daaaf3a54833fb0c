import { refusal } from '../../../../kit/refusal.ts'

export const ChallengeOver = refusal('auth.challenge_over', 401, {
  en: 'This sign-in took too long or too many attempts; start again.',
  ar: 'استغرق تسجيل الدخول وقتًا أو محاولات أكثر من اللازم؛ ابدأ من جديد.',
})
export const MfaRequired = refusal('auth.mfa_required', 409, {
  en: 'Your role needs a second factor; it can be replaced but not removed.',
  ar: 'يتطلب دورك عاملًا ثانيًا؛ يمكن استبداله ولا يمكن إزالته.',
})
export const NotEnrolled = refusal('auth.not_enrolled', 409, {
  en: 'Start setting up this second factor first.',
  ar: 'ابدأ إعداد هذا العامل الثاني أولًا.',
})
