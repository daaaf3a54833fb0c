import { sql as raw } from 'kysely'
import type { Context } from './context.ts'
import { per, stays } from './growth.ts'
import { tables } from './tables.ts'

const BATCH = 500
export const GENESIS = Buffer.alloc(32)

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
    seq: 'fact',
    hash: 'digest',
  },
  audit_heads: { tenant_id: 'id', seq: 'fact', hash: 'digest' },
}).grows({
  audit_entries: {
    since: 'at',
    bound: stays(
      'the evidence of who saw and changed what; the role of the requests cannot delete it, and the chain is verified from its first entry on',
    ),
  },
  audit_heads: { since: null, bound: per('tenant') },
})

/**
 * Links what was committed since the last time, in the order in which it became visible. The head's row keeps a second
 * sealer out. Returns whether there may be more.
 */
export async function linkEntries(ctx: Context): Promise<boolean> {
  const head = await lockHead(ctx)
  if (!head) return false
  const entries = await readEntries(ctx).where('seq', 'is', null).orderBy('at').orderBy('id').limit(BATCH).execute()
  let { seq, hash } = head
  const linked: { id: string; seq: number; hash: Buffer }[] = []
  for (const entry of entries) {
    seq += 1
    hash = ctx.keys.chainLink(hash, content(ctx.tenant, seq, entry))
    linked.push({ id: entry.id, seq, hash })
  }
  if (linked.length === 0) return false
  await writeLinks(ctx, linked)
  await sql(ctx).updateTable('audit_heads').set({ seq, hash }).where('tenant_id', '=', ctx.tenant).execute()
  return entries.length === BATCH
}

export interface ChainReport {
  readonly entries: number
  /** Committed, not linked yet: the sealer does so within seconds. */
  readonly unsealed: number
  readonly broken: { readonly seq: number; readonly what: 'changed' | 'removed' | 'tail_removed' } | null
}

/** Walks the whole chain and names the first link that does not hold. */
export async function verifyChain(ctx: Context): Promise<ChainReport> {
  const { count: unsealed } = await sql(ctx)
    .selectFrom('audit_entries')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('seq', 'is', null)
    .executeTakeFirstOrThrow()
  let seq = 0
  let hash: Buffer = GENESIS
  let askedAgainAt = -1
  for (;;) {
    let page: Awaited<ReturnType<ReturnType<typeof readEntries>['execute']>>
    do {
      page = await readEntries(ctx).where('seq', '>', seq).orderBy('seq').limit(BATCH).execute()
      for (const entry of page) {
        if (entry.seq !== seq + 1) return { entries: seq, unsealed, broken: { seq: seq + 1, what: 'removed' } }
        hash = ctx.keys.chainLink(hash, content(ctx.tenant, entry.seq, entry))
        if (!hash.equals(entry.hash!)) return { entries: seq, unsealed, broken: { seq: entry.seq, what: 'changed' } }
        seq = entry.seq
      }
    } while (page.length === BATCH)
    const head = await readHead(ctx)
    if (head.seq === seq && head.hash.equals(hash)) return { entries: seq, unsealed, broken: null }
    // The sealer may have gone on while we walked: then what is up to this head shows on walking on.
    if (head.seq <= seq || askedAgainAt === seq)
      return { entries: seq, unsealed, broken: { seq: seq + 1, what: 'tail_removed' } }
    askedAgainAt = seq
  }
}

/** The last link of the chain. */
export async function readHead(ctx: Context): Promise<{ readonly seq: number; readonly hash: Buffer }> {
  const head = await sql(ctx)
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirst()
  return head ?? { seq: 0, hash: GENESIS }
}

export interface EntryFilter {
  readonly customerId?: string | undefined
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Entries that fit, newest first, from the one after `after`. */
export function listEntries(ctx: Context, filter: EntryFilter, after: string | null, limit: number) {
  let entries = sql(ctx)
    .selectFrom('audit_entries')
    .select(['id', 'at', 'actor', 'request_id', 'action', 'customer_id', 'fields', 'sealed', 'origin', 'seq'])
    .where('tenant_id', '=', ctx.tenant)
  if (filter.customerId !== undefined) entries = entries.where('customer_id', '=', filter.customerId)
  if (filter.actor !== undefined) entries = entries.where('actor', '=', filter.actor)
  if (filter.action !== undefined) entries = entries.where('action', '=', filter.action)
  if (filter.from !== undefined) entries = entries.where('at', '>=', filter.from)
  if (filter.to !== undefined) entries = entries.where('at', '<', filter.to)
  if (after !== null) {
    entries = entries.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('at', 'id'),
        '<',
        selectFrom('audit_entries as last')
          .select(['last.at', 'last.id'])
          .where('last.tenant_id', '=', ctx.tenant)
          .where('last.id', '=', after)
          .$asTuple('at', 'id'),
      ),
    )
  }
  return entries.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

async function lockHead(ctx: Context) {
  await sql(ctx)
    .insertInto('audit_heads')
    .values({ tenant_id: ctx.tenant, seq: 0, hash: GENESIS })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute()
  return sql(ctx)
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', ctx.tenant)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

const readEntries = (ctx: Context) =>
  sql(ctx)
    .selectFrom('audit_entries')
    .select(['id', 'actor', 'request_id', 'action', 'customer_id', 'fields', 'sealed', 'origin', 'seq', 'hash'])
    // In microseconds, as a number: a Date would lose some, a text would depend on the session's time zone.
    .select(raw<number>`(extract(epoch from at) * 1000000)::bigint`.as('at'))
    .where('tenant_id', '=', ctx.tenant)

function content(
  tenant: string,
  seq: number,
  entry: Awaited<ReturnType<ReturnType<typeof readEntries>['execute']>>[0],
) {
  const { id, at, actor, request_id, action, customer_id, fields, sealed, origin } = entry
  return JSON.stringify([
    tenant,
    seq,
    id,
    at,
    actor,
    request_id,
    action,
    customer_id,
    fields,
    sealed?.toString('base64') ?? null,
    origin?.toString('base64') ?? null,
  ])
}

async function writeLinks(ctx: Context, linked: readonly { id: string; seq: number; hash: Buffer }[]) {
  await raw`
    update audit_entries set seq = linked.seq, hash = linked.hash
      from unnest(${linked.map((l) => l.id)}::uuid[], ${linked.map((l) => l.seq)}::bigint[],
                  ${linked.map((l) => l.hash)}::bytea[]) as linked (id, seq, hash)
     where audit_entries.tenant_id = ${ctx.tenant} and audit_entries.id = linked.id`.execute(sql(ctx))
}
