import type { Context } from '../../kit/context.ts'
import { sealedForPerson, TEXT } from '../../kit/sealed.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { keysOf } from '../customers/index.ts'
import { digestOf, externalValue } from './judge/keys.ts'
import { sql } from './tables.ts'

/** The system and the id, as `shopify 1001`. */
const ids = sealedForPerson('import_external_ids', 'sealed', TEXT, { mend: 'drop' })

export async function insertExternalIds(
  ctx: Context,
  importId: string,
  system: string,
  found: readonly { readonly customerId: string; readonly id: string }[],
): Promise<void> {
  if (found.length === 0) return
  const keys = await keysOf(
    ctx,
    found.map(({ customerId }) => customerId),
  )
  sql.insert(
    ctx,
    'import_external_ids',
    found.map(({ customerId, id: external }) => {
      const id = uuidv7(ctx.now.getTime())
      const value = externalValue(system, external)
      return {
        tenant_id: ctx.tenant,
        id,
        customer_id: customerId,
        import_id: importId,
        digest: digestOf(ctx, 'externalId', value),
        sealed: ids.seal(ctx, keys.get(customerId)!, { id }, value),
      }
    }),
  )
}

export async function externalIdsOf(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('import_external_ids')
    .select(['id', 'customer_id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  const keys = await keysOf(ctx, ids.people(ctx, rows))
  return rows.flatMap((row) => ids.show(ctx, keys, row).value ?? [])
}

/** Of a customer, those that an import brought. */
export async function dropExternalIds(ctx: Context, importId: string, customerId: string): Promise<void> {
  await sql(ctx)
    .deleteFrom('import_external_ids')
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .where('customer_id', '=', customerId)
    .execute()
}
