import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../../kit/context.ts'
import { AddressUndeliverable, CheckUnavailable } from '../contract.ts'
import type { Place } from '../place.ts'
import { addressSettings } from '../settings.ts'
import { checkerOf } from './checker.ts'
import type { Opinion } from './port.ts'

const RETRY_AFTER_SECONDS = 30

/** What was asked outside of the transaction, and what came back. Null: the provider does not cover that country. */
export interface Heard {
  readonly place: Place
  /** Null: it did not answer in time. */
  readonly opinion: Opinion | null
}

/** Outside of any transaction. */
export async function hear(ctx: Pick<Context, 'config'>, place: Place): Promise<Heard | null> {
  const checker = checkerOf(ctx.config)
  return checker?.countries.has(place.country) ? { place, opinion: await checker.check(place) } : null
}

/** What to store of it, or the refusal that a strict tenant wants. */
export async function verdictOn(ctx: Context, place: Place, heard: Heard | null) {
  if (!checkerOf(ctx.config)?.countries.has(place.country)) return { ...UNASKED, reasons: [] }
  // Somebody changed the place while the provider looked at the one before.
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
