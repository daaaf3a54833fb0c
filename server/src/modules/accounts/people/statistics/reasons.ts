import { type Language, refusalText, type Text } from '../../../../kit/refusal.ts'

/** The limits of attempts, by their names. */
const LIMITS: Readonly<Record<string, Text>> = {
  'sign-in': { en: 'Too many attempts at one login', ar: 'محاولات كثيرة على طريقة دخول واحدة' },
  'sign-in everywhere': {
    en: 'Too many attempts at one login from everywhere',
    ar: 'محاولات كثيرة من كل مكان على طريقة دخول واحدة',
  },
  'sign-in on device': { en: 'Too many attempts on a known device', ar: 'محاولات كثيرة على جهاز معروف' },
  'sign-in from': { en: 'Too many attempts from one network', ar: 'محاولات كثيرة من شبكة واحدة' },
  'begin from': { en: 'Too many sign-ins begun from one network', ar: 'عمليات دخول كثيرة بدأت من شبكة واحدة' },
  'register from': { en: 'Too many registrations from one network', ar: 'عمليات تسجيل كثيرة من شبكة واحدة' },
  'mail to': { en: 'Too many e-mails to one login', ar: 'رسائل بريد كثيرة إلى طريقة دخول واحدة' },
  'mail from device': { en: 'Too many e-mails for a known device', ar: 'رسائل بريد كثيرة من جهاز معروف' },
  'second factor': { en: 'Too many second factors tried', ar: 'محاولات كثيرة للعامل الثاني' },
  'step-up': { en: 'Too many attempts to confirm an identity', ar: 'محاولات كثيرة لتأكيد الهوية' },
  'guests from': { en: 'Too many guests from one network', ar: 'زوار كثيرون من شبكة واحدة' },
  'pairings from': { en: 'Too many attempts to pair a till', ar: 'محاولات كثيرة لربط صندوق' },
}

/** Why an attempt failed, without the advice of when to try again. A reason of another release stays its code. */
export function reasonSaid(reason: string, language: Language): string {
  const text = LIMITS[reason] ?? refusalText(reason)
  return text ? text[language].split(/[;؛]/)[0]!.replace(/[.\s]+$/, '') : reason
}
