import { openDetails, openOrigin } from '../../kit/audit.ts'
import { listEntries, positionsOf } from '../../kit/audit-entries.ts'
import type { Context } from '../../kit/context.ts'
import { readCursor, writeCursor } from '../../kit/cursor.ts'
import type { Entrance, TextStream } from '../../kit/endpoint.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { inTenant } from '../../kit/transaction.ts'
import { outsideId } from '../customers/contract.ts'
import { keysOf } from '../customers/index.ts'
import { verifyAnchored } from './anchors.ts'
import type { AuditFilter, Entry } from './contract.ts'

const PAGE = 50
const EXPORT_PAGE = 500

export async function readTrail(ctx: Context, { cursor, ...filter }: AuditFilter & { cursor?: string | undefined }) {
  const list = `audit ${JSON.stringify(filter)}`
  const after = cursor === undefined ? null : readCursor<[string]>(ctx.keys, list, ctx.now, cursor)[0]
  const entries = await listEntries(ctx, filter, after, PAGE + 1)
  const shown = entries.slice(0, PAGE)
  return {
    items: await toEntries(ctx, shown),
    nextCursor: entries.length > PAGE ? writeCursor(ctx.keys, list, ctx.now, [shown.at(-1)!.id]) : null,
  }
}

export async function exportTrail({ db, caller }: Entrance, filter: AuditFilter): Promise<TextStream> {
  await inTenant(db, caller, async (ctx) => {
    ctx.audit({ action: 'audit.exported', customer: null, fields: Object.keys(filter) })
  })
  const pageAfter = (last: string | null) =>
    inTenant(
      db,
      caller,
      async (ctx) => {
        const entries = await listEntries(ctx, filter, last, EXPORT_PAGE)
        return {
          text: (await toEntries(ctx, entries)).map((entry) => `${JSON.stringify(entry)}\n`).join(''),
          next: entries.length < EXPORT_PAGE ? null : entries.at(-1)!.id,
        }
      },
      { readOnly: true },
    )
  async function* chunks() {
    let last: string | null = null
    do {
      const page: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(last)
      if (page.text !== '') yield page.text
      last = page.next
    } while (last !== null)
  }
  return { contentType: 'application/x-ndjson; charset=utf-8', fileName: 'audit.ndjson', chunks: chunks() }
}

export async function verifyTrail(ctx: Context) {
  const { entries, unsealed, broken, anchor, begins, beginNoted } = await verifyAnchored(ctx)
  return {
    intact: broken === null,
    entries,
    waiting: unsealed,
    broken: broken && {
      position: broken.seq,
      what: broken.what,
      anchoredAt: broken.anchoredAt?.toISOString() ?? null,
    },
    begins: begins && {
      position: begins.position + 1,
      until: begins.newest?.toISOString() ?? null,
      anchored: beginNoted,
    },
    anchored: anchor && { position: anchor.position, at: anchor.at.toISOString() },
  }
}

type Entries = Awaited<ReturnType<typeof listEntries>>

async function toEntries(ctx: Context, entries: Entries): Promise<Entry[]> {
  const concerned = entries.flatMap(({ customer_id }) => customer_id ?? [])
  const [people, positions] = await Promise.all([keysOf(ctx, concerned), positionsOf(ctx, entries)])
  return entries.map((entry) => toEntry(ctx, entry, people, positions.get(entry.id) ?? null))
}

/** Before and after of a customer's entry are for the history of the customer, which has a scope of its own. */
function toEntry(
  ctx: Context,
  entry: Entries[0],
  people: ReadonlyMap<string, DataKey>,
  position: number | null,
): Entry {
  const details = entry.customer_id === null ? openDetails(ctx.keys, people, entry) : {}
  const origin = openOrigin(ctx.keys, people, entry)
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    customerId: entry.customer_id === null ? null : outsideId(entry.customer_id),
    fields: entry.fields,
    before: details.before ?? null,
    after: details.after ?? null,
    reason: details.reason ?? null,
    ip: origin.ip ?? null,
    userAgent: origin.userAgent ?? null,
    requestId: entry.request_id,
    damaged: details.damaged === true || origin.damaged === true,
    position,
  }
}
