import { refusal } from '../../../kit/refusal.ts'

export const NameNeeded = refusal('auth.name_needed', 422, {
  en: 'Please enter your name, then continue with the same code.',
  ar: 'أدخل اسمك ثم تابع بالرمز نفسه.',
})
