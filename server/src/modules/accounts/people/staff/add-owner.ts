import { itself } from '../../../../kit/caller.ts'
import type { Database } from '../../../../kit/database.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { auditAccount, createAccount } from '../../login/accounts.ts'
import { addCredential, findCredential } from '../../login/credentials.ts'
import { hashPassword } from '../../login/passwords/hash.ts'
import { sealStaffName } from '../../login/staff/name.ts'

/** Creates an owner with a password, without an invitation: for the demo. Repeating it changes nothing. */
export async function addOwner(
  db: Database,
  tenant: string,
  { email, name, password }: { readonly email: string; readonly name: string; readonly password: string },
): Promise<void> {
  const caller = itself(tenant, 'demo')
  if (await inTenant(db, caller, (ctx) => findCredential(ctx, 'password', email), { readOnly: true })) return
  const hashed = await hashPassword(db, tenant, password)
  await inTenant(db, caller, async (ctx) => {
    const account = await createAccount(ctx, {
      customerId: null,
      role: 'owner',
      status: 'active',
      language: (await tenantDefaults(ctx)).locale,
      sealed: (id) => sealStaffName(ctx, id, name),
    })
    await addCredential(ctx, account, { kind: 'password', login: email, password: hashed, proved: true })
    auditAccount(ctx, account, 'staff.joined', { fields: ['role'], after: { role: 'owner' } })
  })
}
