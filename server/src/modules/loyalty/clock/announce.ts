import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { LoyaltyPointsWillExpire } from '../events.ts'
import { rulesOf } from '../rules/versions.ts'
import { sql } from '../tables.ts'

const DAY_MS = 86_400_000

/** Tells ahead of time of points that end, once for each award; what ends together is told together. */
export async function announceEnding(ctx: Context): Promise<void> {
  const { rules } = await rulesOf(ctx, 'points')
  const until = new Date(ctx.now.getTime() + rules.announceDays * DAY_MS)
  const awards = await sql(ctx)
    .updateTable('loyalty_awards')
    .set({ announced: true })
    .where('tenant_id', '=', ctx.tenant)
    .where('remaining', '>', 0)
    .where('announced', '=', false)
    .where('vested_at', 'is not', null)
    .where('expires_at', '>', ctx.now)
    .where('expires_at', '<=', until)
    .returning(['customer_id', 'remaining', raw<Date>`expires_at`.as('at')])
    .execute()
  const told = new Map<string, { customerId: string; points: number; at: string }>()
  for (const { customer_id: customerId, remaining, at } of awards) {
    const key = `${customerId} ${at.toISOString().slice(0, 10)}`
    const before = told.get(key)
    told.set(key, { customerId, at: at.toISOString(), points: (before?.points ?? 0) + remaining })
  }
  for (const ending of told.values()) ctx.emit(LoyaltyPointsWillExpire(ending))
}
