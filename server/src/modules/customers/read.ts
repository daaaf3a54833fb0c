import type { Context } from '../../kit/context.ts'
import { Forbidden } from '../../kit/refusal.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { NoneWithEmail, NoneWithNumber, NoneWithPhone } from './contract.ts'
import { findHolder } from './identifiers.ts'
import { customerRows, fullName, openPerson, requireRow, showPerson, toCustomer } from './person.ts'
import { requirePhone } from './phone.ts'
import { customerAsOf } from './record/as-of.ts'
import { type Customer, outsideNumber } from './shapes.ts'
import { survivorOf } from './survivor.ts'
import { sql } from './tables.ts'

interface Asked {
  readonly customerId: string
  readonly at?: Date | undefined
}

export async function getCustomer(ctx: Context, { customerId, at }: Asked): Promise<Customer> {
  if (at !== undefined) return customerAsOf(ctx, customerId, at)
  return toCustomer(ctx, await requireRow(ctx, customerId))
}

/** The names of these customers, for callers who may read customers; without erased ones. One query for all. */
export async function namesOf(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  if (customerIds.length === 0) return new Map()
  const rows = await customerRows(ctx)
    .where('customers.id', 'in', [...new Set(customerIds)])
    .where('status', '!=', 'erased')
    .execute()
  const mayRead = ctx.caller.may.has('customers:read')
  return new Map(
    rows.map((row): [string, Named] => {
      const number = outsideNumber(row.number)
      if (!mayRead) return [row.id, { number, name: null, name2: null }]
      const person = showPerson(ctx, row)
      return [row.id, { number, name: fullName(person), name2: person.name2 }]
    }),
  )
}

/** Their numbers, which stay after an erasure. */
export async function numbersOf(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (customerIds.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('customers')
    .select(['id', 'number'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', [...new Set(customerIds)])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, outsideNumber(number)]))
}

/** The version of each of these ids that is a customer, in one order. */
export async function versionsOf(ctx: Context, ids: readonly string[]): Promise<[string, number][]> {
  if (ids.length === 0) return []
  const rows = await sql(ctx)
    .selectFrom('customers')
    .select(['id', 'version'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map(({ id, version }) => [id, version])
}

export interface Named {
  readonly number: string
  readonly name: string | null
  readonly name2: string | null
}

/** The name of a customer, in any script. */
export async function readNames(ctx: Context, customerId: string): Promise<(string | null)[]> {
  const { firstName, lastName, name2, preferredName } = openPerson(ctx, await requireRow(ctx, customerId))
  return [firstName, lastName, name2, preferredName]
}

/** The current holder of a phone or an e-mail, for callers with access to contacts; or the customer with a number. */
export async function lookUpCustomer(
  ctx: Context,
  { phone, email, number }: { phone?: string | undefined; email?: string | undefined; number?: number | undefined },
): Promise<Customer> {
  if (number !== undefined) {
    const row = await customerRows(ctx).where('number', '=', number).executeTakeFirst()
    if (!row) throw NoneWithNumber()
    return row.merged_into === null
      ? toCustomer(ctx, row)
      : getCustomer(ctx, { customerId: await survivorOf(ctx, row.id) })
  }
  if (!ctx.caller.may.has('customers:contacts')) throw Forbidden({ needs: 'customers:contacts' })
  const holder =
    phone !== undefined
      ? await findHolder(ctx, 'phone', requirePhone(phone, (await tenantDefaults(ctx)).country))
      : await findHolder(ctx, 'email', email!)
  if (holder === null) throw phone !== undefined ? NoneWithPhone() : NoneWithEmail()
  return getCustomer(ctx, { customerId: holder })
}
