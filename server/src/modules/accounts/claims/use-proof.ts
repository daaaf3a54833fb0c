import type { Context } from '../../../kit/context.ts'
import { requirePhone } from '../../customers/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { type Purpose, useVerification } from '../../verification/index.ts'
import { lockContact } from './lock-contact.ts'

interface Given {
  readonly verificationToken: string
  /** What the caller says was proved; nothing is fine too. */
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

/** What the token proves, in turn with others who prove the same. With the caller's transaction: a refusal leaves it good. */
export async function useProof(ctx: Context, given: Given, purpose: readonly Purpose[]) {
  const proved = await useVerification(ctx, given.verificationToken, { purpose })
  if (given.phone !== undefined) {
    const phone = requirePhone(given.phone, (await tenantDefaults(ctx)).country)
    if (proved.type !== 'phone' || proved.value !== phone) throw TokenInvalid()
  }
  if (given.email !== undefined && (proved.type !== 'email' || proved.value !== given.email)) throw TokenInvalid()
  await lockContact(ctx, proved)
  return proved
}
