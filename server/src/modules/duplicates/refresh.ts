import { itself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { heldCustomers } from '../customers/index.ts'
import { mergeLikeliest } from './batches.ts'
import { meeting, sharing } from './candidates.ts'
import { type Compared, comparedPeople, valuesOf } from './compared.ts'
import { lookAtMerges } from './doubts.ts'
import { type Judge, type Judged, judged, judging, KEPT_FROM } from './judge.ts'
import { duplicateSettings } from './settings.ts'
import { comparedDigest, type NewSuggestion, type Pair, pairOf, pairsOf, suggestionRows } from './suggestions/rows.ts'
import { sql } from './tables.ts'
import { dropTokens, writeTokens } from './tokens.ts'

const BATCH = 100

/** Looks at customers that have changed, a few in each transaction: a stopped server goes on where it was. */
export async function findDuplicates(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, 'errand:find-duplicates')
  const looked = await inTenant(db, caller, lookAtOutdated)
  if (looked > 0) return true
  const { autoMerge, autoMergeFrom } = await inTenant(db, caller, duplicateSettings, { readOnly: true })
  if (autoMerge) await mergeLikeliest(db, caller, autoMergeFrom)
  return false
}

/** The number looked at. */
export async function lookAtOutdated(ctx: Context): Promise<number> {
  const rows = await sql(ctx)
    .selectFrom('duplicate_people')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('outdated', '=', true)
    .orderBy('customer_id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = rows.map(({ customer_id }) => customer_id)
  if (ids.length === 0) return 0
  await lookAt(ctx, ids)
  await sql(ctx)
    .updateTable('duplicate_people')
    .set({ outdated: false })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', ids)
    .execute()
  return ids.length
}

async function lookAt(ctx: Context, ids: readonly string[]): Promise<void> {
  const there = await comparedPeople(ctx, ids)
  const held = await heldCustomers(
    ctx,
    there.map(({ id }) => id),
  )
  const people = there.filter(({ id }) => held.has(id))
  const gone = ids.filter((id) => !people.some((one) => one.id === id))
  await dropTokens(ctx, gone)
  await setGone(ctx, gone)
  await writeTokens(
    ctx,
    people.map(({ id, person }) => ({ id, values: valuesOf(person) })),
  )
  const here = people.map(({ id }) => id)
  const met = (await meeting(ctx, here)).map(([a, b]) => pairOf(a, b))
  const known = await pairsOf(ctx, here)
  // What has nothing in common any more would not be found: the same is said of a pair, whichever way it came about.
  const pairs = new Map(known.map((pair) => [nameOf(pair), { ...pair, meets: false }]))
  for (const pair of [...met, ...(await sharing(ctx, known))]) pairs.set(nameOf(pair), { ...pair, meets: true })
  const judge = await judging(ctx)
  await judgePairs(ctx, judge, people, [...pairs.values()])
  await lookAtMerges(ctx, judge, here)
}

interface Looked extends Pair {
  readonly meets: boolean
}
const nameOf = ({ one, other }: Pair) => `${one} ${other}`

async function judgePairs(
  ctx: Context,
  judge: Judge,
  people: readonly Compared[],
  pairs: readonly Looked[],
): Promise<void> {
  const here = new Map(people.map((one) => [one.id, one]))
  const others = pairs.flatMap(({ one, other }) => [one, other]).filter((id) => !here.has(id))
  for (const other of await comparedPeople(ctx, others)) here.set(other.id, other)
  const read = new Map([...here].map(([id, one]) => [id, { one, as: judged(one) }]))
  const found = pairs.flatMap((pair) => judgedPair(judge, pair, read))
  const alive = await heldCustomers(
    ctx,
    found.flatMap(({ one, other }) => [one, other]),
  )
  await writePairs(
    ctx,
    found.filter(({ one, other }) => alive.has(one) && alive.has(other)),
  )
}

interface Found extends Pair {
  /** Null: too unlike to be remembered. */
  readonly score: number | null
  readonly vetoed: boolean
  readonly customers: readonly [Compared, Compared]
}

type Read = ReadonlyMap<string, { readonly one: Compared; readonly as: Judged }>

function judgedPair(judge: Judge, { one, other, meets }: Looked, read: Read): Found[] {
  const [first, second] = [read.get(one), read.get(other)]
  if (!first || !second) return []
  const explanation = judge.explain(first.as, second.as)
  const isFound = meets && explanation.score >= KEPT_FROM && !judge.forbids(explanation)
  const score = isFound ? explanation.score : null
  return [{ one, other, score, vetoed: explanation.vetoes.length > 0, customers: [first.one, second.one] }]
}

/** The same two keep their row. A decision counts until what was compared has changed. */
async function writePairs(ctx: Context, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return
  const ones = found.map(({ one }) => one)
  const rows = await suggestionRows(ctx).where('one_id', 'in', ones).execute()
  const known = new Map(rows.map((row) => [`${row.one_id} ${row.other_id}`, row]))
  const fresh: NewSuggestion[] = []
  for (const { one, other, score, vetoed, customers } of found) {
    const row = known.get(`${one} ${other}`)
    const isDecided = row?.state === 'rejected' || row?.state === 'family'
    const reopened = isDecided && !row.decided_on?.equals(comparedDigest(ctx, customers))
    if (row) {
      const open = reopened ? { state: 'open', decided_at: null, decided_by: null, decided_on: null } : {}
      // Too unlike by now: not shown, and the same row if they are alike again.
      const isUnlike = score === null && (row.state === 'open' || row.state === 'put_off' || reopened) && !row.undone
      const change = { score: score ?? row.score, vetoed, gone: isUnlike, ...open }
      await sql(ctx)
        .updateTable('duplicate_suggestions')
        .set(change)
        .where('tenant_id', '=', ctx.tenant)
        .where('id', '=', row.id)
        .execute()
    } else if (score !== null) {
      const pair = { tenant_id: ctx.tenant, id: uuidv7(ctx.now.getTime()), one_id: one, other_id: other }
      fresh.push({ ...pair, score, vetoed, state: 'open', found_at: ctx.now })
    }
  }
  if (fresh.length > 0)
    await sql(ctx)
      .insertInto('duplicate_suggestions')
      .values(fresh)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'one_id', 'other_id']).doNothing())
      .execute()
}

/** Merged or restricted: what was found about them stays, and is not shown. */
async function setGone(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql(ctx)
    .updateTable('duplicate_suggestions')
    .set({ gone: true })
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or([q('one_id', 'in', ids), q('other_id', 'in', ids)]))
    .execute()
}
