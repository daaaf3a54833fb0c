import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountry } from '../../language/here.ts'

const TICK_MS = 500

/** Whole seconds until a time, at least 0. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((until - now) / 1_000))
}

/** `4:09`, in the digits of the reader. */
export function useClock(): (seconds: number) => string {
  const locale = `${useTranslation().i18n.language}-${useCountry()}`
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
  const one = new Intl.NumberFormat(locale)
  return (seconds) => `${one.format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`
}
