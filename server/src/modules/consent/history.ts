import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import type { Decision, History, Merge } from './in-force.ts'
import { FACTS, openParticulars } from './record.ts'
import { DECISIONS } from './shapes.ts'
import { sql } from './tables.ts'

/** Everything needed to compute the current consents of these customers. */
export async function readHistory(ctx: Context, people: readonly string[]): Promise<History> {
  const merges = await readMerges(ctx, people)
  const everybody = new Set([...people, ...merges.flatMap(({ from, into }) => [from, into])])
  return { merges, decisions: await readDecisions(ctx, [...everybody]) }
}

/** Merges of these customers, transitively, including undone ones. */
export async function readMerges(ctx: Context, people: readonly string[]): Promise<Merge[]> {
  const known = new Set<string>()
  const found = new Map<string, Merge>()
  let unknown = [...new Set(people)]
  while (unknown.length > 0) {
    for (const id of unknown) known.add(id)
    const asked = unknown
    const rows = await sql(ctx)
      .selectFrom('consent_merges')
      .select(['id', 'from_id', 'into_id', 'since', 'until'])
      .where('tenant_id', '=', ctx.tenant)
      .where((q) => q.or([q('from_id', 'in', asked), q('into_id', 'in', asked)]))
      .execute()
    for (const { id, from_id, into_id, since, until } of rows) {
      found.set(id, { from: from_id, into: into_id, since: since.getTime(), until: until?.getTime() ?? Infinity })
    }
    unknown = [...new Set(rows.flatMap(({ from_id, into_id }) => [from_id, into_id]))].filter((id) => !known.has(id))
  }
  return [...found.values()]
}

async function readDecisions(ctx: Context, people: readonly string[]): Promise<Decision[]> {
  if (people.length === 0) return []
  const rows = await sql(ctx)
    .selectFrom('consent_events as e')
    .innerJoin('consent_versions as v', (join) =>
      join.onRef('v.tenant_id', '=', 'e.tenant_id').onRef('v.id', '=', 'e.version_id'),
    )
    .select([...FACTS.map((name) => `e.${name}` as const), 'e.sealed', 'v.version'])
    .where('e.tenant_id', '=', ctx.tenant)
    .where('e.customer_id', 'in', people)
    .execute()
  const opened = await openParticulars(ctx, rows)
  return rows.map((row, index) => ({
    id: row.id,
    customerId: row.customer_id,
    documentId: row.document_id,
    version: row.version,
    // A row that was altered in the database allows nothing.
    decision: opened[index] === null ? 'withdrawn' : known(DECISIONS, row.decision),
    at: row.decided_at.getTime(),
  }))
}
