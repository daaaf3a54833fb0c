import { fieldRule } from '../../kit/field-rules.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { normalisePhone } from './phone.ts'
import { Country, CustomerId, TypedPhone } from './shapes.ts'
import { sql } from './tables.ts'

/** A phone without the code of a country is of the country beside it, else the customer's, else that of the business. */
export const phoneRule = fieldRule(TypedPhone, async (ctx, typed, given) => {
  const beside = Country.safeParse(given['country'])
  const customer = CustomerId.safeParse(given['customerId'])
  const known =
    customer.success &&
    (await sql(ctx)
      .selectFrom('customers')
      .select('country')
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', customer.data)
      .executeTakeFirst())
  const country = beside.data ?? (known ? known.country : (await tenantDefaults(ctx)).country)
  return normalisePhone(typed, country) === null ? 'phone_invalid' : null
})
