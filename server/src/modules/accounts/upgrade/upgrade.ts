import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { Forbidden, Unauthenticated } from '../../../kit/refusal.ts'
import { type Customer, CustomerNotFound, NameNeeded, WrongStatus } from '../../customers/contract.ts'
import { changeCustomer, confirmContact, getCustomer, readContacts, requireRow } from '../../customers/index.ts'
import { settleClaims } from '../phone/claims.ts'
import { useProof } from '../phone/use-proof.ts'
import { type upgrade as endpoint, OtherContact } from './contract.ts'

/** A guest or a stub whose contact is proved now, with a name, is a full customer. */
export async function upgradeCustomer(
  ctx: Context,
  { customerId, verificationToken, ...change }: Input<typeof endpoint>,
): Promise<Customer> {
  requireStaffOrSelf(ctx, customerId, change.email)
  await requireRow(ctx, customerId)
  const proved = await useProof(ctx, { verificationToken }, ['upgrade'])
  const { status } = await requireRow(ctx, customerId, 'for update')
  if (status !== 'active') throw WrongStatus({ customerStatus: status })
  const { value: shown } = (await readContacts(ctx, customerId))[proved.type]
  if (shown !== null && shown !== proved.value) throw OtherContact()
  if (proved.type === 'email' && change.email !== undefined && change.email !== proved.value) throw OtherContact()

  const { email, ...described } = change
  await changeCustomer(ctx, {
    customerId,
    ...described,
    ...(proved.type === 'phone' && email !== undefined && { phone: proved.value, email }),
  })
  await confirmContact(ctx, { customerId, ...proved })
  await settleClaims(ctx, proved, customerId)
  const customer = await getCustomer(ctx, { customerId })
  if (customer.type !== 'full') throw NameNeeded()
  return customer
}

/** Somebody else’s customer does not exist. What is only said of an e-mail would tell whether it is known. */
function requireStaffOrSelf({ caller }: Context, customerId: string, email: string | undefined): void {
  if (caller.may.has('customers:write')) return
  if (caller.actor === 'visitor') throw Unauthenticated({}, { 'www-authenticate': 'Bearer realm="kith"' })
  if (caller.signedIn?.customer === customerId && email === undefined) return
  if (caller.may.has('customers:read') || caller.signedIn?.customer === customerId) {
    throw Forbidden({ needs: 'customers:write' })
  }
  throw CustomerNotFound()
}
