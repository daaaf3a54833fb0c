import { fieldProblem } from '../../../kit/field-problem.ts'

export const PASSWORD_TOO_SHORT = fieldProblem('password_too_short', {
  en: 'Use at least 8 characters',
  ar: 'استخدم 8 أحرف على الأقل',
})
export const PASSWORD_TOO_LONG = fieldProblem('password_too_long', {
  en: 'Use at most 128 characters',
  ar: 'استخدم 128 حرفًا على الأكثر',
})
export const PASSWORD_COMMON = fieldProblem('password_common', {
  en: 'Too easy to guess: it is common, or made of your name, e-mail or this business',
  ar: 'سهلة التخمين: شائعة أو مكوّنة من اسمك أو بريدك أو اسم هذه المنشأة',
})
export const TOKEN_OR_CODE = fieldProblem('token_or_code', {
  en: 'Give exactly one of token and code',
  ar: 'اذكر واحدًا فقط: الرابط أو الرمز',
})
