import type { Context } from '../../../kit/context.ts'
import { mayReturn, readmitCustomer } from '../../customers/index.ts'
import { mergeCustomers } from '../../merging/index.ts'
import { AccountBlocked } from '../login/refusals.ts'

/**
 * Whoever proved a contact is the person that the business knew by it: what the login has gathered moves there, and can
 * be moved back. Who left or was deactivated is back by that; whom staff suspended is not.
 */
export async function joinCustomers(ctx: Context, { from, into }: { from: string; into: string }): Promise<string> {
  if (!(await mayReturn(ctx, into))) throw AccountBlocked()
  await readmitCustomer(ctx, into, 'proved the contact at sign-in')
  await mergeCustomers(ctx, { from, into, reason: 'The same contact was proved at sign-in', proved: true })
  return into
}
