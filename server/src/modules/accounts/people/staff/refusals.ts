import { refusal } from '../../../../kit/refusal.ts'

export const StaffEmailInUse = refusal('staff.email_in_use', 409, {
  en: 'This e-mail already signs in to another account.',
  ar: 'هذا البريد مستخدم للدخول إلى حساب آخر.',
})
export const LastOwner = refusal('staff.last_owner', 409, {
  en: 'This is the last owner; make another staff member an owner first.',
  ar: 'هذا آخر مالك؛ عيّن مالكًا آخر أولًا.',
})
