import { z } from 'zod'
import { CURRENCY_FORM, CURRENCY_UNKNOWN, RATE_FORM } from './problems.ts'
import { form } from './text.ts'

/** Amounts are integers in minor units, and shown as decimal text: 1400 of OMR is "1.400", 300 of JPY "300". */
/** Those of ISO 4217 without two decimals: the runtime rounds the dinars and pounds of some countries as shops there do. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
])
/** The runtime leaves out the accounting units of Chile and Uruguay. */
const CODES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), ...DIGITS.keys()])

export const isCurrency = (code: string): boolean => CODES.has(code)

/** How many digits the minor unit of a currency has; an unknown code is refused. */
export function digitsOf(currency: string): number {
  if (!isCurrency(currency)) throw new Error('Not a currency of ISO 4217')
  return DIGITS.get(currency) ?? 2
}

export function decimalText(minor: number | bigint, currency: string): string {
  const places = digitsOf(currency)
  const sign = minor < 0 ? '-' : ''
  const written = String(minor)
    .replace('-', '')
    .padStart(places + 1, '0')
  return places === 0 ? `${sign}${written}` : `${sign}${written.slice(0, -places)}.${written.slice(-places)}`
}

/** An amount of one currency in minor units of another, by units of `to` per unit of `from`. */
export function convert(minor: number, { from, to, rate }: { from: string; to: string; rate: string }): number {
  const [whole = '', fraction = ''] = rate.split('.')
  const shift = digitsOf(to) - digitsOf(from) - fraction.length
  const times = BigInt(minor) * BigInt(whole + fraction)
  return Number(shift >= 0 ? times * 10n ** BigInt(shift) : halfEven(times, 10n ** BigInt(-shift)))
}

/** Thousandths of a currency, as the totals of customers are kept (docs/decisions/0004). */
export const toThousandths = (minor: number, currency: string): number => rescale(minor, digitsOf(currency), 3)

/** The part `of` of an amount that belongs to `share` of `whole`. */
export const proRata = (of: number, share: number, whole: number): number =>
  whole === 0 ? 0 : Number(halfEven(BigInt(of) * BigInt(share), BigInt(whole)))

function rescale(minor: number, from: number, to: number): number {
  return to >= from ? minor * 10 ** (to - from) : Number(halfEven(BigInt(minor), 10n ** BigInt(from - to)))
}

/** Rounds halves to the even neighbour, so that many of them do not add up to one side. */
function halfEven(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n ? -1n : 1n
  const positive = dividend * sign
  const quotient = positive / divisor
  const twice = (positive % divisor) * 2n
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n)
  return sign * (quotient + (up ? 1n : 0n))
}

export const Currency = form(/^[A-Z]{3}$/, CURRENCY_FORM)
  .refine(isCurrency, { params: { code: CURRENCY_UNKNOWN } })
  .meta({ description: 'ISO 4217', example: 'OMR' })

/** Beyond every price, and sums of a million of them are still exact. */
const MOST = 1_000_000_000_000
export const Minor = z
  .int()
  .min(0)
  .max(MOST)
  .meta({ description: 'In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300', example: 1400 })

export const Rate = form(/^\d{1,9}(?:\.\d{1,12})?$/, RATE_FORM)
  .refine((rate) => /[1-9]/.test(rate), { params: { code: RATE_FORM } })
  .meta({ description: 'Units of the reporting currency for one unit of this one', example: '0.3845' })
