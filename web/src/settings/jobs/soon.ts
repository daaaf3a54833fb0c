import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountry } from '../../language/here.ts'

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** The time until an event, and a duration. */
export function useSoon() {
  const { i18n } = useTranslation()
  const locale = `${i18n.language}-${useCountry()}`
  return useMemo(() => {
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    const seconds = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'short',
      maximumFractionDigits: 2,
    })
    return {
      soon(at: string) {
        const ms = Math.max(0, Date.parse(at) - Date.now())
        const [unit, size] = UNITS.find(([, size]) => ms >= size) ?? ['minute', 60_000]
        return relative.format(Math.max(1, Math.round(ms / size)), unit)
      },
      took: (ms: number) => seconds.format(ms / 1000),
    }
  }, [locale])
}
