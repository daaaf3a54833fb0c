import type { Context } from '../../kit/context.ts'
import type { DataKey } from '../../kit/sealing.ts'
import { keyOf, requireRow } from './person.ts'

/** Seals what another module keeps of this customer. Refuses who is unknown, merged or erased. */
export async function customerKey(ctx: Context, customerId: string, lock?: 'for update'): Promise<DataKey> {
  return keyOf(ctx, await requireRow(ctx, customerId, lock))
}
