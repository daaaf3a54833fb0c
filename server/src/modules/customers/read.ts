import type { Context } from '../../kit/context.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { CustomerNotFound } from './contract.ts'
import { findHolder } from './identifiers.ts'
import { customerRows, openPerson, requireRow, toCustomer } from './person.ts'
import { requirePhone } from './phone.ts'
import type { Customer } from './shapes.ts'
import { survivorOf } from './survivor.ts'

export async function getCustomer(ctx: Context, { customerId }: { customerId: string }): Promise<Customer> {
  return toCustomer(ctx, await requireRow(ctx, customerId))
}

/** What a customer is called, in any script. */
export async function readNames(ctx: Context, customerId: string): Promise<(string | null)[]> {
  const { firstName, lastName, name2, preferredName } = openPerson(ctx, await requireRow(ctx, customerId))
  return [firstName, lastName, name2, preferredName]
}

/** The present holder of a phone or an e-mail, or the customer with a number. */
export async function lookUpCustomer(
  ctx: Context,
  { phone, email, number }: { phone?: string | undefined; email?: string | undefined; number?: number | undefined },
): Promise<Customer> {
  if (number !== undefined) {
    const row = await customerRows(ctx).where('number', '=', number).executeTakeFirst()
    if (!row) throw CustomerNotFound()
    return row.merged_into === null
      ? toCustomer(ctx, row)
      : getCustomer(ctx, { customerId: await survivorOf(ctx, row.id) })
  }
  const holder =
    phone !== undefined
      ? await findHolder(ctx, 'phone', requirePhone(phone, (await tenantDefaults(ctx)).country))
      : await findHolder(ctx, 'email', email!)
  if (holder === null) throw CustomerNotFound()
  return getCustomer(ctx, { customerId: holder })
}
