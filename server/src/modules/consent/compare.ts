import { readBeginning } from '../../kit/audit-begin.ts'
import { countDigests, listDigests } from '../../kit/audit-entries.ts'
import type { Context } from '../../kit/context.ts'
import { digestOf, FACTS } from './record.ts'
import { DECISIONS } from './shapes.ts'
import { sql } from './tables.ts'

const PAGE = 500
const ACTIONS = DECISIONS.map((decision) => `consent.${decision}`)
/** Entry and decision are of one transaction. */
const TOGETHER_MS = 60_000

/** Compares each decision with what the audit chain has of it: also those of erased persons, which no key opens any more. */
export async function compareDecisions(ctx: Context): Promise<{ changed: number; missing: number }> {
  let [changed, chained, last] = [0, 0, '']
  const begin = await readBeginning(ctx)
  // Only what was released behind a signed checkpoint excuses a decision without an entry.
  const released = begin.isSigned && begin.position > 0 ? begin.newest : null
  for (;;) {
    const rows = await sql(ctx)
      .selectFrom('consent_events')
      .select([...FACTS, 'sealed'])
      .where('tenant_id', '=', ctx.tenant)
      .$if(last !== '', (query) => query.where('id', '>', last))
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const entries = await listDigests(ctx, ACTIONS, [...new Set(rows.map(({ customer_id }) => customer_id))])
    const digests = new Set(entries.flatMap(({ digest }) => digest?.toString('hex') ?? []))
    for (const row of rows) {
      if (digests.has(digestOf(ctx, row).toString('hex'))) chained++
      else if (!isReleased(row, released) && !isFormer(row, entries)) changed++
    }
    if (rows.length < PAGE)
      return { changed, missing: Math.max(0, (await countDigests(ctx, ACTIONS)) - chained - changed) }
    last = rows.at(-1)!.id
  }
}

type Row = Parameters<typeof digestOf>[1]
type Entries = Awaited<ReturnType<typeof listDigests>>

/** Its entry may be gone, after the years that the business keeps them; the decision itself stays. */
const isReleased = ({ recorded_at }: Row, released: Date | null) => released !== null && recorded_at <= released

/** From before there were digests: what seals its particulars is its proof. The end of a consent by an erasure had no entry. */
const isFormer = ({ customer_id, decision, source, recorded_at, sealed }: Row, entries: Entries) =>
  (source === 'erasure' && decision === 'withdrawn' && sealed === null) ||
  entries.some(
    (entry) =>
      entry.digest === null &&
      entry.customer_id === customer_id &&
      entry.action === `consent.${decision}` &&
      Math.abs(entry.at.getTime() - recorded_at.getTime()) < TOGETHER_MS,
  )
