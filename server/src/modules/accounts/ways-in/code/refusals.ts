import { refusal } from '../../../../kit/refusal.ts'

export const StaffUsePassword = refusal('auth.staff_use_password', 403, {
  en: 'This is a staff e-mail: sign in with the password.',
  ar: 'هذا البريد لأحد الموظفين: سجّل الدخول بكلمة المرور.',
})
