import type { Context } from '../../../../kit/context.ts'
import type { Answered, Input, KeyedEntrance } from '../../../../kit/endpoint.ts'
import { Forbidden } from '../../../../kit/refusal.ts'
import { refuseTogether } from '../../../../kit/together.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { describeAddress, hearAddresses, storeAddress } from '../../../addresses/index.ts'
import { type Customer, CustomerId } from '../../../customers/contract.ts'
import { checkNewCustomer, createCustomer, requirePhone } from '../../../customers/index.ts'
import { changePreferences, preferenceCheck } from '../../../preferences/index.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { TokenInvalid } from '../../../verification/contract.ts'
import { settleClaims } from '../../claims/claims.ts'
import { TAKEN } from '../../claims/proofs.ts'
import { useProof } from '../../claims/use-proof.ts'
import { createCustomer as endpoint } from './contract.ts'
import { withProof } from './with-proof.ts'

type Given = Input<typeof endpoint>
type Heard = Awaited<ReturnType<typeof hearAddresses>>

/** The address provider, if any, is called before anything is written. */
export async function createWholeCustomer(entrance: KeyedEntrance, input: Given): Promise<Answered<Customer>> {
  const { db, caller } = entrance
  const { addresses = [] } = input
  if (addresses.length > 0 && !caller.may.has('addresses:write')) throw Forbidden({ needs: 'addresses:write' })
  const countryIn = async (ctx: Context) => input.country ?? (await tenantDefaults(ctx)).country
  const heard =
    addresses.length === 0
      ? []
      : await hearAddresses(entrance, await inTenant(db, caller, countryIn, { readOnly: true }), addresses)
  return withProof(entrance, endpoint, input, {
    purposes: TAKEN.creating,
    contacts: async (ctx) => ({
      phone: input.phone && requirePhone(input.phone, await countryIn(ctx)),
      email: input.email,
    }),
    work: (ctx, token) => createWhole(ctx, token, input, heard),
  })
}

/** All or nothing. Here, because the customers module may not import proofs, addresses and preferences. */
async function createWhole(
  ctx: Context,
  verificationToken: string | undefined,
  { verificationToken: _, otpCode, preferences, addresses = [], ...person }: Given,
  heard: Heard,
): Promise<Customer> {
  const defaults = await tenantDefaults(ctx)
  const country = person.country ?? defaults.country
  const proved = verificationToken === undefined ? null : await useProof(ctx, { verificationToken }, TAKEN.creating)
  const phone = person.phone && requirePhone(person.phone, country)
  const given = { phone, email: person.email }
  if (proved && (given[proved.type] ?? proved.value) !== proved.value) throw TokenInvalid()
  const whole = proved ? { type: 'full' as const, ...person, [proved.type]: proved.value } : person

  const checkPreferences = preferences && (await preferenceCheck(ctx))
  refuseTogether(ctx.caller.language, [
    ['', () => checkNewCustomer(ctx, whole, defaults, proved?.type)],
    ['preferences', () => checkPreferences?.(preferences)],
    ...addresses.map(
      (address, n) => [`addresses.${n}`, () => void describeAddress(address.country ?? country, address)] as const,
    ),
  ])
  const customer = await createCustomer(ctx, whole, proved?.type)
  const customerId = CustomerId.parse(customer.id)
  if (proved) await settleClaims(ctx, proved, customerId)
  if (preferences) await changePreferences(ctx, { customerId, ...preferences })
  for (const [n, address] of addresses.entries()) await storeAddress(ctx, { customerId, ...address }, heard[n] ?? null)
  return customer
}
