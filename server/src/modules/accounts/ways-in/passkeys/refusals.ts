import { refusal } from '../../../../kit/refusal.ts'

export const WrongPasskey = refusal('auth.wrong_passkey', 401, {
  en: 'This passkey does not match, or the attempt took too long; start again.',
  ar: 'مفتاح المرور هذا غير مناسب أو استغرقت المحاولة وقتًا طويلًا؛ ابدأ من جديد.',
})
export const TooManyPasskeys = refusal('auth.too_many_passkeys', 409, {
  en: 'Your account has the maximum number of passkeys; remove one first.',
  ar: 'بلغ حسابك أقصى عدد من مفاتيح المرور؛ احذف أحدها أولًا.',
})
