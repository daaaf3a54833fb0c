import type { Context } from '../../../../kit/context.ts'
import type { Answered, Input, KeyedEntrance } from '../../../../kit/endpoint.ts'
import { type Customer, NameNeeded, type OwnProfile, WrongStatus } from '../../../customers/contract.ts'
import {
  confirmContact,
  GUEST_NAME,
  getCustomer,
  holderOf,
  readContacts,
  readOwnProfile,
  requireRow,
} from '../../../customers/index.ts'
import { settleClaims } from '../../claims/claims.ts'
import { TAKEN } from '../../claims/proofs.ts'
import { useProof } from '../../claims/use-proof.ts'
import { verifyContact as endpoint, verifyOwnContact as ownEndpoint } from './contract.ts'
import { OtherContact } from './refusals.ts'
import { withProof } from './with-proof.ts'

type Given = Input<typeof endpoint>

export const verifyContact = (entrance: KeyedEntrance, input: Given): Promise<Answered<Customer>> =>
  withProof(entrance, endpoint, input, {
    purposes: TAKEN.verifying,
    contacts: (ctx) => shownContacts(ctx, input),
    work: async (ctx, token) => {
      await takeProof(ctx, token!, input)
      return getCustomer(ctx, input)
    },
  })

export const verifyOwnContact = (entrance: KeyedEntrance, input: Given): Promise<Answered<OwnProfile>> =>
  withProof(entrance, ownEndpoint, input, {
    purposes: TAKEN.verifying,
    contacts: (ctx) => shownContacts(ctx, input),
    work: async (ctx, token) => {
      await takeProof(ctx, token!, input)
      return readOwnProfile(ctx, input)
    },
  })

/** The contacts that a code may have been sent to: the given one, else the customer's. */
export async function shownContacts(
  ctx: Context,
  { customerId, phone, email }: Pick<Given, 'customerId' | 'phone' | 'email'>,
) {
  const shown = await readContacts(ctx, customerId)
  return { phone: phone ?? shown.phone.value, email: email ?? shown.email.value }
}

export async function takeProof(
  ctx: Context,
  verificationToken: string,
  { customerId, phone, email }: Pick<Given, 'customerId' | 'phone' | 'email'>,
): Promise<void> {
  await requireRow(ctx, customerId)
  const proved = await useProof(ctx, { verificationToken, phone, email }, TAKEN.verifying)
  const { status } = await requireRow(ctx, customerId, 'for update')
  if (status !== 'active') throw WrongStatus({ customerStatus: status })
  if ((await getCustomer(ctx, { customerId })).firstName === GUEST_NAME) throw NameNeeded()
  const { value: shown } = (await readContacts(ctx, customerId))[proved.type]
  if (shown !== null && shown !== proved.value) {
    // After a merge a customer has more contacts than it shows.
    const holder = await holderOf(ctx, proved.type, proved.value)
    if (holder?.customerId !== customerId) throw OtherContact()
  }
  await confirmContact(ctx, { customerId, ...proved })
  await settleClaims(ctx, proved, customerId)
}
