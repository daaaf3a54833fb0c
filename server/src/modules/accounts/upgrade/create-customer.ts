import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { type Customer, CustomerId, type create as endpoint, NameNeeded } from '../../customers/contract.ts'
import { confirmContact, createCustomer, getCustomer, requirePhone } from '../../customers/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { settleClaims } from '../phone/claims.ts'
import { useProof } from '../phone/use-proof.ts'

/**
 * With a proof, a full customer; without one as customers creates it. Here, because customers stands below what checks
 * proofs and below the logins that a proof ends.
 */
export async function createProvedCustomer(
  ctx: Context,
  { verificationToken, ...input }: Input<typeof endpoint>,
): Promise<Customer> {
  if (verificationToken === undefined) return createCustomer(ctx, input)
  if (input.type !== 'full') throw TokenInvalid()
  if (input.firstName === undefined) throw NameNeeded()
  const proved = await useProof(ctx, { verificationToken }, ['register', 'upgrade'])
  const country = input.country ?? (await tenantDefaults(ctx)).country
  const phone = input.phone ? requirePhone(input.phone, country) : null
  const given = { phone, email: input.email ?? null }[proved.type]
  if (given !== null && given !== proved.value) throw TokenInvalid()

  const contacts = { phone, email: input.email ?? null, [proved.type]: proved.value }
  const isStub = contacts.phone !== null
  const made = await createCustomer(ctx, {
    ...input,
    type: isStub ? 'stub' : 'guest',
    phone: contacts.phone,
    email: isStub ? contacts.email : null,
  })
  const customerId = CustomerId.parse(made.id)
  await confirmContact(ctx, { customerId, ...proved })
  await settleClaims(ctx, proved, customerId)
  return getCustomer(ctx, { customerId })
}
