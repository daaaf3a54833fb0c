import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { everyoneIn, keysOf } from '../customers/index.ts'
import { mergeRows, toMerge } from './merge-row.ts'
import { sql } from './tables.ts'

/** The merge list itself is not moved: it names both. */
export const personalData: PersonalData = {
  ...noPersonalData,
  export: exportMerges,
  holdings,
  erase: forgetDetails,
}

const THAT_IT_HAPPENED: Text = {
  en: 'The fact of the merge is kept; its reason and the former values are deleted.',
  ar: 'يبقى أن سجلين صارا واحدًا، ويُمحى السبب وما كان في كل منهما.',
}

async function holdings(ctx: Context, customerId: string) {
  const people = [customerId, ...(await everyoneIn(ctx, customerId))]
  return countHoldings(sql(ctx), ctx.tenant, people, {
    merges: { fate: 'kept', by: ['from_id', 'into_id'], why: THAT_IT_HAPPENED },
  })
}

async function exportMerges(ctx: Context, customerId: string) {
  const rows = await rowsOf(ctx, await everyoneIn(ctx, customerId)).execute()
  const keys = await keysOf(
    ctx,
    rows.map(({ into_id }) => into_id),
  )
  return { merges: rows.map((row) => toMerge(ctx, row, keys.get(row.into_id))) }
}

/** Even if the other's key would still open it: it has data of both. */
async function forgetDetails(ctx: Context, customerId: string): Promise<void> {
  const rows = await rowsOf(ctx, [customerId, ...(await everyoneIn(ctx, customerId))]).execute()
  if (rows.length === 0) return
  await sql(ctx)
    .updateTable('merges')
    .set({ sealed: null, undone_sealed: null })
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
}

const rowsOf = (ctx: Context, people: readonly string[]) =>
  mergeRows(ctx)
    .where((q) => q.or([q('from_id', 'in', people), q('into_id', 'in', people)]))
    .orderBy('id')
