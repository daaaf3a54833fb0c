import { sql as raw, type SqlBool } from 'kysely'
import { isThemself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { placed, readCursor } from '../../kit/cursor.ts'
import { known } from '../../kit/known.ts'
import { outsideId } from '../customers/contract.ts'
import { customerKey } from '../customers/index.ts'
import { tenantDefaults } from '../tenants/index.ts'
import type { Receipt } from './contract.ts'
import { inLanguage, readTexts } from './documents.ts'
import { readMerges } from './history.ts'
import { countedAs } from './in-force.ts'
import { FACTS, openParticulars } from './record.ts'
import { DecisionNotFound } from './refusals.ts'
import { Recorded } from './shapes.ts'
import { sql } from './tables.ts'

const PAGE = 50

/** Every decision of a customer and of the customers merged into it, newest first. */
export async function listDecisions(
  ctx: Context,
  { customerId, cursor }: { customerId: string; cursor?: string | undefined },
) {
  await customerKey(ctx, customerId)
  const name = `consent events ${customerId}`
  const all = rowsOf(ctx, await people(ctx, customerId)).limit(PAGE + 1)
  const after = cursor === undefined ? null : readCursor<[string]>(ctx.keys, name, ctx.now, cursor)[0]
  const rows = await (after === null ? all : all.where(isBefore(ctx, after))).execute()
  const shown = rows.slice(0, PAGE)
  const places = shown.map(({ id }) => [id])
  return {
    items: (await openRows(ctx, shown)).map(({ recorded }) => visible(ctx, recorded)),
    ...placed(ctx, name, places, rows.length > PAGE),
  }
}

const isBefore = ({ tenant }: Context, id: string) => raw<SqlBool>`(e.decided_at, e.id) < (
  select decided_at, id from consent_events where tenant_id = ${tenant} and id = ${id})`

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

/** The decisions of a customer and of those merged into it, the latest first, behind a place. */
export async function consentMoments(
  ctx: Context,
  customerId: string,
  after: readonly [at: Date, id: string] | null,
  limit: number,
) {
  let rows = rowsOf(ctx, await people(ctx, customerId))
  if (after) {
    rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple('e.decided_at', 'e.id'), '<', tuple(...after)))
  }
  const found = await openRows(ctx, await rows.limit(limit).execute())
  const texts = await readTexts(ctx, [...new Set(found.map(({ versionId }) => versionId))])
  return found.map(({ recorded, versionId }) => {
    const { eventId, decidedAt, actor, decision, purpose, version, source, intact } = recorded
    const { title } = inLanguage(texts.get(versionId)!, ctx.caller.language)
    return {
      ...{ id: eventId, at: new Date(decidedAt), actor, what: decision },
      purpose,
      version,
      source,
      intact,
      title,
    }
  })
}

/** The full data, for the person themselves. */
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
    .select([...FACTS.map((name) => `e.${name}` as const), 'e.sealed', 'v.version', 'd.purpose'])
    .where('e.tenant_id', '=', ctx.tenant)
    .where('e.customer_id', 'in', [...ids])
    .orderBy('e.decided_at', 'desc')
    .orderBy('e.id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[0]

const { decision, source, language } = Recorded.shape

/** Decisions of a merged customer are sealed with that customer's key. */
async function openRows(ctx: Context, rows: readonly Row[]) {
  const opened = await openParticulars(ctx, rows)
  return rows.map((row, index) => {
    const { ip, userAgent, spokenTo, address, origin, proof } = opened[index] ?? {}
    const recorded: Recorded = {
      eventId: row.id,
      documentId: row.document_id,
      purpose: row.purpose,
      version: row.version,
      decision: known(decision.options, row.decision),
      source: known(source.options, row.source),
      language: known(language.options, row.locale),
      decidedAt: row.decided_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      actor: row.actor,
      heardBy: row.source === 'spoken' ? row.actor : null,
      spokenTo: spokenTo ?? null,
      origin: origin ?? null,
      proof: proof ?? null,
      ip: ip ?? null,
      userAgent: userAgent ?? null,
      intact: opened[index] !== null,
    }
    return { recorded, address: address ?? null, versionId: row.version_id }
  })
}

/** IP address and browser are for the person and for callers who may read the history. */
const visible = (ctx: Context, recorded: Recorded): Recorded =>
  ctx.caller.may.has('customers:history') || isThemself(ctx.caller)
    ? recorded
    : { ...recorded, ip: null, userAgent: null }
