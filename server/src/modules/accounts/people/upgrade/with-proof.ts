import type { z } from 'zod'
import type { Context } from '../../../../kit/context.ts'
import type { Answered, Endpoint, KeyedEntrance, Output } from '../../../../kit/endpoint.ts'
import { onceIn } from '../../../../kit/idempotency.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { requirePhone } from '../../../customers/index.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { CodeInvalid } from '../../../verification/contract.ts'
import { type Checked, checkCode, codeRefused, type Purpose, purposesWaiting } from '../../../verification/index.ts'

interface Given {
  readonly verificationToken?: string | undefined
  readonly otpCode?: string | undefined
  readonly handle?: string | undefined
}

interface Contacts {
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
}

/**
 * Runs an operation with a token or a code in one transaction: a refusal leaves both valid. Only a wrong code is
 * committed before it is refused, so that its attempt counts.
 */
export async function withProof<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  entrance: KeyedEntrance,
  endpoint: E,
  input: Given & object,
  {
    purposes,
    contacts,
    work,
  }: {
    readonly purposes: readonly Purpose[]
    /** The contacts that a code may have been sent to. */
    readonly contacts: (ctx: Context) => Promise<Contacts>
    readonly work: (ctx: Context, verificationToken: string | undefined) => Promise<Output<E>>
  },
): Promise<Answered<Output<E>>> {
  const { db, caller } = entrance
  const { verificationToken, otpCode, handle } = input
  const repeatable = entrance.idempotencyKey !== undefined
  const prove = async (ctx: Context) => {
    const checked =
      otpCode === undefined ? null : await tryCode(ctx, { code: otpCode, handle }, await contacts(ctx), purposes)
    if (checked && 'refusal' in checked) return checked
    return onceIn(ctx, entrance, endpoint, input, () => work(ctx, checked?.token ?? verificationToken))
  }
  const done = await inTenant(db, caller, prove, { repeatable })
  if (!('refusal' in done)) return done
  // On a retry the code is already used, and the stored response is returned.
  return inTenant(db, caller, (ctx) =>
    onceIn(ctx, entrance, endpoint, input, async () => {
      throw codeRefused(done)
    }),
  )
}

async function tryCode(
  ctx: Context,
  { code, handle }: { code: string; handle: string | undefined },
  { phone, email }: Contacts,
  purposes: readonly Purpose[],
): Promise<Checked> {
  const contacts = [
    ...(phone ? [{ type: 'phone' as const, value: requirePhone(phone, (await tenantDefaults(ctx)).country) }] : []),
    ...(email ? [{ type: 'email' as const, value: email }] : []),
  ]
  let wrong: Checked = { refusal: CodeInvalid(), triesLeft: null }
  for (const contact of contacts) {
    // One guess, for however many purposes.
    const open = await purposesWaiting(ctx, contact, purposes)
    for (const purpose of open.length > 0 ? open : purposes.slice(0, 1)) {
      const checked = await checkCode(ctx, { ...contact, purpose, code, handle })
      if ('token' in checked) return checked
      if (checked.refusal.kind.code !== CodeInvalid.code) return checked
      if ((checked.triesLeft ?? -1) > (wrong.triesLeft ?? -1)) wrong = checked
    }
  }
  return wrong
}
