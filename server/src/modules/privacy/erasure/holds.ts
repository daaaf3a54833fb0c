import { sql as raw } from 'kysely'
import { holdReleases } from '../../../kit/audit-release.ts'
import type { Context } from '../../../kit/context.ts'
import { LOST, sealedForPerson, TEXT } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { outsideId } from '../../customers/contract.ts'
import { customerKey, keysOf, requireRow, survivorsAmong } from '../../customers/index.ts'
import { NoHold } from '../refusals.ts'
import { sql } from '../tables.ts'
import type { Hold } from './contract.ts'

const reasons = sealedForPerson('legal_holds', 'reason', TEXT, { mend: () => LOST })

type HoldRow = NonNullable<Awaited<ReturnType<typeof holdInForce>>>

/** The latest: a merge may bring several. */
export function holdInForce(ctx: Context, customerId: string) {
  return holdRows(ctx, customerId).where('lifted_at', 'is', null).orderBy('id', 'desc').limit(1).executeTakeFirst()
}

export async function allHeld(ctx: Context): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('legal_holds')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('lifted_at', 'is', null)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

/** Those of the persons behind these customers who are under a legal hold, also one of before a merge. */
export async function heldAmong(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return []
  const people = [...new Set([...customerIds, ...(await survivorsAmong(ctx, customerIds))])]
  const rows = await sql(ctx)
    .selectFrom('legal_holds')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('lifted_at', 'is', null)
    .where('customer_id', '=', raw<string>`any(${people}::uuid[])`)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

export const holdRows = (ctx: Context, customerId: string) =>
  sql(ctx)
    .selectFrom('legal_holds')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)

/** Placing a hold again with another reason lifts the earlier one; both stay in the history. */
export async function placeHold(
  ctx: Context,
  { customerId, reason }: { customerId: string; reason: string },
): Promise<Hold> {
  const key = await customerKey(ctx, customerId, 'although restricted')
  await holdReleases(ctx)
  await lift(ctx, customerId)
  const id = uuidv7(ctx.now.getTime())
  const row = await sql(ctx)
    .insertInto('legal_holds')
    .values({
      tenant_id: ctx.tenant,
      id,
      customer_id: customerId,
      placed_at: ctx.now,
      placed_by: ctx.caller.actor,
      reason: reasons.seal(ctx, key, { id }, reason),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({
    action: 'privacy.hold_placed',
    customer: { id: customerId, key },
    fields: ['legalHold'],
    after: { legalHold: true },
    reason,
  })
  return toHold(row, reason)
}

export async function readHold(ctx: Context, { customerId }: { customerId: string }): Promise<{ hold: Hold | null }> {
  await requireRow(ctx, customerId)
  const row = await holdInForce(ctx, customerId)
  return { hold: row ? (await openHolds(ctx, [row]))[0]! : null }
}

export async function liftHold(ctx: Context, { customerId }: { customerId: string }): Promise<Hold> {
  const key = await customerKey(ctx, customerId, 'although restricted')
  const row = await holdInForce(ctx, customerId)
  if (!row) throw NoHold()
  await lift(ctx, customerId)
  ctx.audit({
    action: 'privacy.hold_lifted',
    customer: { id: customerId, key },
    fields: ['legalHold'],
    before: { legalHold: true },
  })
  return (await openHolds(ctx, [row]))[0]!
}

async function lift(ctx: Context, customerId: string): Promise<void> {
  await sql(ctx)
    .updateTable('legal_holds')
    .set({ lifted_at: ctx.now, lifted_by: ctx.caller.actor })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('lifted_at', 'is', null)
    .execute()
}

/** In their order. Holds of a merged customer are sealed with that customer's key, which moved with them. */
export async function openHolds(ctx: Context, rows: readonly HoldRow[]): Promise<Hold[]> {
  const keys = await keysOf(ctx, reasons.people(ctx, rows))
  return rows.map((row) => {
    const { value } = reasons.show(ctx, keys, row)
    return { ...toHold(row, value ?? LOST), damaged: value === null }
  })
}

const toHold = (row: HoldRow, reason: string): Hold => ({
  customerId: outsideId(row.customer_id),
  reason,
  placedAt: row.placed_at.toISOString(),
  placedBy: row.placed_by,
  damaged: false,
})
