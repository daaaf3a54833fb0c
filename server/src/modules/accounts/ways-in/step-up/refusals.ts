import { refusal } from '../../../../kit/refusal.ts'

export const NoPhone = refusal('auth.no_phone', 409, {
  en: 'No phone signs in to this account.',
  ar: 'لا يوجد هاتف يُستخدم للدخول إلى هذا الحساب.',
})
