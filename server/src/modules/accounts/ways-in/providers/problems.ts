import { fieldProblem } from '../../../../kit/field-problem.ts'

export const ISSUER_NOT_HTTPS = fieldProblem('issuer_not_https', {
  en: 'Must be an https:// address',
  ar: 'يجب أن يكون عنوانًا يبدأ بـ https://',
})
export const ISSUER_INSIDE = fieldProblem('issuer_inside', {
  en: 'Leads into this network: only public addresses are asked',
  ar: 'يؤدي إلى داخل هذه الشبكة: لا تُسأل إلا العناوين العامة',
})
export const SECRET_NEEDED = fieldProblem('secret_needed', {
  en: 'Give the secret: it is new, or the provider is another one now',
  ar: 'أدخل السر: فهو جديد، أو أن المزوّد أصبح غيره',
})
export const REPEATED_NAME = fieldProblem('repeated_name', {
  en: 'Give each name only once',
  ar: 'يجب أن يرد كل اسم مرة واحدة فقط',
})
