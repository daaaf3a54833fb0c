import { sql as raw } from 'kysely'
import type { Context } from './context.ts'
import { per, until } from './growth.ts'
import type { Lanes } from './lanes.ts'
import { claimLane, findNew, microseconds, moved } from './lanes.ts'
import { tables } from './tables.ts'

export const GENESIS = Buffer.alloc(32)
export const DIGEST_BYTES = 16

export const sql = tables({
  audit_entries: {
    tenant_id: 'id',
    id: 'id',
    at: 'fact',
    actor: 'id',
    request_id: 'id',
    action: 'fact',
    customer_id: 'id',
    fields: 'fact',
    sealed: 'sealed',
    origin: 'sealed',
    // These two are of entries that were linked one by one.
    seq: 'fact',
    hash: 'digest',
    digest: 'digest',
  },
  audit_batches: {
    tenant_id: 'id',
    seq: 'fact',
    position: 'fact',
    ids: 'id',
    digests: 'digest',
    newest: 'fact',
    at: 'fact',
    hash: 'digest',
  },
  audit_chains: {
    tenant_id: 'id',
    seq: 'fact',
    position: 'fact',
    hash: 'digest',
    at: 'fact',
    mac: 'digest',
    low: 'fact',
    mark_at: 'fact',
    mark_xid: 'fact',
    mark_server: 'fact',
  },
  audit_checkpoints: {
    tenant_id: 'id',
    seq: 'fact',
    position: 'fact',
    hash: 'digest',
    newest: 'fact',
    at: 'fact',
    mac: 'digest',
    before: 'fact',
    held: 'fact',
    noted: 'fact',
  },
  audit_heads: { tenant_id: 'id', seq: 'fact', hash: 'digest' },
}).grows({
  audit_entries: {
    since: 'at',
    bound: until(
      'release-audit',
      'for ever, or the years that the business decides, at least one; from the oldest on, up to the first that a legal hold covers',
    ),
  },
  audit_batches: { since: 'at', bound: until('release-audit', 'as its entries, of which one has up to 500') },
  audit_checkpoints: { since: null, bound: per('tenant') },
  audit_chains: { since: null, bound: per('tenant') },
  audit_heads: { since: null, bound: per('tenant of before there were batches') },
})

export const AUDIT: Lanes = { rows: 'audit_entries', batches: 'audit_batches', lanes: 'audit_chains' }
const UNLINKED = raw<boolean>`seq is null`

/** The end of a chain: how many batches, how many entries with those before there were batches, the last link, since when. */
export interface Head {
  readonly seq: number
  readonly position: number
  readonly hash: Buffer
  readonly at: Date | null
  readonly mac: Buffer | null
}

/**
 * Seals what was committed since the last time into one batch, in the order in which it became visible. The head's row
 * keeps a second sealer out. Returns whether there may be more.
 */
export async function linkEntries(ctx: Context): Promise<boolean> {
  const lane = (await claimLane(sql(ctx), AUDIT, ctx.tenant)) ?? (await beginChain(ctx))
  if (!lane) return false
  const found = await findNew(sql(ctx), AUDIT, ctx.tenant, lane, { only: UNLINKED })
  const head = found.ids.length === 0 ? null : await sealBatch(ctx, found.ids, found.newest)
  const moves = moved(lane, found)
  if (!moves) return false
  const sealed = head
    ? raw`, seq = ${head.seq}, hash = ${head.hash}, at = ${head.at}, mac = ${macOf(ctx, head)}`
    : raw``
  await raw`update audit_chains set ${moves} ${sealed} where tenant_id = ${ctx.tenant}`.execute(sql(ctx))
  return found.full
}

async function beginChain(ctx: Context) {
  const { position, hash } = await readHead(ctx)
  await sql(ctx)
    .insertInto('audit_chains')
    .values({ tenant_id: ctx.tenant, position, hash })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute()
  return claimLane(sql(ctx), AUDIT, ctx.tenant)
}

async function sealBatch(ctx: Context, ids: readonly string[], newest: number): Promise<Head> {
  const last = await readHead(ctx)
  const entries = await readEntries(ctx, ids)
  const digests = Buffer.concat(ids.map((id) => digestOf(ctx, entries.get(id)!)))
  const [seq, position, at] = [last.seq + 1, last.position + ids.length, ctx.now]
  const hash = linkOf(ctx, last.hash, { seq, position, ids, digests, newest, at })
  await sql(ctx)
    .insertInto('audit_batches')
    .values({ tenant_id: ctx.tenant, seq, position, ids: [...ids], digests, newest: microseconds(newest), at, hash })
    .execute()
  return { seq, position, hash, at, mac: null }
}

export interface Batch {
  readonly seq: number
  readonly position: number
  readonly ids: readonly string[]
  readonly digests: Buffer
  /** In microseconds. */
  readonly newest: number
  readonly at: Date
}

export const linkOf = ({ keys, tenant }: Context, previous: Buffer, batch: Batch): Buffer =>
  keys.chainLink(
    previous,
    JSON.stringify([
      'batch',
      tenant,
      batch.seq,
      batch.position,
      batch.ids,
      batch.digests.toString('base64'),
      batch.newest,
      batch.at.getTime(),
    ]),
  )

/** A login that can only write to the database cannot make one, so it cannot set a head back to where no head was. */
export const macOf = ({ keys, tenant }: Context, { seq, position, hash, at }: Omit<Head, 'mac'>): Buffer =>
  keys.digest('audit head', JSON.stringify([tenant, seq, position, hash.toString('base64'), at?.getTime()]))

/** The end of the chain; of before there were batches, or of a business without entries, where it has none. */
export async function readHead(ctx: Context): Promise<Head> {
  const head = await sql(ctx)
    .selectFrom('audit_chains')
    .select(['seq', 'position', 'hash', 'at', 'mac'])
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirst()
  if (head) return head
  const { seq, hash } = await readFormerHead(ctx)
  return { seq: 0, position: seq, hash, at: null, mac: null }
}

/** The last of the entries that were linked one by one. */
export async function readFormerHead(ctx: Context): Promise<{ readonly seq: number; readonly hash: Buffer }> {
  const head = await sql(ctx)
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirst()
  return head ?? { seq: 0, hash: GENESIS }
}

export const entryRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('audit_entries')
    .select([
      'id',
      'actor',
      'request_id',
      'action',
      'customer_id',
      'fields',
      'sealed',
      'origin',
      'seq',
      'hash',
      'digest',
    ])
    // In microseconds, as a number: a Date would lose some, a text would depend on the session's time zone.
    .select(raw<number>`(extract(epoch from at) * 1000000)::bigint`.as('at'))
    .where('tenant_id', '=', ctx.tenant)
export type ChainedEntry = Awaited<ReturnType<ReturnType<typeof entryRows>['execute']>>[0]

export async function readEntries(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, ChainedEntry>> {
  const entries = await entryRows(ctx).where('id', '=', raw<string>`any(${ids}::uuid[])`).execute()
  return new Map(entries.map((entry) => [entry.id, entry]))
}

export const digestOf = ({ keys, tenant }: Context, entry: ChainedEntry): Buffer =>
  keys
    .digest('audit entry', JSON.stringify([...contentOf(tenant, entry), entry.digest?.toString('base64') ?? null]))
    .subarray(0, DIGEST_BYTES)

export function contentOf(tenant: string, entry: ChainedEntry): unknown[] {
  const { id, at, actor, request_id, action, customer_id, fields, sealed, origin } = entry
  const inText = (bytes: Buffer | null) => bytes?.toString('base64') ?? null
  return [tenant, id, at, actor, request_id, action, customer_id, fields, inText(sealed), inText(origin)]
}
