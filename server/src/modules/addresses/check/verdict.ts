import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../../kit/context.ts'
import { AddressUndeliverable, CheckUnavailable } from '../contract.ts'
import type { Place } from '../place.ts'
import { addressSettings } from '../settings.ts'
import { checkerOf } from './checker.ts'
import type { Opinion } from './port.ts'

const RETRY_AFTER_SECONDS = 30

/** The address that was validated outside the transaction, and the verdict. Null: the provider does not cover that country. */
export interface Heard {
  readonly place: Place
  /** Null: no response in time. */
  readonly opinion: Opinion | null
}

/** Outside of any transaction. */
export async function hear(ctx: Pick<Context, 'config'>, place: Place): Promise<Heard | null> {
  const checker = checkerOf(ctx.config)
  return checker?.countries.has(place.country) ? { place, opinion: await checker.check(place) } : null
}

/** The verdict to store, or the refusal of a strict tenant. */
export async function verdictOn(ctx: Context, place: Place, heard: Heard | null) {
  if (!checkerOf(ctx.config)?.countries.has(place.country)) return { ...UNASKED, reasons: [] }
  // The address was changed while the provider validated its earlier form.
  const opinion = heard && isDeepStrictEqual(heard.place, place) ? heard.opinion : null
  if (opinion?.verdict !== 'verified') await refuseWhenStrict(ctx, opinion)
  if (opinion === null) {
    ctx.nudge('addresses')
    return { ...UNASKED, check_at: ctx.now, reasons: [] }
  }
  const { verdict, reasons } = opinion
  return { ...UNASKED, verification: verdict, checked_at: ctx.now, reasons }
}

const UNASKED = { verification: 'unverified', checked_at: null, check_at: null, check_tries: 0 } as const satisfies {
  checked_at: Date | null
  check_at: Date | null
} & Record<string, unknown>

async function refuseWhenStrict(ctx: Context, opinion: Opinion | null): Promise<void> {
  if (opinion?.verdict === 'unverified') return
  const { validation, whenUnavailable } = await addressSettings(ctx)
  if (validation === 'lenient') return
  if (opinion !== null) throw AddressUndeliverable({ reasons: opinion.reasons })
  if (whenUnavailable === 'refuse') throw CheckUnavailable({}, { 'retry-after': String(RETRY_AFTER_SECONDS) })
}
