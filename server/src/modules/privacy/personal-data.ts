import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, DESCRIBES_THE_PERSON, IDS_AND_FACTS, type Moved } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { allHeld, holdRows, openHolds } from './erasure/holds.ts'
import { PrivacyRequestClosed } from './events.ts'
import { exportRows } from './exports/ask.ts'
import { requestRows, toRequests } from './requests/request-row.ts'
import { readPrivacySettings } from './settings.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  ...noPersonalData,
  holds: allHeld,
  export: exportPrivacy,
  holdings,
  erase,
  merge,
  unmerge,
}

/** Rows that a merge moves unchanged; each names its key and thereby its original owner. */
const MOVED = ['privacy_requests', 'privacy_exports', 'legal_holds', 'retention_reviews'] as const
const Ids = z.array(z.string()).default([])
const Remembered = z.object({
  ids: z.object({ privacy_requests: Ids, privacy_exports: Ids, legal_holds: Ids, retention_reviews: Ids }),
})
type Remembered = Moved & z.output<typeof Remembered>

async function exportPrivacy(ctx: Context, customerId: string) {
  const { dueSoonDays } = await readPrivacySettings(ctx)
  const requests = await requestRows(ctx).where('customer_id', '=', customerId).orderBy('id').execute()
  const holds = await holdRows(ctx, customerId).orderBy('id').execute()
  const opened = await openHolds(ctx, holds)
  const exports = await exportRows(ctx).where('customer_id', '=', customerId).orderBy('id').execute()
  const reviews = await sql(ctx)
    .selectFrom('retention_reviews')
    .select(['flagged_at as flaggedAt', 'last_seen_at as lastSeenAt', 'decision', 'decided_at as decidedAt'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .execute()
  return {
    // The rest of the export says who the person is.
    requests: (await toRequests(ctx, requests, dueSoonDays)).map(({ person: _, ...request }) => request),
    legalHolds: holds.map(({ placed_at: placedAt, lifted_at: liftedAt }, index) => ({
      reason: opened[index]!.reason,
      placedAt,
      liftedAt,
    })),
    exports: exports.map(({ status, created_at: createdAt, ready_at: readyAt }) => ({ status, createdAt, readyAt })),
    retentionReviews: reviews,
  }
}

const PROOF: Text = {
  en: 'Compliance must be provable: kinds, times and handlers are kept, texts are deleted.',
  ar: 'يجب إثبات الالتزام بالقانون: تبقى الأنواع والأوقات ومن أجاب، ويُمحى كل نص.',
}

function holdings(ctx: Context, customerId: string) {
  return countHoldings(sql(ctx), ctx.tenant, customerId, {
    privacy_requests: { fate: 'kept', why: PROOF },
    legal_holds: { fate: 'kept', why: PROOF },
    privacy_exports: { fate: 'erased', why: DESCRIBES_THE_PERSON },
    retention_reviews: { fate: 'kept', why: IDS_AND_FACTS },
    erasures: { fate: 'kept', why: PROOF },
  })
}

async function erase(ctx: Context, customerId: string): Promise<void> {
  const closing = { closed_at: ctx.now, closed_by: ctx.caller.actor }
  const mine = { tenant_id: ctx.tenant, customer_id: customerId }
  const obsolete = await sql(ctx)
    .updateTable('privacy_requests')
    .set({ status: 'obsolete', ...closing })
    .where((q) => q.and({ ...mine, status: 'open' }))
    .returning('id')
    .execute()
  for (const { id } of obsolete) ctx.emit(PrivacyRequestClosed({ customerId, requestId: id, status: 'obsolete' }))
  await sql(ctx)
    .updateTable('privacy_requests')
    .set({ sealed: null })
    .where((q) => q.and(mine))
    .execute()
  await sql(ctx)
    .updateTable('legal_holds')
    .set({ reason: null })
    .where((q) => q.and(mine))
    .execute()
  await sql(ctx)
    .updateTable('retention_reviews')
    .set({ decision: 'erase', decided_at: ctx.now, decided_by: ctx.caller.actor })
    .where((q) => q.and(mine))
    .where('decision', 'is', null)
    .execute()
  await sql(ctx)
    .deleteFrom('privacy_exports')
    .where((q) => q.and(mine))
    .execute()
}

async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const ids: z.output<typeof Remembered>['ids'] = {
    privacy_requests: [],
    privacy_exports: [],
    legal_holds: [],
    retention_reviews: [],
  }
  for (const table of MOVED) {
    const rows = await sql(ctx)
      .updateTable(table)
      .set({ customer_id: into })
      .where((q) => q.and({ tenant_id: ctx.tenant, customer_id: from }))
      .returning('id')
      .execute()
    ids[table] = rows.map(({ id }) => id)
  }
  return { ids, counts: { privacyRequests: ids.privacy_requests.length } }
}

async function unmerge(ctx: Context, from: string, _into: string, moved: Moved): Promise<void> {
  const { ids } = Remembered.parse(moved)
  for (const table of MOVED) {
    if (ids[table].length === 0) continue
    await sql(ctx)
      .updateTable(table)
      .set({ customer_id: from })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', 'in', ids[table])
      .execute()
  }
}
