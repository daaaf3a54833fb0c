import { fieldRule } from '../../kit/field-rules.ts'
import { countryMeant } from './country-meant.ts'
import { normalisePhone } from './phone.ts'
import { PHONE_INVALID } from './problems.ts'
import { TypedPhone } from './shapes.ts'

/** A phone without the code of a country is of the country that the body means. */
export const phoneRule = fieldRule(TypedPhone, async (ctx, typed, given) =>
  normalisePhone(typed, await countryMeant(ctx, given)) === null ? PHONE_INVALID : null,
)
