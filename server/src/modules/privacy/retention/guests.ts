import type { Context } from '../../../kit/context.ts'
import type { Progress } from '../../../kit/job.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { requireRow, staleGuests } from '../../customers/index.ts'
import { erase } from '../erasure/erase.ts'
import { daysAfter } from '../packs.ts'
import { readPrivacySettings } from '../settings.ts'

const PAGE = 500
const GUESTS_AT_ONCE = 100

/** An inactive guest without any data is erased like any person, with a row and a certificate. */
export async function expireGuests(ctx: Context, progress?: Progress): Promise<void> {
  const { guestsExpireDays } = await readPrivacySettings(ctx)
  const guests = await unknownGuests(ctx, daysAfter(ctx.now, -guestsExpireDays))
  for (const [done, customerId] of guests.entries()) {
    progress?.(done, guests.length)
    try {
      await expire(ctx, customerId)
    } catch (error) {
      // On hold, or merged at this very moment.
      if (!(error instanceof Refusal)) throw error
    }
  }
}

/** In the order of their ids, like every operation on many customers. */
async function unknownGuests(ctx: Context, before: Date): Promise<string[]> {
  const found: string[] = []
  let page: string[] = []
  do {
    page = await staleGuests(ctx, before, page.at(-1) ?? null, PAGE)
    found.push(...(await unknownAmong(ctx, page)))
  } while (page.length === PAGE && found.length < GUESTS_AT_ONCE)
  return found.slice(0, GUESTS_AT_ONCE)
}

/** Checked again behind the lock: a name or an address may have been added meanwhile. */
async function expire(ctx: Context, customerId: string): Promise<void> {
  await requireRow(ctx, customerId, 'to erase')
  if ((await unknownAmong(ctx, [customerId])).length === 0) return
  await erase(ctx, { customerId, reason: 'no_longer_needed' })
}

async function unknownAmong(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return []
  const known = new Set<string>()
  for (const hooks of ctx.personalData.values()) for (const id of await hooks.knows(ctx, customerIds)) known.add(id)
  return customerIds.filter((id) => !known.has(id))
}
