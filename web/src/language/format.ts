import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountry, useTimeZone } from './here.ts'
import { numericLocale } from './zone.ts'

const DAY_MS = 86_400_000
const UNITS = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** The screen's language in the country of the business, which decides the digits. */
function useLocale(): string {
  const { i18n } = useTranslation()
  return `${i18n.language}-${useCountry()}`
}

/** The options are constants of the caller. */
export function useNumber(options?: Intl.NumberFormatOptions): (value: number) => string {
  const locale = useLocale()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, options)
    return (value) => format.format(value)
  }, [locale, options])
}

/** A decimal from the API, with all its places. */
export function useAmount(): (decimal: string) => string {
  const locale = useLocale()
  return useMemo(() => {
    return (decimal) => {
      const places = decimal.split('.')[1]?.length ?? 0
      return new Intl.NumberFormat(locale, { minimumFractionDigits: places }).format(Number(decimal))
    }
  }, [locale])
}

/** An amount with the code of its currency. */
export function useMoney(): (decimal: string, currency: string) => string {
  const locale = useLocale()
  return useMemo(() => {
    return (decimal, currency) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'code',
        minimumFractionDigits: decimal.split('.')[1]?.length ?? 0,
      }).format(Number(decimal))
  }, [locale])
}

/** Recent times in words, others as a date in the time zone of the business. */
export function useMoment() {
  const locale = useLocale()
  const timeZone = useTimeZone()
  return useMemo(() => {
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    const there = { dateStyle: 'medium', calendar: 'gregory', timeZone } as const
    const date = new Intl.DateTimeFormat(locale, there)
    const exact = new Intl.DateTimeFormat(locale, { ...there, timeStyle: 'short' })
    const when = (at: string) => {
      const ago = Date.now() - Date.parse(at)
      if (ago > 7 * DAY_MS || ago < 0) return date.format(new Date(at))
      const [unit, ms] = UNITS.find(([, ms]) => ago >= ms) ?? ['minute', 60_000]
      return relative.format(-Math.floor(ago / ms), unit)
    }
    return { when, exactly: (at: string) => exact.format(new Date(at)) }
  }, [locale, timeZone])
}

/** Dates as 2026-11-29: no time zone shifts them. */
export function useCalendarWords() {
  const locale = useLocale()
  return useMemo(() => {
    const writing = (options: Intl.DateTimeFormatOptions, place = locale) => {
      const format = new Intl.DateTimeFormat(place, { calendar: 'gregory', timeZone: 'UTC', ...options })
      return (day: string) => format.format(new Date(day))
    }
    // Arabic shortens weekdays to one letter or not at all.
    const short = locale.startsWith('ar') ? 'narrow' : 'short'
    const weekdays = { long: writing({ weekday: 'long' }), short: writing({ weekday: short }) }
    return {
      locale,
      date: writing({ day: 'numeric' }),
      day: writing({ dateStyle: 'medium' }),
      numeric: writing({ day: '2-digit', month: '2-digit', year: 'numeric' }, numericLocale(locale)),
      whole: writing({ dateStyle: 'full' }),
      month: writing({ month: 'long', year: 'numeric' }),
      weekday: (day: string, width: keyof typeof weekdays) => weekdays[width](day),
    }
  }, [locale])
}

/** A time of day, as 22:55. */
export function useTime(): (time: string) => string {
  const locale = useLocale()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
    return (time) => format.format(new Date(`2000-01-01T${time}Z`))
  }, [locale])
}

/** A percentage of a number from 0 to 1. */
export function usePercent(): (share: number) => string {
  const locale = useLocale()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, { style: 'percent' })
    return (share) => format.format(share)
  }, [locale])
}

/** `OM` → Oman, عُمان. */
export function useCountryName(): (country: string) => string {
  const locale = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    return (country) => names.of(country) ?? country
  }, [locale])
}

/** `OMR` → Omani Rial, ريال عماني. */
export function useCurrencyName(): (currency: string) => string {
  const locale = useLocale()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    return (currency) => names.of(currency) ?? currency
  }, [locale])
}

/** Whole kilometres. */
export function useDistance(): (km: number) => string {
  const locale = useLocale()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer', unitDisplay: 'short' })
    return (km) => format.format(km)
  }, [locale])
}

const ENGLISH = new Intl.DisplayNames('en', { type: 'region' })
/** In English, as in the file of the world. */
export const englishCountryName = (country: string) =>
  /^[A-Z]{2}$/.test(country) ? (ENGLISH.of(country) ?? country) : country
