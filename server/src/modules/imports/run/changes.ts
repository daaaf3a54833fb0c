import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { type DataKey, document, sealedForPerson } from '../../../kit/sealed.ts'
import { sql } from '../tables.ts'

/** What an update replaced and wrote, and which consents it recorded. */
const Replaced = z.object({
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  consents: z.array(z.object({ purpose: z.string(), eventId: z.string() })).default([]),
})
export type Replaced = z.output<typeof Replaced>

export const replaced = sealedForPerson('import_changes', 'sealed', document(Replaced), {
  by: ['import_id', 'customer_id'],
  mend: 'clear',
})

export interface NewChange {
  readonly customerId: string
  readonly at: number
  readonly row: number
  /** Null for a customer that the import created. */
  readonly replaced: { readonly key: DataKey; readonly value: Replaced } | null
}

export function insertChanges(ctx: Context, importId: string, changes: readonly NewChange[]): void {
  sql.insert(
    ctx,
    'import_changes',
    changes.map(({ customerId, at, row, replaced: told }) => ({
      tenant_id: ctx.tenant,
      import_id: importId,
      customer_id: customerId,
      at,
      row,
      kind: told === null ? 'created' : 'updated',
      changed_at: ctx.now,
      sealed: told && replaced.seal(ctx, told.key, { import_id: importId, customer_id: customerId }, told.value),
    })),
  )
}

/** The rows by which this import created or changed these customers. */
export async function changedRows(
  ctx: Context,
  importId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (customerIds.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('import_changes')
    .select(['customer_id', 'row'])
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .where('customer_id', 'in', customerIds)
    .execute()
  return new Map(rows.map(({ customer_id, row }) => [customer_id, row]))
}
