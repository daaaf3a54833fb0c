import { refusal } from '../../../../kit/refusal.ts'

export const CustomerSessionNotFound = refusal('customer.session_not_found', 404, {
  en: 'This customer has no such session, or it has ended.',
  ar: 'لا توجد لهذا العميل جلسة كهذه، أو أنها انتهت.',
})
