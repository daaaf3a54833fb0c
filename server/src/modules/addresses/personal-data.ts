import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import type { Moved, NeedsHuman } from '../../kit/personal-data.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import { findKeyHolder, keyHolder } from '../customers/index.ts'
import { addressRows, showDetails, toAddress } from './address.ts'
import { outsideAddressId } from './shapes.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  knows,
  export: exportAddresses,
  holdings: (ctx, customerId) =>
    countHoldings(sql(ctx), ctx.tenant, customerId, { addresses: { fate: 'erased', why: DESCRIBES_THE_PERSON } }),
  erase: eraseAddresses,
  merge,
  unmerge,
}

/** Includes deleted addresses: they are still stored. */
async function knows(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('addresses')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

async function exportAddresses(ctx: Context, customerId: string) {
  const customer = await keyHolder(ctx, customerId)
  const rows = await addressRows(ctx)
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return { addresses: await Promise.all(rows.map((row) => toAddress(ctx, row, showDetails(ctx, customer, row)))) }
}

/** An address has no statistics worth keeping. */
async function eraseAddresses(ctx: Context, customerId: string): Promise<void> {
  // Locked against new addresses. A customer already erased by the module below has no key, and stays locked.
  await findKeyHolder(ctx, customerId, 'to erase')
  await sql(ctx)
    .deleteFrom('addresses')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
}

const Remembered = z.object({
  ids: z.array(z.string()),
  /** Time of the last edit before the move. A merge is no edit. */
  editedAt: z.record(z.string(), z.string()),
  /** The former defaults of the two customers. */
  fromDefault: z.string().nullable(),
  intoDefault: z.string().nullable(),
})
type Remembered = z.output<typeof Remembered>

/** Moves every address together with its key. The survivor's default stays the default. */
async function merge(ctx: Context, from: string, into: string): Promise<Remembered & Moved> {
  const fromDefault = await defaultOf(ctx, from)
  const intoDefault = await defaultOf(ctx, into)
  if (fromDefault !== null && intoDefault !== null) await setDefault(ctx, fromDefault, false)
  const moved = await sql(ctx)
    .updateTable('addresses')
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .returning(['id', 'updated_at'])
    .execute()
  const editedAt = Object.fromEntries(moved.map(({ id, updated_at }) => [id, updated_at.toISOString()]))
  const ids = moved.map(({ id }) => id)
  return { ids, editedAt, fromDefault, intoDefault, counts: { addresses: ids.length } }
}

/**
 * Moves back what still exists, and restores each customer's default, or else the newest address. An address edited
 * since goes back as it is now and is reported for a manual check.
 */
async function unmerge(
  ctx: Context,
  from: string,
  into: string,
  moved: Moved,
  needsHuman: (what: NeedsHuman) => void,
): Promise<void> {
  const { ids, editedAt, fromDefault, intoDefault } = Remembered.parse(moved)
  if (ids.length === 0) return
  for (const { id, updated_at } of await addressRows(ctx).where('id', 'in', ids).orderBy('id').execute()) {
    if (updated_at.toISOString() !== editedAt[id])
      needsHuman({ whose: 'from', what: 'changed_since', field: `address.${outsideAddressId(id)}` })
  }
  const present = await defaultOf(ctx, into)
  if (present !== null && ids.includes(present) && present !== fromDefault) await setDefault(ctx, present, false)
  await sql(ctx)
    .updateTable('addresses')
    .set({ customer_id: from })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', into)
    .where('id', 'in', ids)
    .execute()
  await settleDefault(ctx, from, fromDefault)
  await settleDefault(ctx, into, intoDefault)
}

/** Keeps an existing default; else the given address if it still exists, else the newest. */
async function settleDefault(ctx: Context, customerId: string, wanted: string | null): Promise<void> {
  if ((await defaultOf(ctx, customerId)) !== null) return
  const alive = await addressRows(ctx)
    .where('customer_id', '=', customerId)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const next = alive.find(({ id }) => id === wanted) ?? alive[0]
  if (next) await setDefault(ctx, next.id, true)
}

async function defaultOf(ctx: Context, customerId: string): Promise<string | null> {
  const row = await addressRows(ctx)
    .where('customer_id', '=', customerId)
    .where('is_default', '=', true)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

async function setDefault(ctx: Context, id: string, isDefault: boolean): Promise<void> {
  await sql(ctx)
    .updateTable('addresses')
    .set((q) => ({ is_default: isDefault, version: q('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}
