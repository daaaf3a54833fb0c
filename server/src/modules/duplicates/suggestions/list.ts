import type { Context } from '../../../kit/context.ts'
import { placed, readCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { CustomerNotFound } from '../../customers/contract.ts'
import { type Compared, comparedPeople } from '../compared.ts'
import type { list as endpoint } from '../contract.ts'
import { type Judge, judgedFor, judging } from '../judge.ts'
import { countOutdated } from '../outdated.ts'
import { type Explanation, STATES, type Suggestion } from '../shapes.ts'
import { openRows, requireSuggestion, type SuggestionRow, suggestionRows } from './rows.ts'

const PAGE = 25

type Place = readonly [score: number, id: string]

/** The likeliest first; open ones above the threshold alone. */
export async function listSuggestions(ctx: Context, { state, customerId, cursor }: Input<typeof endpoint>) {
  const name = `duplicates ${state} ${customerId ?? ''}`
  const judge = await judging(ctx)
  const after = cursor === undefined ? null : readCursor<Place>(ctx.keys, name, ctx.now, cursor)
  const inState = suggestionRows(ctx)
    .where('state', '=', state)
    // What was merged is gone.
    .$if(state !== 'accepted', (query) => query.where('gone', '=', false))
  const rows = await (state === 'open' ? openRows(ctx, judge.threshold) : inState)
    .$if(customerId !== undefined, (query) =>
      query.where((q) => q.or([q('one_id', '=', customerId!), q('other_id', '=', customerId!)])),
    )
    .$if(after !== null, (query) =>
      query.where((q) =>
        q.or([q('score', '<', after![0]), q.and([q('score', '=', after![0]), q('id', '<', after![1])])]),
      ),
    )
    .orderBy('score', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  const places = shown.map(({ score, id }): Place => [score, id])
  return {
    items: await toSuggestions(ctx, judge, shown),
    ...placed(ctx, name, places, rows.length > PAGE),
    waiting: await countOutdated(ctx),
  }
}

export async function getSuggestion(ctx: Context, { suggestionId }: { suggestionId: string }): Promise<Suggestion> {
  return toSuggestion(ctx, await requireSuggestion(ctx, suggestionId))
}

export async function toSuggestion(ctx: Context, row: SuggestionRow): Promise<Suggestion> {
  const [suggestion] = await toSuggestions(ctx, await judging(ctx), [row])
  return suggestion!
}

export async function explainCustomers(
  ctx: Context,
  { one, other }: { readonly one: string; readonly other: string },
): Promise<Explanation> {
  const people = await comparedPeople(ctx, [one, other])
  const [first, second] = [one, other].map((id) => people.find((person) => person.id === id))
  if (!first || !second) throw CustomerNotFound()
  return (await judging(ctx)).explain(judgedFor(ctx, first), judgedFor(ctx, second))
}

async function toSuggestions(ctx: Context, judge: Judge, rows: readonly SuggestionRow[]): Promise<Suggestion[]> {
  const people = await comparedPeople(
    ctx,
    rows.flatMap(({ one_id, other_id }) => [one_id, other_id]),
  )
  const byId = new Map(people.map((person) => [person.id, person]))
  return rows.map((row) => {
    const [one, other] = [byId.get(row.one_id), byId.get(row.other_id)]
    const explanation = one && other ? judge.explain(judgedFor(ctx, one), judgedFor(ctx, other)) : null
    return {
      id: row.id,
      state: known(STATES, row.state),
      customers: survivorFirst([one, other].filter((person) => person !== undefined)).map((person) => person.shown()),
      explanation,
      score: explanation?.score ?? row.score,
      foundAt: row.found_at.toISOString(),
      putOffTo: row.put_off_to?.toISOString() ?? null,
      decidedAt: row.decided_at?.toISOString() ?? null,
      decidedBy: row.decided_by,
      mergeId: row.merge_id,
      batchId: row.batch_id,
    }
  })
}

/** The survivor is active; then the one with more verified contacts, then the older one. */
export function survivorFirst(people: readonly Compared[]): Compared[] {
  const worth = ({ row }: Compared) =>
    (row.status === 'active' ? 8 : 0) +
    (row.type === 'full' ? 4 : 0) +
    Number(row.phone_verified) +
    Number(row.email_verified)
  return [...people].sort(
    (a, b) => worth(b) - worth(a) || a.row.created_at.getTime() - b.row.created_at.getTime() || (a.id < b.id ? -1 : 1),
  )
}
