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

/** As it is stored: with how many of the released entries the trail itself tells. */
interface Checkpoint extends Beginning {
  readonly noted: number
  readonly mac: Buffer | null
}

export const checkpointOf = (ctx: Context) =>
  sql(ctx).selectFrom('audit_checkpoints').selectAll().where('tenant_id', '=', ctx.tenant)

/** `isSigned`: this was not written without the keys of the tenant. */
export async function readBeginning(ctx: Context): Promise<Omit<Checkpoint, 'mac'> & { readonly isSigned: boolean }> {
  const row = await checkpointOf(ctx).executeTakeFirst()
  return row ? signed(ctx, row) : START
}

const START = { seq: 0, position: 0, hash: GENESIS, newest: null, at: null, noted: 0, isSigned: true }

export const signed = <Row extends Checkpoint>(ctx: Context, row: Row) => ({
  ...row,
  isSigned: isStart(row) || row.mac?.equals(checkpointMacOf(ctx, row)) === true,
})

/** Nothing was released, and nothing says that something was: a time without a MAC is made up. */
const isStart = ({ seq, position, hash, newest, at, noted, mac }: Checkpoint) =>
  [seq, position, noted].every((one) => one === 0) &&
  hash.equals(GENESIS) &&
  [newest, at, mac].every((one) => one === null)

/** Of a kind of its own: what an anchor tells, of a head or of a beginning, makes no checkpoint. */
export const checkpointMacOf = ({ keys, tenant }: Context, begin: Omit<Checkpoint, 'mac'>): Buffer =>
  keys.digest('audit checkpoint', JSON.stringify([tenant, ...contentOf(begin), begin.noted]))

/** For a line outside of the database. */
export const releasedMacOf = ({ keys, tenant }: Context, begin: Beginning): Buffer =>
  keys.digest('audit released', JSON.stringify([tenant, ...contentOf(begin)]))

const contentOf = ({ seq, position, hash, newest, at }: Beginning) => [
  seq,
  position,
  hash.toString('base64'),
  newest?.getTime(),
  at?.getTime(),
]
