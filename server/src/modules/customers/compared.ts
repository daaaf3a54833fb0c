import type { Context } from '../../kit/context.ts'
import { formerPhonesOf } from './identifiers.ts'
import { type CustomerRow, customerRows, type Person, showPerson, toCustomer } from './person.ts'
import type { Customer } from './shapes.ts'
import { sql } from './tables.ts'
import { GUEST_NAME, GUEST_NAME2 } from './type-of.ts'

/** A customer as others are compared with it: opened, without the names of the nameless. */
export interface ComparedCustomer {
  readonly id: string
  readonly person: Pick<Person, 'absorbed' | 'birthDate' | 'companyName' | 'email' | 'lastName' | 'name2' | 'phone'> & {
    readonly firstName: string | null
    /** Phones that the customer had before. */
    readonly formerPhones: readonly string[]
  }
  readonly row: Pick<CustomerRow, 'phone_verified' | 'email_verified' | 'status' | 'created_at' | 'type' | 'version'>
  /** For callers: contacts masked where they may not see them. */
  shown(): Customer
}

/** Without merged, erased, restricted and damaged ones: these are not compared. */
export async function comparedCustomers(ctx: Context, ids: readonly string[]): Promise<ComparedCustomer[]> {
  if (ids.length === 0) return []
  const rows = await comparedRows(ctx)
    .where('customers.id', 'in', [...new Set(ids)])
    .execute()
  return comparedIn(ctx, rows)
}

/** All of them, page by page in the order of their ids; `next` is null after the last page. */
export async function comparedPage(ctx: Context, after: string | null, limit: number) {
  const rows = await comparedRows(ctx)
    .$if(after !== null, (query) => query.where('customers.id', '>', after!))
    .orderBy('customers.id')
    .limit(limit)
    .execute()
  return {
    customers: await comparedIn(ctx, rows),
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

async function comparedIn(ctx: Context, rows: readonly CustomerRow[]): Promise<ComparedCustomer[]> {
  if (rows.length === 0) return []
  const former = await formerPhonesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const person = showPerson(ctx, row)
    return person.damaged ? [] : [comparedAs(ctx, row, person, former.get(row.id) ?? [])]
  })
}

export function comparedAs(
  ctx: Context,
  row: CustomerRow,
  shown: Person,
  formerPhones: readonly string[],
): ComparedCustomer {
  const person = {
    ...shown,
    formerPhones,
    firstName: shown.firstName === GUEST_NAME ? null : shown.firstName,
    name2: shown.name2 === GUEST_NAME2 ? null : shown.name2,
  }
  return { id: row.id, person, row, shown: () => toCustomer(ctx, row, shown) }
}
