import { refusal } from '../../../kit/refusal.ts'

export const NameNeeded = refusal('auth.name_needed', 422, {
  en: 'Tell us your name, then go on with the same proof.',
  ar: 'أخبرنا باسمك ثم تابع بالإثبات نفسه.',
})
