import type { Context } from '../../../kit/context.ts'
import { CustomerId } from '../../customers/contract.ts'
import { confirmContact, type Names, registerCustomer } from '../../customers/index.ts'
import { doubtHolder, type Holder, noteHandOver } from './hand-overs/hand-over.ts'
import { NameNeeded } from './refusals.ts'

export interface NewPerson {
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly name2?: string | undefined
  readonly locale?: 'en' | 'ar' | undefined
}

/**
 * The customer for a phone verified in this transaction: the one who has it, with all their data, also a cancelled
 * or deactivated one (the gate reactivates them); else a new one.
 */
export async function getOrCreateCustomer(
  ctx: Context,
  { phone, holder, person }: { phone: string; holder: Holder | null; person: NewPerson },
): Promise<string> {
  const doubt = holder && (await doubtHolder(ctx, holder, namesOf(person)))
  if (holder && !doubt) {
    const { customerId } = holder
    if (!holder.verified) await confirmContact(ctx, { customerId, type: 'phone', value: phone })
    return customerId
  }
  const customerId = await createPerson(ctx, person)
  if (holder && doubt) await noteHandOver(ctx, { former: holder.customerId, present: customerId, phone, why: doubt })
  await confirmContact(ctx, { customerId, type: 'phone', value: phone })
  return customerId
}

export async function createPerson(ctx: Context, { firstName, lastName, name2, locale }: NewPerson): Promise<string> {
  if (firstName === undefined) throw NameNeeded()
  const { id } = await registerCustomer(ctx, { firstName, lastName, name2, locale })
  return CustomerId.parse(id)
}

const namesOf = ({ firstName, lastName, name2 }: NewPerson): Names => ({ firstName, lastName, name2 })
