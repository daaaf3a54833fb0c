import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountry } from '../language/here.ts'

/** A date from the server, in words. Without a time of day, so no time zone shifts it. */
export function useDay(): (day: string) => string {
  const { i18n } = useTranslation()
  const locale = `${i18n.language}-${useCountry()}`
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
      calendar: 'gregory',
    })
    // The library also calls this without a date.
    return (day) => (/^\d{4}-/.test(day) ? format.format(new Date(day)) : '')
  }, [locale])
}

export function useSeconds(): (seconds: number) => string {
  const { i18n } = useTranslation()
  const locale = `${i18n.language}-${useCountry()}`
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    })
    return (seconds) => format.format(seconds)
  }, [locale])
}

const STEPS = [
  ['minute', 60],
  ['hour', 24],
  ['day', 365],
] as const

/** Minutes in words: 5 minutes, 3 hours, 12 days. */
export function useDuration(): (minutes: number) => string {
  const { i18n } = useTranslation()
  const locale = `${i18n.language}-${useCountry()}`
  return (minutes) => {
    let value = minutes
    for (const [unit, most] of STEPS) {
      if (value < most || unit === 'day')
        return new Intl.NumberFormat(locale, {
          style: 'unit',
          unit,
          unitDisplay: 'long',
          maximumFractionDigits: 0,
        }).format(value)
      value /= most
    }
    return ''
  }
}
