import type { Context } from '../../kit/context.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { WrongStatus } from './contract.ts'
import { displayName } from './display-name.ts'
import { requireRow } from './person.ts'
import { sql } from './tables.ts'
import { writeCustomer } from './write.ts'

export async function readDisplayNames(ctx: Context, { customerId }: { customerId: string }) {
  const row = await requireRow(ctx, customerId)
  return { displayName: row.display_name, former: await formerNames(ctx, customerId) }
}

export async function regenerateDisplayName(ctx: Context, { customerId }: { customerId: string }) {
  const row = await requireRow(ctx, customerId, 'for update')
  if (row.status !== 'active') throw WrongStatus({ customerStatus: row.status })
  const drawn = await drawName(ctx)
  if (row.display_name !== null) {
    await sql(ctx)
      .insertInto('customer_former_names')
      .values({
        tenant_id: ctx.tenant,
        id: uuidv7(ctx.now.getTime()),
        customer_id: customerId,
        display_name: row.display_name,
        given_up_at: ctx.now,
      })
      .execute()
  }
  const told = {
    action: 'customer.display_name_regenerated',
    fields: ['displayName'],
    before: { displayName: row.display_name },
    after: { displayName: drawn },
  }
  await writeCustomer(ctx, row, { display_name: drawn }, told)
  return { displayName: drawn, former: await formerNames(ctx, customerId) }
}

async function drawName(ctx: Context): Promise<string> {
  const { last_name } = await sql(ctx)
    .updateTable('customer_counters')
    .set((q) => ({ last_name: q('last_name', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .returning('last_name')
    .executeTakeFirstOrThrow()
  return displayName(ctx.tenant, last_name)
}

async function formerNames(ctx: Context, customerId: string) {
  const rows = await sql(ctx)
    .selectFrom('customer_former_names')
    .select(['display_name', 'given_up_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('given_up_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ displayName: row.display_name, givenUpAt: row.given_up_at.toISOString() }))
}
