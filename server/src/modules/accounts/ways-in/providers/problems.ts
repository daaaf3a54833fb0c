import { fieldProblem } from '../../../../kit/field-problem.ts'

export const ISSUER_NOT_HTTPS = fieldProblem('issuer_not_https', {
  en: 'Must be an https:// address',
  ar: 'يجب أن يكون عنوانًا يبدأ بـ https://',
})
export const ISSUER_INSIDE = fieldProblem('issuer_inside', {
  en: 'Points into a private network: only public addresses are allowed',
  ar: 'يؤدي إلى داخل هذه الشبكة: لا تُسأل إلا العناوين العامة',
})
export const SECRET_NEEDED = fieldProblem('secret_needed', {
  en: 'Give the secret: the provider is new or has changed',
  ar: 'أدخل السر: فهو جديد، أو أن المزوّد أصبح غيره',
})
export const REPEATED_NAME = fieldProblem('repeated_name', {
  en: 'Give each name only once',
  ar: 'يجب أن يرد كل اسم مرة واحدة فقط',
})
