import { plainDigits } from '../../language/digits.ts'

/** As the server has them (server/src/kit/money.ts): the browser rounds some of these. */
const PLACES: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
])
export const placesOf = (currency: string): number => PLACES.get(currency) ?? 2

/** As the API writes it: 1400 of OMR is 1.400. */
export function decimalOf(minor: number, currency: string): string {
  const places = placesOf(currency)
  const digits = String(minor).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** An amount as people type it, in minor units; null: it is none, or has more decimals than the currency. */
export function minorFrom(typed: string, currency: string): number | null {
  const places = placesOf(currency)
  const written = /^(\d{0,9})(?:[.,\u066b](\d*))?$/.exec(plainDigits(typed).replace(/[\s\u066c]/g, ''))
  if (!written) return null
  const [, whole = '', fraction = ''] = written
  if (whole + fraction === '' || fraction.length > places) return null
  return Number(whole + fraction.padEnd(places, '0'))
}
