import type { Context } from '../../../kit/context.ts'
import { unfitField } from '../../../kit/invalid.ts'
import { convert } from '../../../kit/money.ts'
import { reportingCurrency } from '../order/settings.ts'
import { RATE_NOT_NEEDED, RATE_TOO_HIGH } from '../problems.ts'

interface Priced {
  readonly total: number
  readonly currency?: string | undefined
  readonly rate?: string | undefined
}

/** In its own currency, and in the reporting one where that is known. */
export async function moneyOf(ctx: Context, { currency: given, total, rate }: Priced) {
  const reporting = await reportingCurrency(ctx)
  const currency = given ?? reporting
  if (currency === reporting) {
    if (rate !== undefined) throw unfitField('rate', RATE_NOT_NEEDED)
    return { currency, total, rate: null, counted: total }
  }
  const counted = rate === undefined ? null : convert(total, { from: currency, to: reporting, rate })
  if (counted !== null && counted > MOST_COUNTED) throw unfitField('rate', RATE_TOO_HIGH)
  return { currency, total, rate: rate ?? null, counted }
}
const MOST_COUNTED = 1_000_000_000_000
