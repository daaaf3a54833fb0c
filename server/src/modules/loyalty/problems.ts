import { fieldProblem } from '../../kit/field-problem.ts'

export const MULTIPLIER_FORM = fieldProblem('multiplier_form', {
  en: 'A decimal with at most two places, such as 1.5',
  ar: 'عدد عشري بمنزلتين على الأكثر، مثل 1.5',
})
export const TIER_KEY_FORM = fieldProblem('tier_key_form', {
  en: 'Lower-case Latin letters, digits, - and _, starting with a letter',
  ar: 'أحرف لاتينية صغيرة وأرقام والعلامتان - و_، ويبدأ بحرف',
})
export const REDEMPTION_ID_FORM = fieldProblem('redemption_id_form', {
  en: 'Not the id of a redemption',
  ar: 'ليس معرّف عملية استبدال صحيحًا',
})
export const POINTS_ZERO = fieldProblem('points_zero', { en: 'Give some or take some', ar: 'أضف نقاطًا أو اخصم نقاطًا' })
export const REPEATED_TIER = fieldProblem('repeated_tier', {
  en: 'Another tier has this key',
  ar: 'هذا المفتاح مستخدم لفئة أخرى',
})
export const TIERS_ASCEND = fieldProblem('tiers_ascend', {
  en: 'The lowest tier begins at 0, and each further one higher than the one before',
  ar: 'تبدأ أدنى فئة من 0، وتبدأ كل فئة أعلى من التي قبلها',
})
