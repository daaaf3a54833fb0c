import type { Context } from '../../../../kit/context.ts'
import { countHoldings } from '../../../../kit/personal-data.ts'
import type { Text } from '../../../../kit/refusal.ts'
import { everyoneIn } from '../../../customers/index.ts'
import { handOvers, toHandOver } from './list.ts'
import { sql } from './tables.ts'

/** Rows name both customers, like merges, so they are not moved. The other customer is left out of the export. */
export async function exportHandOvers(ctx: Context, customerId: string) {
  const people = await everyoneIn(ctx, customerId)
  const rows = people.length === 0 ? [] : await handOversOf(ctx, people).execute()
  return rows.map((row) => {
    const { id, why, at, decision, decidedAt } = toHandOver(row)
    return { id, had: people.includes(row.former_id) ? 'before' : 'since', why, at, decision, decidedAt }
  })
}

const NAMES_BOTH: Text = {
  en: 'The hand-over of a number concerns both people.',
  ar: 'انتقال رقم من شخص إلى آخر يقول شيئًا عن كليهما.',
}

export async function handOverHoldings(ctx: Context, customerId: string) {
  return countHoldings(sql(ctx), ctx.tenant, await everyoneIn(ctx, customerId), {
    hand_overs: { fate: 'erased', by: ['former_id', 'present_id'], why: NAMES_BOTH },
  })
}

export async function forgetHandOvers(ctx: Context, customerId: string): Promise<void> {
  const people = [customerId, ...(await everyoneIn(ctx, customerId))]
  await sql(ctx)
    .deleteFrom('hand_overs')
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or([q('former_id', 'in', people), q('present_id', 'in', people)]))
    .execute()
}

const handOversOf = (ctx: Context, people: readonly string[]) =>
  handOvers(ctx)
    .where((q) => q.or([q('former_id', 'in', people), q('present_id', 'in', people)]))
    .orderBy('id')
