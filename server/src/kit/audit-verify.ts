import { sql as raw } from 'kysely'
import {
  AUDIT,
  contentOf,
  DIGEST_BYTES,
  digestOf,
  entryRows,
  GENESIS,
  type Head,
  linkOf,
  macOf,
  readEntries,
  readFormerHead,
  readHead,
  sql,
  UNLINKED,
} from './audit-chain.ts'
import type { Context } from './context.ts'

const ENTRIES_AT_ONCE = 500
const BATCHES_AT_ONCE = 5

export const BREAKS = ['changed', 'removed', 'inserted', 'tail_removed', 'head_changed'] as const
interface Broken {
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
}

interface Walked {
  readonly seq: number
  readonly position: number
  readonly hash: Buffer
  readonly broken: Broken | null
}

/** Walks the whole chain and names the first link that does not hold. */
export async function verifyChain(ctx: Context, anchors: readonly Anchor[] = []): Promise<ChainReport> {
  // Read first: it only goes on.
  const low = await readLow(ctx)
  const { position, broken } = await walkToHead(ctx, await walkFormer(ctx), anchors)
  const { unsealed, inserted } = await findStrays(ctx, low)
  return { entries: position, unsealed, broken: broken ?? inserted }
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

/** Entries of before there were batches: each has its own link. */
async function walkFormer(ctx: Context): Promise<Walked> {
  const former = await readFormerHead(ctx)
  const [seq, first] = [0, await firstBatch(ctx)]
  const end = first?.seq === 1 ? first.position - first.count : former.seq
  let [position, hash]: [number, Buffer] = [0, GENESIS]
  const stop = (what: Broken['what']): Walked => ({ seq, position, hash, broken: { seq: position + 1, what } })
  for (;;) {
    const page = await entryRows(ctx).where('seq', '>', position).orderBy('seq').limit(ENTRIES_AT_ONCE).execute()
    for (const entry of page) {
      if (position === end) return stop('inserted')
      if (entry.seq !== position + 1) return stop('removed')
      const [tenant, ...content] = contentOf(ctx.tenant, entry)
      const link = ctx.keys.chainLink(hash, JSON.stringify([tenant, entry.seq, ...content]))
      if (!link.equals(entry.hash!)) return stop('changed')
      ;[position, hash] = [entry.seq, link]
    }
    if (page.length < ENTRIES_AT_ONCE) break
  }
  if (position < end) return stop('tail_removed')
  if (first === undefined && !hash.equals(former.hash)) return stop('tail_removed')
  return { seq, position, hash, broken: null }
}

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
  let { seq, position, hash } = from
  const stop = (at: number, broken: Omit<Broken, 'seq'>): Walked => ({
    seq,
    position: at - 1,
    hash,
    broken: { seq: at, ...broken },
  })
  for (;;) {
    const page = await readBatches(ctx, seq)
    const entries = await readEntries(
      ctx,
      page.flatMap(({ ids }) => ids),
    )
    for (const batch of page) {
      if (batch.seq !== seq + 1) return stop(position + 1, { what: 'removed' })
      const link = linkOf(ctx, hash, batch)
      const isWhole = link.equals(batch.hash) && batch.position === position + batch.ids.length
      if (!isWhole) return stop(position + 1, { what: 'changed' })
      const anchor = noted.get(batch.seq)
      if (anchor && !anchor.hash.equals(link)) return stop(position + 1, { what: 'changed', anchoredAt: anchor.at })
      for (const [index, id] of batch.ids.entries()) {
        const entry = entries.get(id)
        if (!entry) return stop(position + index + 1, { what: 'removed' })
        const sealed = batch.digests.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
        if (!digestOf(ctx, entry).equals(sealed)) return stop(position + index + 1, { what: 'changed' })
      }
      ;({ seq, position } = batch)
      hash = link
    }
    if (page.length < BATCHES_AT_ONCE) return { seq, position, hash, broken: null }
  }
}

const readBatches = (ctx: Context, after: number) =>
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

/** Entries in no batch: not sealed yet, or put in at a time that is over, behind the back of the sealer. */
async function findStrays(ctx: Context, low: string): Promise<{ unsealed: number; inserted: Broken | null }> {
  const { rows } = await raw<{ isLate: boolean; count: number; position: number }>`
    select at < ${low}::timestamptz as "isLate", count(*) as count,
           (select coalesce(max(position), 0) + 1 from audit_batches where tenant_id = ${ctx.tenant} and newest <= min(stray.at)) as position
      from (select at from audit_entries e where tenant_id = ${ctx.tenant} and ${UNLINKED}
              and not exists (select from audit_batches b cross join unnest(b.ids) as one (id)
                               where b.tenant_id = ${ctx.tenant} and one.id = e.id)) as stray
     group by 1`.execute(sql(ctx))
  const late = rows.find(({ isLate }) => isLate)
  return {
    unsealed: rows.find(({ isLate }) => !isLate)?.count ?? 0,
    inserted: late ? { seq: late.position, what: 'inserted' } : null,
  }
}
