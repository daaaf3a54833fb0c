import { refusal } from '../../../../kit/refusal.ts'

export const StaffHaveNone = refusal('auth.staff_have_none', 409, {
  en: 'This login belongs to the staff and has no customer.',
  ar: 'هذا الحساب من حسابات الموظفين وليس له عميل.',
})
