import type { Context } from '../../kit/context.ts'
import { type CustomerRow, customerRows, type Person, showPerson, toCustomer } from './person.ts'
import type { Customer } from './shapes.ts'
import { sql } from './tables.ts'
import { GUEST_NAME, GUEST_NAME2 } from './type-of.ts'

/** A customer as others are compared with it: opened, without the names of the nameless. */
export interface ComparedCustomer {
  readonly id: string
  readonly person: Pick<Person, 'absorbed' | 'birthDate' | 'companyName' | 'email' | 'lastName' | 'name2' | 'phone'> & {
    readonly firstName: string | null
  }
  readonly row: Pick<CustomerRow, 'phone_verified' | 'email_verified' | 'status' | 'created_at' | 'type'>
  /** For callers: contacts masked where they may not see them. */
  shown(): Customer
}

/** Without merged, erased, restricted and damaged ones: these are not compared. */
export async function comparedCustomers(ctx: Context, ids: readonly string[]): Promise<ComparedCustomer[]> {
  if (ids.length === 0) return []
  const rows = await comparedRows(ctx)
    .where('customers.id', 'in', [...new Set(ids)])
    .execute()
  return rows.flatMap((row) => comparedIn(ctx, row))
}

/** All of them, page by page in the order of their ids; `next` is null after the last page. */
export async function comparedPage(ctx: Context, after: string | null, limit: number) {
  const rows = await comparedRows(ctx)
    .$if(after !== null, (query) => query.where('customers.id', '>', after!))
    .orderBy('customers.id')
    .limit(limit)
    .execute()
  return {
    customers: rows.flatMap((row) => comparedIn(ctx, row)),
    next: rows.length < limit ? null : rows.at(-1)!.id,
  }
}

/** Those of these that still exist, held until the end of the transaction: none is erased or merged meanwhile. */
export async function heldCustomers(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await sql(ctx)
    .selectFrom('customers')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', [...new Set(ids)])
    .where('status', 'not in', ['merged', 'erased'])
    .orderBy('id')
    .forKeyShare()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

const comparedRows = (ctx: Context) =>
  customerRows(ctx).where('merged_into', 'is', null).where('restricted_at', 'is', null)

function comparedIn(ctx: Context, row: CustomerRow): ComparedCustomer[] {
  const opened = showPerson(ctx, row)
  if (opened.damaged) return []
  const person = {
    ...opened,
    firstName: opened.firstName === GUEST_NAME ? null : opened.firstName,
    name2: opened.name2 === GUEST_NAME2 ? null : opened.name2,
  }
  return [{ id: row.id, person, row, shown: () => toCustomer(ctx, row, opened) }]
}
