import { refusal } from '../../../../kit/refusal.ts'

export const StaffHaveNone = refusal('auth.staff_have_none', 409, {
  en: 'This is a staff account; it has no customer.',
  ar: 'هذا الحساب من حسابات الموظفين وليس له عميل.',
})
