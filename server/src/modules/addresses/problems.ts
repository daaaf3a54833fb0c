import { fieldProblem } from '../../kit/field-problem.ts'

export const NEEDED_HERE = fieldProblem('needed_here', {
  en: 'Needed for an address in this country',
  ar: 'مطلوب في عناوين هذا البلد',
})
export const ADDRESS_LINE_NEEDED = fieldProblem('address_line_needed', {
  en: 'Give a building, a street or an area, in either script',
  ar: 'اذكر المبنى أو الشارع أو المنطقة بإحدى اللغتين',
})
export const POSTAL_CODE_INVALID = fieldProblem('postal_code_invalid', {
  en: 'Not a postal code of this country',
  ar: 'ليس رمزًا بريديًا صحيحًا في هذا البلد',
})
export const POSTAL_CODE_UNUSED = fieldProblem('postal_code_unused', {
  en: 'This country has no postal codes',
  ar: 'لا توجد رموز بريدية في هذا البلد',
})
export const SUBDIVISION_UNKNOWN = fieldProblem('subdivision_unknown', {
  en: 'Not a part of this country',
  ar: 'ليست من مناطق هذا البلد',
})
export const COORDINATES_INCOMPLETE = fieldProblem('coordinates_incomplete', {
  en: 'Give latitude and longitude, or neither',
  ar: 'اذكر خط العرض وخط الطول معًا أو اتركهما',
})
export const COORDINATES_UNSET = fieldProblem('coordinates_unset', {
  en: '0, 0 lies in the Atlantic: the device had no position',
  ar: 'الموقع 0، 0 في المحيط الأطلسي: لم يحدد الجهاز موقعه',
})
export const NOT_A_POINT = fieldProblem('not_a_point', {
  en: 'Not a point; write it as 23.588,58.383',
  ar: 'ليست نقطة صحيحة؛ اكتبها هكذا: 23.588,58.383',
})
export const ADDRESS_ID_FORM = fieldProblem('address_id_form', {
  en: 'Not the id of an address',
  ar: 'ليس معرّف عنوان صحيحًا',
})
