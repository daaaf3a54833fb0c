import type { Context } from '../../kit/context.ts'
import type { Account } from './accounts.ts'

export async function joinCustomers(
  _: Context,
  __: Account,
  { into }: { from: string; into: string },
): Promise<string> {
  return into
}
