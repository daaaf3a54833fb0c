import { createContext, useContext } from 'react'

/** Where the business is, which decides how numbers, phones and times are written. */
interface Here {
  readonly country: string
  readonly timeZone?: string
}

export const HereContext = createContext<Here | null>(null)

/** Also before any business is known. */
export const useCountry = (): string => useContext(HereContext)?.country ?? 'OM'

/** The time zone of the business; before it is known, that of the browser. */
export const useTimeZone = (): string =>
  useContext(HereContext)?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
