import type { Context } from '../../../../kit/context.ts'
import { readNames } from '../../../customers/index.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import type { Account } from '../../login/accounts.ts'
import { openLogin, passwordOf } from '../../login/credentials.ts'
import { openStaffName } from '../../login/staff/name.ts'

/** What a person guessing the password would try first. */
export async function knownAbout(ctx: Context, account: Account): Promise<(string | null)[]> {
  const { slug, name, name2 } = await tenantDefaults(ctx)
  const credential = await passwordOf(ctx, account.id)
  const email = credential && (await openLogin(ctx, credential))
  const names =
    account.customerId === null ? [await openStaffName(ctx, account.id)] : await readNames(ctx, account.customerId)
  return [slug, name, name2, email, ...names]
}
