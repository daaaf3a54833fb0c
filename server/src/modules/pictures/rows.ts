import type { Context } from '../../kit/context.ts'
import { BYTES, type DataKey, sealedForPerson } from '../../kit/sealed.ts'
import { sql } from './tables.ts'

const pictures = sealedForPerson('customer_pictures', 'sealed', BYTES, { by: ['customer_id'], mend: 'drop' })

type PictureRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>

export const rowOf = (ctx: Context, customerId: string) =>
  sql(ctx)
    .selectFrom('customer_pictures')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()

export const openRow = (ctx: Context, key: DataKey, row: PictureRow): Buffer | null =>
  pictures.show(ctx, key, row).value

export const sealedRow = (
  ctx: Context,
  key: DataKey,
  customerId: string,
  bytes: Buffer,
  changedAt: Date,
): PictureRow => ({
  tenant_id: ctx.tenant,
  customer_id: customerId,
  sealed: pictures.seal(ctx, key, { customer_id: customerId }, bytes),
  changed_at: changedAt,
})

export async function insertRow(ctx: Context, row: PictureRow): Promise<void> {
  await sql(ctx).insertInto('customer_pictures').values(row).execute()
}

/** Whether there was one. */
export async function deleteRow(ctx: Context, customerId: string): Promise<boolean> {
  const deleted = await sql(ctx)
    .deleteFrom('customer_pictures')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .returning('customer_id')
    .executeTakeFirst()
  return deleted !== undefined
}
