import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import { outsideId } from '../customers/contract.ts'
import { everyoneIn } from '../customers/index.ts'
import { sql } from './tables.ts'

/** A merge moves nothing: what was found is about records, and comes back with them. */
export const personalData: PersonalData = { ...noPersonalData, export: exportFound, holdings, erase }

const PAIRS = ['one_id', 'other_id'] as const

async function exportFound(ctx: Context, customerId: string) {
  const people = await everyoneIn(ctx, customerId)
  const rows = await sql(ctx)
    .selectFrom('duplicate_suggestions')
    .select(['one_id', 'other_id', 'score', 'state', 'found_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or(PAIRS.map((column) => q(column, 'in', people))))
    .orderBy('id')
    .execute()
  const merges = await sql(ctx)
    .selectFrom('duplicate_merges')
    .select(['from_id', 'into_id', 'score_then', 'score', 'doubted_since'])
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or([q('from_id', 'in', people), q('into_id', 'in', people)]))
    .orderBy('merge_id')
    .execute()
  return {
    ...(merges.length > 0 && {
      weighedMerges: merges.map(({ from_id, into_id, score_then, score, doubted_since }) => ({
        customers: [from_id, into_id].map(outsideId),
        scoreThen: score_then,
        score,
        doubtedSince: doubted_since?.toISOString() ?? null,
      })),
    }),
    ...(rows.length > 0 && {
      likelyDuplicates: rows.map(({ one_id, other_id, score, state, found_at }) => ({
        customers: [one_id, other_id].map(outsideId),
        score,
        state,
        foundAt: found_at.toISOString(),
      })),
    }),
  }
}

async function holdings(ctx: Context, customerId: string) {
  const people = [customerId, ...(await everyoneIn(ctx, customerId))]
  const fate = 'erased' as const
  return countHoldings(sql(ctx), ctx.tenant, people, {
    duplicate_people: { fate, why: DESCRIBES_THE_PERSON },
    duplicate_tokens: { fate, why: DESCRIBES_THE_PERSON },
    duplicate_suggestions: { fate, by: PAIRS, why: DESCRIBES_THE_PERSON },
    duplicate_merges: { fate, by: ['from_id', 'into_id'], why: DESCRIBES_THE_PERSON },
  })
}

async function erase(ctx: Context, customerId: string): Promise<void> {
  const people = [customerId, ...(await everyoneIn(ctx, customerId))]
  for (const table of ['duplicate_people', 'duplicate_tokens'] as const)
    await sql(ctx).deleteFrom(table).where('tenant_id', '=', ctx.tenant).where('customer_id', 'in', people).execute()
  await sql(ctx)
    .deleteFrom('duplicate_suggestions')
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or(PAIRS.map((column) => q(column, 'in', people))))
    .execute()
  await sql(ctx)
    .deleteFrom('duplicate_merges')
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or([q('from_id', 'in', people), q('into_id', 'in', people)]))
    .execute()
}
