import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountry } from '../language/here.ts'

/** A day as the server counts it, in words. It has no hour, so no time zone may move it. */
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
    // The library also asks for the day of no place at all.
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
