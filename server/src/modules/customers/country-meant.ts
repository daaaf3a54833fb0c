import type { Context } from '../../kit/context.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { Country, CustomerId } from './shapes.ts'
import { sql } from './tables.ts'

/** The country for phones in an unparsed body: its own, else that of its customer, else that of the business. */
export async function countryMeant(ctx: Context, given: Readonly<Record<string, unknown>>): Promise<string> {
  const beside = Country.safeParse(given['country'])
  if (beside.success) return beside.data
  const customerId = CustomerId.safeParse(given['customerId']).data ?? ctx.caller.signedIn?.customer
  const customer =
    customerId &&
    (await sql(ctx)
      .selectFrom('customers')
      .select('country')
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', customerId)
      .executeTakeFirst())
  return customer ? customer.country : (await tenantDefaults(ctx)).country
}
