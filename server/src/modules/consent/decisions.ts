import { isThemself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { keyIdOf } from '../../kit/sealing.ts'
import { bytesToUuid } from '../../kit/uuid.ts'
import { outsideId } from '../customers/contract.ts'
import { customerKey, keysOf } from '../customers/index.ts'
import { tenantDefaults } from '../tenants/index.ts'
import type { Receipt } from './contract.ts'
import { inLanguage, readTexts } from './documents.ts'
import { readMerges } from './history.ts'
import { openParticulars } from './record.ts'
import { DecisionNotFound } from './refusals.ts'
import type { Recorded } from './shapes.ts'
import { countedAs } from './standing.ts'
import { sql } from './tables.ts'

/** Every decision of a customer and of whoever counts as this customer, newest first. */
export async function listDecisions(ctx: Context, { customerId }: { customerId: string }) {
  await customerKey(ctx, customerId)
  const rows = await rowsOf(ctx, await people(ctx, customerId)).execute()
  return { items: (await openRows(ctx, rows)).map(({ recorded }) => visible(ctx, recorded)) }
}

/** Who decided what, when, about exactly which text. */
export async function readReceipt(
  ctx: Context,
  { customerId, eventId }: { customerId: string; eventId: string },
): Promise<Receipt> {
  await customerKey(ctx, customerId)
  const rows = await rowsOf(ctx, await people(ctx, customerId))
    .where('e.id', '=', eventId)
    .execute()
  const [found] = await openRows(ctx, rows)
  if (!found) throw DecisionNotFound()
  const { recorded, versionId } = found
  const { title, text, sha256 } = inLanguage((await readTexts(ctx, [versionId])).get(versionId)!, recorded.language)
  const { name, name2 } = await tenantDefaults(ctx)
  const business = ctx.caller.language === 'ar' ? (name2 ?? name) : name
  return { ...visible(ctx, recorded), customerId: outsideId(customerId), business, title, text, sha256 }
}

/** All of it, for the person themselves. */
export async function exportDecisions(ctx: Context, customerId: string) {
  const rows = await rowsOf(ctx, await people(ctx, customerId)).execute()
  return (await openRows(ctx, rows)).map(({ recorded, address }) => ({ ...recorded, address }))
}

const people = async (ctx: Context, customerId: string) => countedAs(await readMerges(ctx, [customerId]), customerId)

function rowsOf(ctx: Context, ids: readonly string[]) {
  return sql(ctx)
    .selectFrom('consent_events as e')
    .innerJoin('consent_versions as v', (join) =>
      join.onRef('v.tenant_id', '=', 'e.tenant_id').onRef('v.id', '=', 'e.version_id'),
    )
    .innerJoin('consent_documents as d', (join) =>
      join.onRef('d.tenant_id', '=', 'e.tenant_id').onRef('d.id', '=', 'e.document_id'),
    )
    .select([
      'e.id',
      'e.document_id',
      'e.version_id',
      'e.locale',
      'e.decision',
      'e.source',
      'e.actor',
      'e.decided_at',
      'e.recorded_at',
      'e.sealed',
      'v.version',
      'd.purpose',
    ])
    .where('e.tenant_id', '=', ctx.tenant)
    .where('e.customer_id', 'in', [...ids])
    .orderBy('e.decided_at', 'desc')
    .orderBy('e.id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[0]

/** What a merged person decided is sealed with that person's key. */
async function openRows(ctx: Context, rows: readonly Row[]) {
  const keyNames = rows.map(({ sealed }) => (sealed === null ? null : bytesToUuid(keyIdOf(sealed, 16))))
  const keys = await keysOf(
    ctx,
    keyNames.filter((name) => name !== null),
  )
  return rows.map((row, index) => {
    const { ip, userAgent, spokenTo, address } = openParticulars(ctx, keys.get(keyNames[index] ?? ''), row)
    const recorded: Recorded = {
      eventId: row.id,
      documentId: row.document_id,
      purpose: row.purpose,
      version: row.version,
      decision: row.decision as Recorded['decision'],
      source: row.source as Recorded['source'],
      language: row.locale as Language,
      decidedAt: row.decided_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      actor: row.actor,
      heardBy: row.source === 'spoken' ? row.actor : null,
      spokenTo: spokenTo ?? null,
      ip: ip ?? null,
      userAgent: userAgent ?? null,
    }
    return { recorded, address: address ?? null, versionId: row.version_id }
  })
}

/** Where somebody was when they decided is for themself and for those who may read the history. */
const visible = (ctx: Context, recorded: Recorded): Recorded =>
  ctx.caller.may.has('customers:history') || isThemself(ctx.caller)
    ? recorded
    : { ...recorded, ip: null, userAgent: null }
