import { type Caller, isProofFresh } from '../../../../kit/caller.ts'
import type { Context } from '../../../../kit/context.ts'
import type { Answered, Input, KeyedEntrance } from '../../../../kit/endpoint.ts'
import { Forbidden, ProofNeeded } from '../../../../kit/refusal.ts'
import { refuseTogether } from '../../../../kit/together.ts'
import { type Customer, CustomerNotFound, EmailNeeded, NameNeeded, WrongStatus } from '../../../customers/contract.ts'
import {
  changeCustomer,
  confirmContact,
  GUEST_NAME,
  getCustomer,
  readContacts,
  requireRow,
} from '../../../customers/index.ts'
import { changePreferences, preferenceCheck } from '../../../preferences/index.ts'
import { settleClaims } from '../../claims/claims.ts'
import { TAKEN } from '../../claims/proofs.ts'
import { useProof } from '../../claims/use-proof.ts'
import { upgrade as endpoint } from './contract.ts'
import { OtherContact } from './refusals.ts'
import { shownContacts } from './verify-contact.ts'
import { withProof } from './with-proof.ts'

type Given = Input<typeof endpoint>

export async function upgradeCustomer(entrance: KeyedEntrance, input: Given): Promise<Answered<Customer>> {
  requireStaffOrSelf(entrance.caller, input)
  return withProof(entrance, endpoint, input, {
    purposes: TAKEN.upgrading,
    contacts: (ctx) => shownContacts(ctx, input),
    work: (ctx, token) => upgrade(ctx, token!, input),
  })
}

/** A guest or a stub with a verified contact, a name and an e-mail becomes a full customer. */
async function upgrade(
  ctx: Context,
  verificationToken: string,
  { customerId, verificationToken: _, otpCode, phone, email, preferences, ...described }: Given,
): Promise<Customer> {
  await requireRow(ctx, customerId)
  const proved = await useProof(ctx, { verificationToken, phone }, TAKEN.upgrading)
  const { status } = await requireRow(ctx, customerId, 'for update')
  if (status !== 'active') throw WrongStatus({ customerStatus: status })
  const { value: shown } = (await readContacts(ctx, customerId))[proved.type]
  if (shown !== null && shown !== proved.value) throw OtherContact()
  if (proved.type === 'email' && email !== undefined && email !== proved.value) throw OtherContact()
  // A new contact is a new login.
  if (shown === null && !isProofFresh(ctx.caller)) throw ProofNeeded()

  const before = await getCustomer(ctx, { customerId })
  const nameless = described.firstName === undefined && before.firstName === GUEST_NAME
  const mailless = proved.type === 'phone' && email === undefined && before.email === null
  const checkPreferences = preferences && (await preferenceCheck(ctx))
  refuseTogether(ctx.caller.language, [
    ['firstName', nameless && NameNeeded()],
    ['email', mailless && EmailNeeded()],
    ['preferences', () => checkPreferences?.(preferences)],
  ])
  await changeCustomer(ctx, {
    customerId,
    ...described,
    ...(proved.type === 'phone' && email !== undefined && { phone: proved.value, email }),
  })
  await confirmContact(ctx, { customerId, ...proved })
  await settleClaims(ctx, proved, customerId)
  if (preferences) await changePreferences(ctx, { customerId, ...preferences })
  return getCustomer(ctx, { customerId })
}

/** Not found for the login of another customer. Only staff may enter an unverified e-mail: its refusal reveals whether it is known. */
function requireStaffOrSelf(caller: Caller, { customerId, email }: Given): void {
  if (caller.may.has('customers:write')) return
  if (caller.signedIn?.customer === customerId && email === undefined) return
  if (caller.may.has('customers:read') || caller.signedIn?.customer === customerId) {
    throw Forbidden({ needs: 'customers:write' })
  }
  throw CustomerNotFound()
}
