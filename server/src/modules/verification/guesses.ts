import type { Context } from '../../kit/context.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { GuessLimit } from './contract.ts'
import { addressOf, atContact, COOLDOWN_SECONDS, countIn, giveBack, HOUR, refused, type Window } from './limits.ts'
import { readLimits } from './settings.ts'

/** Per network and contact without its handle, until the next code can be sent. */
const STRAYS_OF_A_NETWORK = 3
/** Wrong codes per business and hour that raise an alarm. */
const ALARMING_GUESSES = 300

/** Counts a guess of this network before the check; `giveBack` if it was right. */
export async function requireGuess(
  ctx: Context,
): Promise<{ readonly refusal: Refusal } | { giveBack(): Promise<void> } | null> {
  const subject = addressOf(ctx)
  if (subject === null) return null
  const limit = (await readLimits(ctx)).perAddressPerHour
  const window: Window = { of: 'guess', subject, seconds: HOUR, limit, refusal: GuessLimit }
  if ((await countIn(ctx, window)) === null) return { refusal: await refused(ctx, window) }
  return { giveBack: () => giveBack(ctx, window) }
}

/** Whether this network has guesses left at this contact, independent of other networks. */
export async function countStrayGuess(ctx: Context, contact: Buffer): Promise<boolean> {
  const address = addressOf(ctx)
  if (address === null) return true
  const window: Window = {
    of: 'stray',
    subject: atContact(contact, address),
    seconds: COOLDOWN_SECONDS,
    limit: STRAYS_OF_A_NETWORK,
    refusal: GuessLimit,
  }
  return (await countIn(ctx, window)) !== null
}

/** Guesses of others cause no refusals; the audit trail raises the alarm, once an hour. */
export async function countWrongGuess(ctx: Context): Promise<void> {
  const window: Window = {
    of: 'guesses',
    subject: Buffer.of(0),
    seconds: HOUR,
    limit: ALARMING_GUESSES,
    refusal: GuessLimit,
  }
  if ((await countIn(ctx, window)) !== ALARMING_GUESSES) return
  ctx.audit({
    action: 'verification.many_wrong_codes',
    customer: null,
    fields: [],
    after: { wrong: ALARMING_GUESSES, withinMinutes: HOUR / 60 },
  })
}
