import { sql as raw } from 'kysely'
import { type Beginning, readBeginning } from './audit-begin.ts'
import {
  AUDIT,
  type Batch,
  type ChainedEntry,
  contentOf,
  DIGEST_BYTES,
  digestOf,
  entryRows,
  type Head,
  linkOf,
  macOf,
  readEntries,
  readFormerHead,
  readHead,
  sql,
} from './audit-chain.ts'
import type { Context } from './context.ts'

const ENTRIES_AT_ONCE = 500
const BATCHES_AT_ONCE = 5
const DAY_MS = 86_400_000
/** As the policy of the database has it. */
const KEPT_DAYS = 365

export const BREAKS = [
  'changed',
  'removed',
  'inserted',
  'tail_removed',
  'head_changed',
  'checkpoint_changed',
  'checkpoint_unknown',
  'released_early',
] as const
export interface Broken {
  /** The place of the first entry that is not as it was sealed. */
  readonly seq: number
  readonly what: (typeof BREAKS)[number]
  /** Since when an anchor outside of the database knows what is missing. */
  readonly anchoredAt?: Date
}

/** A head that was noted outside of the database. */
export interface Anchor {
  readonly seq: number
  readonly position: number
  readonly hash: Buffer
  readonly at: Date
}

export interface ChainReport {
  readonly entries: number
  /** Committed, not sealed yet: the sealer does so within seconds. */
  readonly unsealed: number
  readonly broken: Broken | null
  /** What was released before it, behind a signed checkpoint; null where the chain has its first entry. */
  readonly begins: Beginning | null
}

/** A place in the chain. */
interface Place {
  readonly seq: number
  readonly position: number
  readonly hash: Buffer
}
interface Walked extends Place {
  readonly broken: Broken | null
}

/** Walks the chain from where it begins and names the first link that does not hold. */
export async function verifyChain(ctx: Context, anchors: readonly Anchor[] = []): Promise<ChainReport> {
  // Read first: it only goes on.
  const low = await readLow(ctx)
  let begin = await readBeginning(ctx)
  for (;;) {
    const report = await verifyFrom(ctx, begin, low, anchors)
    if (!report.broken) return report
    const since = await readBeginning(ctx)
    // The beginning of it may have been released while we walked.
    if (since.position === begin.position && since.seq === begin.seq) return report
    begin = since
  }
}

async function verifyFrom(
  ctx: Context,
  { isSigned, ...begin }: Awaited<ReturnType<typeof readBeginning>>,
  low: string,
  anchors: readonly Anchor[],
): Promise<ChainReport> {
  const begins = begin.position === 0 ? null : begin
  const report = (entries: number, unsealed: number, broken: Broken | null) => ({ entries, unsealed, broken, begins })
  if (!isSigned) return report(begin.position, 0, { seq: begin.position + 1, what: 'checkpoint_changed' })
  const { position, broken } = await walkToHead(ctx, await walkFormer(ctx, begin), anchors)
  const { unsealed, inserted } = await findStrays(ctx, low)
  return report(position, unsealed, broken ?? brokenStart(ctx, begin, anchors) ?? inserted)
}

/** An anchor may know the very link at which the chain begins. */
function brokenStart(ctx: Context, begin: Beginning, anchors: readonly Anchor[]): Broken | null {
  const { seq, position, hash } = begin
  const anchor = seq > 0 && anchors.find((one) => one.seq === seq)
  if (anchor && !anchor.hash.equals(hash)) return { seq: position, what: 'changed', anchoredAt: anchor.at }
  return releasedEarly(ctx, begin, anchors)
}

/** What no business can release, even with a signature: with the keys of a tenant alone its last year is not cut unnoticed. */
function releasedEarly(ctx: Context, begin: Beginning, anchors: readonly Anchor[]): Broken | null {
  const { seq, position, newest, at } = begin
  if (position === 0) return null
  const early: Broken = { seq: position, what: 'released_early' }
  if (!newest || !at || at.getTime() > ctx.now.getTime() + DAY_MS) return early
  const youngest = at.getTime() - KEPT_DAYS * DAY_MS
  if (newest.getTime() > youngest) return early
  // Behind a head that was noted then, everything is younger than it, but for what was still open.
  const noted = anchors.find((one) => one.seq < seq && one.at.getTime() > youngest + DAY_MS)
  return noted ? { ...early, anchoredAt: noted.at } : null
}

async function walkToHead(ctx: Context, from: Walked, anchors: readonly Anchor[], askedAgainAt = -1): Promise<Walked> {
  if (from.broken) return from
  const walked = await walkBatches(ctx, from, anchors)
  if (walked.broken) return walked
  const head = await readHead(ctx)
  // The sealer may have gone on while we walked: then what is up to this head shows on walking on.
  if (head.seq > walked.seq && askedAgainAt !== walked.seq) return walkToHead(ctx, walked, anchors, walked.seq)
  return { ...walked, broken: brokenEnd(ctx, walked, head, anchors) }
}

/** Entries of before there were batches: each has its own link. All of them were before the first batch. */
async function walkFormer(ctx: Context, begin: Place): Promise<Walked> {
  if (begin.seq > 0) return { ...begin, broken: null }
  const former = await readFormerHead(ctx)
  const first = await firstBatch(ctx)
  const end = first?.seq === 1 ? first.position - first.count : former.seq
  let walked: Walked = { ...begin, broken: null }
  for (;;) {
    const page = await readFormer(ctx, walked.position)
    for (const entry of page) {
      if (walked.position === end) return brokenBehind(walked, 'inserted')
      walked = followFormer(ctx, walked, entry)
      if (walked.broken) return walked
    }
    if (page.length < ENTRIES_AT_ONCE) break
  }
  if (walked.position < end) return brokenBehind(walked, 'tail_removed')
  if (first === undefined && !walked.hash.equals(former.hash)) return brokenBehind(walked, 'tail_removed')
  return walked
}

export const readFormer = (ctx: Context, after: number) =>
  entryRows(ctx).where('seq', '>', after).orderBy('seq').limit(ENTRIES_AT_ONCE).execute()

/** The place behind this entry, of before there were batches. */
export function followFormer(ctx: Context, from: Place, entry: ChainedEntry): Walked {
  if (entry.seq !== from.position + 1) return brokenBehind(from, 'removed')
  const [tenant, ...content] = contentOf(ctx.tenant, entry)
  const link = ctx.keys.chainLink(from.hash, JSON.stringify([tenant, entry.seq, ...content]))
  if (!link.equals(entry.hash!)) return brokenBehind(from, 'changed')
  return { seq: from.seq, position: entry.seq, hash: link, broken: null }
}

const brokenBehind = (place: Place, what: Broken['what'], more: Partial<Broken> = {}): Walked => ({
  ...place,
  broken: { seq: place.position + 1, what, ...more },
})

const firstBatch = (ctx: Context) =>
  sql(ctx)
    .selectFrom('audit_batches')
    .select(['seq', 'position', raw<number>`cardinality(ids)`.as('count')])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()

async function walkBatches(ctx: Context, from: Walked, anchors: readonly Anchor[]): Promise<Walked> {
  const noted = new Map(anchors.map((anchor) => [anchor.seq, anchor]))
  let walked = from
  for (;;) {
    const page = await readBatches(ctx, walked.seq)
    const entries = await readEntries(
      ctx,
      page.flatMap(({ ids }) => ids),
    )
    for (const batch of page) {
      walked = followBatch(ctx, walked, batch, entries, noted.get(batch.seq))
      if (walked.broken) return walked
    }
    if (page.length < BATCHES_AT_ONCE) return walked
  }
}

/** The place behind this batch, whose entries are as it has them. */
export function followBatch(
  ctx: Context,
  from: Place,
  batch: Batch & { readonly hash: Buffer },
  entries: ReadonlyMap<string, ChainedEntry>,
  anchor?: Anchor,
): Walked {
  if (batch.seq !== from.seq + 1) return brokenBehind(from, 'removed')
  const link = linkOf(ctx, from.hash, batch)
  const isWhole = link.equals(batch.hash) && batch.position === from.position + batch.ids.length
  if (!isWhole) return brokenBehind(from, 'changed')
  if (anchor && !anchor.hash.equals(link)) return brokenBehind(from, 'changed', { anchoredAt: anchor.at })
  for (const [index, id] of batch.ids.entries()) {
    const before = { ...from, position: from.position + index }
    const entry = entries.get(id)
    if (!entry) return brokenBehind(before, 'removed')
    const sealed = batch.digests.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
    if (!digestOf(ctx, entry).equals(sealed)) return brokenBehind(before, 'changed')
  }
  return { seq: batch.seq, position: batch.position, hash: link, broken: null }
}

export const readBatches = (ctx: Context, after: number) =>
  sql(ctx)
    .selectFrom('audit_batches')
    .select(['seq', 'position', 'ids', 'digests', 'at', 'hash'])
    .select(raw<number>`(extract(epoch from newest) * 1000000)::bigint`.as('newest'))
    .where('tenant_id', '=', ctx.tenant)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(BATCHES_AT_ONCE)
    .execute()

function brokenEnd(ctx: Context, { seq, position, hash }: Walked, head: Head, anchors: readonly Anchor[]) {
  const broken = (what: Broken['what'], anchor?: Anchor): Broken => ({
    seq: position + 1,
    what,
    ...(anchor && { anchoredAt: anchor.at }),
  })
  const cut = anchors.filter((anchor) => anchor.seq > seq).sort((a, b) => b.seq - a.seq)[0]
  if (cut) return broken('tail_removed', cut)
  if (head.seq > seq) return broken('tail_removed')
  if (head.seq < seq || !head.hash.equals(hash)) return broken('head_changed')
  return seq > 0 && !head.mac?.equals(macOf(ctx, head)) ? broken('head_changed') : null
}

/** The sealer has seen everything before this time. */
async function readLow(ctx: Context): Promise<string> {
  const { rows } = await raw<{ low: string }>`
    select low::text as low from ${raw.table(AUDIT.lanes)} where tenant_id = ${ctx.tenant}`.execute(sql(ctx))
  return rows[0]?.low ?? '-infinity'
}

/**
 * Entries in no batch of the chain: not sealed yet, or put in at a time that is over, behind the back of the sealer. What claims
 * a place that was released has none.
 */
async function findStrays(ctx: Context, low: string): Promise<{ unsealed: number; inserted: Broken | null }> {
  const { rows } = await raw<{ isLate: boolean; count: number; position: number }>`
    with begin as (select coalesce(max(seq), 0) as seq, coalesce(max(position), 0) as position
                     from audit_checkpoints where tenant_id = ${ctx.tenant})
    select at < ${low}::timestamptz or seq is not null as "isLate", count(*) as count,
           greatest((select max(position) from audit_batches where tenant_id = ${ctx.tenant} and newest <= min(stray.at)),
                    (select position from begin)) + 1 as position
      from (select at, seq from audit_entries e
             where tenant_id = ${ctx.tenant} and (seq is null or seq <= (select position from begin) or (select seq from begin) > 0)
               and not exists (select from audit_batches b cross join unnest(b.ids) as one (id)
                                where b.tenant_id = ${ctx.tenant} and b.seq > (select seq from begin) and one.id = e.id)) as stray
     group by 1`.execute(sql(ctx))
  const late = rows.find(({ isLate }) => isLate)
  return {
    unsealed: rows.find(({ isLate }) => !isLate)?.count ?? 0,
    inserted: late ? { seq: late.position, what: 'inserted' } : null,
  }
}
