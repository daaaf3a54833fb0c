import { refusal } from '../../../../kit/refusal.ts'

export const NoPhone = refusal('auth.no_phone', 409, {
  en: 'This account has no phone for signing in.',
  ar: 'لا يوجد هاتف يُستخدم للدخول إلى هذا الحساب.',
})
