import type { Context } from '../kit/context.ts'
import { CustomerId } from '../modules/customers/contract.ts'
import type { createCustomers } from '../modules/customers/index.ts'
import { changePreferences } from '../modules/preferences/index.ts'
import { diceOf, pick } from './dice.ts'
import { DEMO_PEOPLE } from './people.ts'

type Made = Awaited<ReturnType<typeof createCustomers>>

const SHARE = 0.4
const FRAGRANCES = ['oud', 'oud', 'jasmine', 'rose', 'frankincense'] as const

/** Some of those with a full profile have preferences, given when they came. */
export async function giveWishes(ctx: Context, from: number, people: Made): Promise<void> {
  for (const [index, { id, type, createdAt }] of people.entries()) {
    const dice = diceOf(from + index + 3 * DEMO_PEOPLE)
    if (type !== 'full' || dice() >= SHARE) continue
    const values = {
      ...(dice() < 0.5 && { folding: 'folded' }),
      ...(dice() < 0.6 && { fragrance: pick(dice, FRAGRANCES) }),
      ...(dice() < 0.2 && { ecoFriendly: true }),
    }
    await changePreferences({ ...ctx, now: new Date(createdAt) }, { customerId: CustomerId.parse(id), values })
  }
}
