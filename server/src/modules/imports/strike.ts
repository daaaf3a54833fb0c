import { sql as raw, type SqlBool } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { CustomerNumber } from '../customers/contract.ts'
import { contactsToForget, customersAmong, everyoneIn } from '../customers/index.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { draftOf } from './columns/draft.ts'
import type { Plan } from './columns/plan.ts'
import { externalIdsOf } from './external-ids.ts'
import { batches, dropBatches, type StoredRow, writeBatch } from './file/batches.ts'
import { dropParts } from './file/parts.ts'
import { changeImport, type ImportRow, importRows, planOf } from './import-row.ts'
import { digestOf, keysOf } from './judge/keys.ts'
import { EndedByErasure } from './refusals.ts'
import { dropAside } from './run/aside.ts'
import { requestOf } from './run/worker.ts'
import { sql } from './tables.ts'

/** By what a row names this person. */
export async function digestsOf(ctx: Context, customerId: string): Promise<Buffer[]> {
  const contacts = await contactsToForget(ctx, customerId)
  const [customer] = (await customersAmong(ctx, [customerId])).values()
  const number = customer && CustomerNumber.safeParse(customer.number).data
  const externals = await externalIdsOf(ctx, await everyoneIn(ctx, customerId))
  return [
    ...contacts.map(({ type, value }) => digestOf(ctx, type, value)),
    ...(number === undefined ? [] : [digestOf(ctx, 'number', String(number))]),
    ...externals.map((value) => digestOf(ctx, 'externalId', value)),
  ]
}

/** The batches of kept files in which the person is named. */
export async function namedIn(ctx: Context, digests: readonly Buffer[]) {
  if (digests.length === 0) return []
  return sql(ctx)
    .selectFrom('import_batches')
    .select(['import_id', 'first', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where(raw<SqlBool>`exists (select from unnest(${digests}::bytea[]) digest where position(digest in keys) > 0)`)
    .execute()
}

/**
 * Takes the rows of the person out of every file that is kept. A file that cannot be searched, because its rows were not
 * checked by the columns of now, is deleted. The undoing of an import is no erasure that a person asked for: the file stays
 * with its other rows.
 */
export async function strike(ctx: Context, customerId: string): Promise<void> {
  if (ctx.caller.requestId.startsWith(requestOf(''))) return
  const digests = await digestsOf(ctx, customerId)
  const held = await holdUnfinished(ctx)
  if ((await contactsToForget(ctx, customerId)).length > 0)
    for (const row of held) if (!isSearchable(row)) await endUnsearchable(ctx, row.id)
  const plans = new Map<string, Plan>()
  for (const batch of await namedIn(ctx, digests)) {
    const plan = plans.get(batch.import_id) ?? planOf(ctx, await importOf(ctx, batch.import_id))
    plans.set(batch.import_id, plan)
    await strikeIn(ctx, plan, batch, digests)
  }
}

/** No step reads rows until the erasure is committed: it would write again what is being emptied. */
const holdUnfinished = (ctx: Context) =>
  importRows(ctx)
    .where('sealed', 'is not', null)
    .where('state', 'not in', ['done', 'undone'])
    .orderBy('id')
    .forUpdate()
    .execute()

/** After a check every batch has the keys of its rows, and the columns stay as they are. */
const isSearchable = ({ state, started_at }: Pick<ImportRow, 'state' | 'started_at'>) =>
  state === 'checked' || started_at !== null

async function endUnsearchable(ctx: Context, importId: string): Promise<void> {
  const dropped = [await dropParts(ctx, importId), await dropBatches(ctx, importId)]
  if (dropped.every((count) => count === 0)) return
  await dropAside(ctx, importId)
  const ended = { state: 'failed', failure: EndedByErasure.code, failed_in: null, finished_at: ctx.now } as const
  await changeImport(ctx, importId, ended)
}

const importOf = (ctx: Context, importId: string) =>
  importRows(ctx).where('id', '=', importId).executeTakeFirstOrThrow()

async function strikeIn(
  ctx: Context,
  plan: Plan,
  batch: Awaited<ReturnType<typeof namedIn>>[0],
  digests: readonly Buffer[],
): Promise<void> {
  const kept: Buffer[] = []
  const keyed = await keyedRows(ctx, plan, batch)
  const rows = keyed.map(({ row, keys }): StoredRow => {
    if (names(keys, digests)) return { row: row.row, cells: [], gone: true }
    kept.push(...keys)
    return row
  })
  await writeBatch(ctx, batch.import_id, { first: batch.first, rows }, Buffer.concat(kept))
}

const names = (keys: readonly Buffer[], digests: readonly Buffer[]) =>
  keys.some((key) => digests.some((digest) => digest.equals(key)))

/** Each row of a batch with the digests of what it names. */
async function keyedRows(ctx: Context, plan: Plan, batch: Awaited<ReturnType<typeof namedIn>>[0]) {
  const { country } = await tenantDefaults(ctx)
  return batches.require(ctx, batch).map((row: StoredRow) => ({
    row,
    keys: row.gone
      ? []
      : keysOf(ctx, draftOf(row, plan, { country, ownFields: [] }), plan.system).map(({ digest }) => digest),
  }))
}

/** What kept files say of the person, for their copy of their data. */
export async function rowsAbout(ctx: Context, customerId: string): Promise<(readonly string[])[]> {
  const digests = await digestsOf(ctx, customerId)
  const found: (readonly string[])[] = []
  for (const batch of await namedIn(ctx, digests)) {
    const keyed = await keyedRows(ctx, planOf(ctx, await importOf(ctx, batch.import_id)), batch)
    found.push(...keyed.filter(({ keys }) => names(keys, digests)).map(({ row }) => row.cells))
  }
  return found
}
