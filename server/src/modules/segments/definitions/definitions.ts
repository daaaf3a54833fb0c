import type { Context } from '../../../kit/context.ts'
import { unfitFields } from '../../../kit/invalid.ts'
import { VersionConflict } from '../../../kit/refusal.ts'
import { beginRun, type RunRow, runUnderWay } from '../applying/runs.ts'
import { lockRules } from '../deciding/evaluate.ts'
import { SegmentsDecided } from '../events.ts'
import { NothingToUndo, StillApplying } from '../refusals.ts'
import { unfitDefinitions } from '../rules/check.ts'
import { Definitions } from '../rules/grammar.ts'
import { offeredAttributes } from '../rules/members.ts'
import { sql } from '../tables.ts'
import { countMembers } from './counts.ts'

/** Before a business has decided anything. */
export const NO_SEGMENTS: Definitions = {
  segments: [],
  otherwise: { key: 'everyone', name: { en: 'Everyone', ar: 'الجميع' } },
  tags: [],
}

const definitionRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('segment_definitions')
    .select(['version', 'decided', 'decided_at', 'decided_by', 'undoes'])
    .where('tenant_id', '=', ctx.tenant)
type DefinitionRow = Awaited<ReturnType<ReturnType<typeof definitionRows>['execute']>>[0]

const latest = (ctx: Context) => definitionRows(ctx).orderBy('version', 'desc').limit(1).executeTakeFirst()

export async function readDefinitions(ctx: Context): Promise<Definitions> {
  const row = await latest(ctx)
  return row ? Definitions.parse(row.decided) : NO_SEGMENTS
}

/** The segments and tags of a business, how many customers each has, and how far the last change of them has come. */
export async function readSegments(ctx: Context) {
  const [row, run, counts] = await Promise.all([latest(ctx), runUnderWay(ctx), countMembers(ctx)])
  const { segments, otherwise, tags } = row ? Definitions.parse(row.decided) : NO_SEGMENTS
  return {
    version: row?.version ?? 0,
    decidedAt: row?.decided_at.toISOString() ?? null,
    decidedBy: row?.decided_by ?? null,
    segments: segments.map((one) => ({ ...one, customers: counts.segments.get(one.key) ?? 0 })),
    otherwise: { ...otherwise, customers: counts.segments.get(otherwise.key) ?? 0 },
    tags: tags.map((one) => ({ ...one, customers: counts.tags.get(one.key) ?? 0 })),
    applying: run ? toRun(run) : null,
    asOf: ctx.now.toISOString(),
  }
}

const toRun = ({ at, done, total, changed }: RunRow) => ({ since: at.toISOString(), done, total, changed })

/** A new version, applied to all customers in the background. */
export async function decideSegments(ctx: Context, input: Definitions & { readonly expectedVersion?: number }) {
  const { expectedVersion, ...definitions } = input
  const wrong = unfitDefinitions(definitions, await offeredAttributes(ctx))
  if (wrong.length > 0) throw unfitFields(wrong)
  await decide(ctx, definitions, { expectedVersion })
  return readSegments(ctx)
}

/** The version before the last one holds again, as a version of its own. */
export async function undoSegments(ctx: Context) {
  const last = await latest(ctx)
  const former = last && (await formerOf(ctx, last))
  if (!former) throw NothingToUndo()
  await decide(ctx, Definitions.parse(former.decided), { expectedVersion: last.version, undoes: last.version })
  return readSegments(ctx)
}

/** Of a version that takes one back: what held before that one. */
async function formerOf(ctx: Context, row: DefinitionRow): Promise<DefinitionRow | undefined> {
  const before = (row.undoes === null ? row.version : row.undoes - 1) - 1
  return definitionRows(ctx).where('version', '=', before).executeTakeFirst()
}

async function decide(
  ctx: Context,
  definitions: Definitions,
  {
    expectedVersion,
    undoes = null,
  }: { readonly expectedVersion?: number | undefined; readonly undoes?: number | null },
): Promise<void> {
  await lockRules(ctx)
  const version = (await latest(ctx))?.version ?? 0
  if (expectedVersion !== undefined && expectedVersion !== version)
    throw VersionConflict({ version }, { etag: `"${version}"` })
  if (await runUnderWay(ctx)) throw StillApplying()
  await sql(ctx)
    .insertInto('segment_definitions')
    .values({
      tenant_id: ctx.tenant,
      version: version + 1,
      decided: JSON.stringify(definitions),
      decided_at: ctx.now,
      decided_by: ctx.caller.actor,
      undoes,
    })
    .execute()
  await beginRun(ctx, version + 1, { keeps: version === 0 })
  ctx.emit(SegmentsDecided({ version: version + 1, undoes }))
  ctx.audit({ action: 'settings.changed', customer: null, fields: ['segments'], after: { version: version + 1 } })
}

const VERSIONS_SHOWN = 50

export async function listVersions(ctx: Context) {
  const rows = await definitionRows(ctx).orderBy('version', 'desc').limit(VERSIONS_SHOWN).execute()
  return {
    items: rows.map(({ version, decided, decided_at, decided_by, undoes }) => ({
      ...{ version, undoes, decidedAt: decided_at.toISOString(), decidedBy: decided_by },
      ...Definitions.parse(decided),
    })),
  }
}
