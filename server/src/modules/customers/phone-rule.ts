import { fieldRule } from '../../kit/field-rules.ts'
import { countryMeant } from './country-meant.ts'
import { normalisePhone } from './phone.ts'
import { PHONE_INVALID } from './problems.ts'
import { TypedPhone } from './shapes.ts'

/** A phone without a country code belongs to the country of the body. */
export const phoneRule = fieldRule(TypedPhone, async (ctx, typed, given) =>
  normalisePhone(typed, await countryMeant(ctx, given)) === null ? PHONE_INVALID : null,
)
