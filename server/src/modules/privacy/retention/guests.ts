import type { Context, Progress } from '../../../kit/context.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { staleGuests } from '../../customers/index.ts'
import { forgetCustomer } from '../erasure/forget.ts'
import { CustomerErased } from '../events.ts'
import { daysAfter } from '../packs.ts'
import { readPrivacySettings } from '../settings.ts'

const GUESTS_AT_ONCE = 100

/** Nobody knows who they were, so there is no certificate; those with orders stay. */
export async function expireGuests(ctx: Context, progress?: Progress): Promise<void> {
  const { guestsExpireDays } = await readPrivacySettings(ctx)
  const guests = await staleGuests(ctx, daysAfter(ctx.now, -guestsExpireDays), GUESTS_AT_ONCE)
  // In the order of the people, as every act upon many goes.
  for (const [done, customerId] of [...guests].sort().entries()) {
    progress?.(done, guests.length)
    try {
      await forgetCustomer(ctx, customerId)
      ctx.emit(CustomerErased({ customerId, erasureId: null }))
    } catch (error) {
      // Held, or merged this very moment.
      if (!(error instanceof Refusal)) throw error
    }
  }
}
