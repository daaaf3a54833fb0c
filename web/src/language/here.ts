import { createContext, createElement, type ReactNode, useContext } from 'react'
import { FIRST_COUNTRY, writeFor } from './digits.ts'

/** Where the business is, which decides how numbers, phones and times are written. */
interface Place {
  readonly country: string
  readonly timeZone?: string
}

const HereContext = createContext<Place | null>(null)

/** What is inside is written as people write at the business. */
export function Here({ at, children }: { readonly at: Place; readonly children: ReactNode }) {
  writeFor(at.country)
  return createElement(HereContext, { value: at }, children)
}

/** Also before any business is known. */
export const useCountry = (): string => useContext(HereContext)?.country ?? FIRST_COUNTRY

/** The time zone of the business; before it is known, that of the browser. */
export const useTimeZone = (): string =>
  useContext(HereContext)?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
