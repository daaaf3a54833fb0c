import type { Context } from '../../../kit/context.ts'
import { requirePhone } from '../../customers/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { type Purpose, useVerification } from '../../verification/index.ts'
import { lockContact } from './lock-contact.ts'

interface Given {
  readonly verificationToken: string
  /** The contact expected by the caller; optional. */
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

/** The verified contact of a token, serialised per contact. In the caller's transaction: a refusal leaves the token valid. */
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
