import type { Context } from '../../kit/context.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { GuessLimit } from './contract.ts'
import { addressOf, atContact, COOLDOWN_SECONDS, countIn, giveBack, HOUR, refused, type Window } from './limits.ts'
import { readLimits } from './settings.ts'

/** Of one network at one contact without its handle, until the next code could be sent. */
const STRAYS_OF_A_NETWORK = 3
/** Wrong codes of a whole business in an hour that somebody should look at. */
const ALARMING_GUESSES = 300

/** Counts a guess of this network before it is looked at; `giveBack` when it was right. */
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

/** Whether this network may still guess at this contact: what it uses up is its own. */
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

/** Nobody is refused for what others guess; the audit trail raises the alarm, once in the hour. */
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
