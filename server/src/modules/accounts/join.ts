import type { Context } from '../../kit/context.ts'
import { isCustomerActive } from '../customers/index.ts'
import { mergeCustomers } from '../merging/index.ts'
import { AccountBlocked } from './refusals.ts'

/**
 * Whoever proved a contact is the person that the business knew by it: what the login has gathered moves there, and can
 * be moved back. Whom staff put away does not come back this way.
 */
export async function joinCustomers(ctx: Context, { from, into }: { from: string; into: string }): Promise<string> {
  if (!(await isCustomerActive(ctx, into))) throw AccountBlocked()
  await mergeCustomers(ctx, { from, into, reason: 'The same contact was proved at sign-in', proved: true })
  return into
}
