import { sql as raw } from 'kysely'
import { type Beginning, checkpointMacOf, checkpointOf, signed } from './audit-begin.ts'
import { type ChainedEntry, GENESIS, readEntries, sql } from './audit-chain.ts'
import { type Broken, followBatch, followFormer, readBatches, readFormer } from './audit-verify.ts'
import type { Context } from './context.ts'

/** What is released at once: the oldest entries that are left, and where the chain begins without them. */
export interface Portion {
  /** With how many of the released entries the trail itself tells. */
  readonly from: Beginning & { readonly noted: number }
  readonly to: Omit<Beginning, 'at'>
  readonly entries: readonly ChainedEntry[]
  /** None where the entries are of before there were batches. */
  readonly batches: Awaited<ReturnType<typeof readBatches>>
}

type Walked = ReturnType<typeof followFormer>

/** What decides how far it goes: decided anew for each portion, because a row of the database alone must let nothing go. */
export interface Limits {
  /** Null where nothing may go. */
  readonly before: Date | null
  /** Whether one of these customers is under a legal hold. */
  readonly isHeld: (customerIds: readonly string[]) => Promise<boolean>
}

/** Says until when it may be released; null takes that back. */
export async function askForRelease(ctx: Context, before: Date | null): Promise<void> {
  await sql(ctx)
    .insertInto('audit_checkpoints')
    .values({ tenant_id: ctx.tenant, hash: GENESIS, before })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ before }))
    .execute()
}

/**
 * The next that may go, checked as verifying does: what is broken stays as evidence. Null at the end, which may be what a
 * legal hold covers: a chain has no gaps, so what is behind that stays too.
 */
export async function nextPortion(ctx: Context, { before, isHeld }: Limits): Promise<Portion | { readonly end: End }> {
  const row = await checkpointOf(ctx).executeTakeFirst()
  if (!row || row.before === null || before === null) return { end: { held: false, broken: null } }
  const begin = signed(ctx, row)
  if (!begin.isSigned) return { end: { held: false, broken: { seq: begin.position + 1, what: 'checkpoint_changed' } } }
  const former = begin.seq === 0 ? await readFormer(ctx, begin.position) : []
  return former.length > 0
    ? formerPortion(ctx, begin, former, { before, isHeld })
    : batchPortion(ctx, begin, { before, isHeld })
}

type Decided = Limits & { readonly before: Date }

/** Why nothing more is released. */
export interface End {
  readonly held: boolean
  readonly broken: Broken | null
}

async function formerPortion(
  ctx: Context,
  from: Portion['from'],
  entries: readonly ChainedEntry[],
  { before, isHeld }: Decided,
): Promise<Portion | { readonly end: End }> {
  let to: Walked = { ...placeOf(from), broken: null }
  const going: ChainedEntry[] = []
  for (const entry of entries) {
    if (timeOf(entry) >= before) break
    to = followFormer(ctx, to, entry)
    if (to.broken) return { end: { held: false, broken: to.broken } }
    going.push(entry)
  }
  if (going.length === 0) return { end: { held: false, broken: null } }
  if (await isHeld(peopleIn(going))) return { end: { held: true, broken: null } }
  return { from, to: { ...placeOf(to), newest: newestOf(from, going) }, entries: going, batches: [] }
}

async function batchPortion(
  ctx: Context,
  from: Portion['from'],
  { before, isHeld }: Decided,
): Promise<Portion | { readonly end: End }> {
  const page = await readBatches(ctx, from.seq)
  const known = await readEntries(
    ctx,
    page.flatMap(({ ids }) => ids),
  )
  let place = placeOf(from)
  let end: End = { held: false, broken: null }
  const [batches, going]: [(typeof page)[0][], ChainedEntry[]] = [[], []]
  for (const batch of page) {
    if (batch.newest / 1000 >= before.getTime()) break
    const { broken, ...to } = followBatch(ctx, place, batch, known)
    const entries = batch.ids.flatMap((id) => known.get(id) ?? [])
    end = { broken, held: broken === null && (await isHeld(peopleIn(entries))) }
    if (end.broken || end.held) break
    place = to
    batches.push(batch)
    going.push(...entries)
  }
  if (batches.length === 0) return { end }
  return { from, to: { ...place, newest: newestOf(from, going) }, entries: going, batches }
}

const placeOf = ({ seq, position, hash }: Pick<Beginning, 'seq' | 'position' | 'hash'>) => ({ seq, position, hash })
const timeOf = ({ at }: ChainedEntry) => new Date(at / 1000)
const peopleIn = (entries: readonly ChainedEntry[]) => [
  ...new Set(entries.flatMap(({ customer_id }) => customer_id ?? [])),
]
const newestOf = ({ newest }: Beginning, entries: readonly ChainedEntry[]) =>
  new Date(entries.reduce((last, entry) => Math.max(last, timeOf(entry).getTime()), newest?.getTime() ?? 0))

/** Until the end of this transaction nothing is released: what it decides about a release is seen by the next one. */
export async function holdReleases(ctx: Context): Promise<void> {
  await sql(ctx)
    .insertInto('audit_checkpoints')
    .values({ tenant_id: ctx.tenant, hash: GENESIS })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute()
  await checkpointOf(ctx).forUpdate().execute()
}

/**
 * Deletes a portion and moves the beginning behind it, both or neither. False where another process was faster, or what is
 * due or under a legal hold has changed since, or is just being changed.
 */
export async function release(
  ctx: Context,
  { from, to, entries, batches }: Portion,
  { before, isHeld }: Limits,
): Promise<boolean> {
  const row = await checkpointOf(ctx).forUpdate().skipLocked().executeTakeFirst()
  if (!row || row.before === null || row.seq !== from.seq || row.position !== from.position) return false
  if (!signed(ctx, row).isSigned) return false
  if (before === null || entries.some((entry) => timeOf(entry) >= before)) return false
  if (await isHeld(peopleIn(entries))) return false
  const ids = entries.map(({ id }) => id)
  const gone =
    await raw`delete from audit_entries where tenant_id = ${ctx.tenant} and id = any (${ids}::uuid[])`.execute(sql(ctx))
  const unlinked = await sql(ctx)
    .deleteFrom('audit_batches')
    .where('tenant_id', '=', ctx.tenant)
    .where('seq', '>', from.seq)
    .where('seq', '<=', to.seq)
    .executeTakeFirst()
  if (Number(gone.numAffectedRows) !== ids.length || Number(unlinked.numDeletedRows) !== batches.length)
    throw new Error('Not all of what was to be released could be deleted')
  const begin = { ...to, at: ctx.now, noted: row.noted }
  await sql(ctx)
    .updateTable('audit_checkpoints')
    .set({ ...begin, mac: checkpointMacOf(ctx, begin) })
    .where('tenant_id', '=', ctx.tenant)
    .execute()
  return true
}

/**
 * Nothing more is due. Once it is in the trail itself, the beginning is noted there; one that is not signed is left as it is,
 * and so is one that another process has moved since this much was noted outside of the database.
 */
export async function endRelease(
  ctx: Context,
  { held, noted }: Pick<End, 'held'> & { readonly noted: number },
): Promise<void> {
  const row = await checkpointOf(ctx).forUpdate().executeTakeFirst()
  if (!row || row.position !== noted) return
  const isNew = row.position !== row.noted && signed(ctx, row).isSigned
  const begin = { ...row, noted: row.position }
  await sql(ctx)
    .updateTable('audit_checkpoints')
    .set({ before: null, held, ...(isNew && { noted: begin.noted, mac: checkpointMacOf(ctx, begin) }) })
    .where('tenant_id', '=', ctx.tenant)
    .execute()
  if (!isNew) return
  ctx.audit({
    action: 'audit.released',
    customer: null,
    fields: [],
    after: {
      entries: row.position - row.noted,
      position: row.position,
      hash: row.hash.toString('hex'),
      until: row.newest?.toISOString(),
    },
  })
}
