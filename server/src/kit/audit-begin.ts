import { GENESIS, sql } from './audit-chain.ts'
import type { Context } from './context.ts'

/** Where a chain begins: behind what was released. Without any it is the start of all. */
export interface Beginning {
  /** The last batch that was released; 0 while it is entries of before there were batches. */
  readonly seq: number
  /** How many entries were released. */
  readonly position: number
  /** The last link. */
  readonly hash: Buffer
  /** The time of the newest entry that was released. */
  readonly newest: Date | null
  /** When that was. */
  readonly at: Date | null
}

export const checkpointOf = (ctx: Context) =>
  sql(ctx).selectFrom('audit_checkpoints').selectAll().where('tenant_id', '=', ctx.tenant)

/** `isSigned`: this was not written without the keys of the tenant. */
export async function readBeginning(ctx: Context): Promise<Beginning & { readonly isSigned: boolean }> {
  const row = await checkpointOf(ctx).executeTakeFirst()
  return row ? signed(ctx, row) : { seq: 0, position: 0, hash: GENESIS, newest: null, at: null, isSigned: true }
}

export const signed = (ctx: Context, row: Beginning & { readonly mac: Buffer | null }) => ({
  ...row,
  isSigned: isStart(row) || row.mac?.equals(checkpointMacOf(ctx, row)) === true,
})

/** Nothing was released, and nothing says that something was: a time without a MAC is made up. */
const isStart = ({ seq, position, hash, newest, at, mac }: Beginning & { readonly mac: Buffer | null }) =>
  seq === 0 && position === 0 && hash.equals(GENESIS) && newest === null && at === null && mac === null

/** Of a kind of its own: the MAC of a head, which an anchor tells, makes no beginning. */
export const checkpointMacOf = ({ keys, tenant }: Context, { seq, position, hash, newest, at }: Beginning): Buffer =>
  keys.digest(
    'audit checkpoint',
    JSON.stringify([tenant, seq, position, hash.toString('base64'), newest?.getTime(), at?.getTime()]),
  )
