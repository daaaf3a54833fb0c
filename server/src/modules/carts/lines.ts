import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { isTooDeep } from '../../kit/depth.ts'
import { type DataKey, document, sealedForPerson } from '../../kit/sealed.ts'
import type { Line } from './contract.ts'
import { sql } from './tables.ts'

const Details = z.object({
  name: z.string().nullable().default(null),
  data: z.record(z.string(), z.unknown()).default({}),
})
const details = sealedForPerson('cart_lines', 'details', document(Details), {
  by: ['customer_id', 'sku'],
  mend: () => ({ name: null, data: {} }),
})

export type LineRow = Awaited<ReturnType<typeof linesOf>>[0]

/** In the order in which they were given. */
export function linesOf(ctx: Context, customerId: string) {
  return sql(ctx)
    .selectFrom('cart_lines')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('position')
    .execute()
}

export function lineRow(ctx: Context, key: DataKey, customerId: string, line: Line, position: number): LineRow {
  const { sku, quantity, unitPrice, name, data } = line
  const names = { customer_id: customerId, sku }
  return {
    tenant_id: ctx.tenant,
    ...names,
    quantity,
    unit_price: unitPrice,
    position,
    details: details.seal(ctx, key, names, { name, data }),
  }
}

export function toLine(ctx: Context, key: DataKey, row: LineRow): Line {
  const { sku, quantity, unit_price: unitPrice } = row
  const { name, data } = details.show(ctx, key, row).value ?? { name: null, data: {} }
  // Earlier releases stored data that is nested too deeply to answer.
  return { sku, quantity, unitPrice, name, data: isTooDeep(data) ? {} : data }
}

export async function insertLines(ctx: Context, rows: readonly LineRow[]): Promise<void> {
  if (rows.length > 0)
    await sql(ctx)
      .insertInto('cart_lines')
      .values([...rows])
      .execute()
}

export async function removeLines(ctx: Context, customerId: string): Promise<void> {
  await sql(ctx)
    .deleteFrom('cart_lines')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
}
