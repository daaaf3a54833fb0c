import { z } from 'zod'
import { fieldProblem } from '../../kit/field-problem.ts'

const TIME_ZONE_UNKNOWN = fieldProblem('time_zone_unknown', {
  en: 'Not a time zone; write it as Asia/Muscat',
  ar: 'ليست منطقة زمنية معروفة؛ اكتبها هكذا: Asia/Muscat',
})

/** Countries with one time zone. Businesses elsewhere choose theirs. */
const OF_COUNTRY: Readonly<Record<string, string>> = {
  AE: 'Asia/Dubai',
  BH: 'Asia/Bahrain',
  EG: 'Africa/Cairo',
  IN: 'Asia/Kolkata',
  JO: 'Asia/Amman',
  KW: 'Asia/Kuwait',
  LB: 'Asia/Beirut',
  OM: 'Asia/Muscat',
  PK: 'Asia/Karachi',
  QA: 'Asia/Qatar',
  SA: 'Asia/Riyadh',
  YE: 'Asia/Aden',
}

export const timeZoneIn = (country: string): string => OF_COUNTRY[country] ?? 'UTC'

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, { params: { code: TIME_ZONE_UNKNOWN } })
