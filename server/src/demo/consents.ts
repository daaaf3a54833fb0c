import type { Context } from '../kit/context.ts'
import { decideConsent } from '../modules/consent/index.ts'
import { diceOf, pick } from './dice.ts'
import { DEMO_PEOPLE } from './people.ts'

const DECIDED_DAYS_AGO = 60
const WITHDREW = 0.15
const DAY_MS = 86_400_000
const PURPOSES = ['marketing.sms', 'marketing.whatsapp', 'marketing.email'] as const
/** The first ones have decided nothing: a demonstration begins with them. */
const [FIRST, LAST] = [20, 140]

/** Some agree to offers, as the forms at the counter say; a few take it back. */
export async function decideDemoConsents(ctx: Context, customerIds: readonly string[]): Promise<void> {
  for (const [n, customerId] of customerIds.slice(FIRST, LAST).entries()) {
    const dice = diceOf(n + 5 * DEMO_PEOPLE)
    const purpose = pick(dice, PURPOSES)
    const givenAt = new Date(ctx.now.getTime() - DECIDED_DAYS_AGO * dice() * DAY_MS)
    const decide = (decision: 'granted' | 'withdrawn', at: Date) =>
      decideConsent(ctx, {
        customerId,
        purpose,
        decision,
        source: 'import',
        givenAt: at,
        origin: 'A form at the counter',
      })
    await decide('granted', givenAt)
    if (dice() < WITHDREW) await decide('withdrawn', new Date((givenAt.getTime() + ctx.now.getTime()) / 2))
  }
}
