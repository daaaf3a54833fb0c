import type { Context } from '../../kit/context.ts'
import { mayReturn, readmitCustomer } from '../customers/index.ts'
import { mergeCustomers } from '../merging/index.ts'
import { AccountBlocked } from './refusals.ts'

/**
 * Merges the login's customer into the one with the verified contact; the merge can be undone. A cancelled or
 * deactivated customer is reactivated by it; a suspended one is not.
 */
export async function joinCustomers(ctx: Context, { from, into }: { from: string; into: string }): Promise<string> {
  if (!(await mayReturn(ctx, into))) throw AccountBlocked()
  await readmitCustomer(ctx, into, 'proved the contact at sign-in')
  await mergeCustomers(ctx, { from, into, reason: 'The same contact was proved at sign-in', proved: true })
  return into
}
