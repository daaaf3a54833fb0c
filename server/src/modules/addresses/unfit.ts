import { type Fields, objectRule } from '../../kit/field-rules.ts'
import { CustomerId } from '../customers/contract.ts'
import { countryMeant, findKeyHolder } from '../customers/index.ts'
import { findAddress, openDetails } from './address.ts'
import { wish } from './change.ts'
import { describedIn, NOTHING } from './described.ts'
import { unfitCoordinates, unfitPlace } from './place.ts'
import { AddressChange, AddressId, NewAddress } from './shapes.ts'

/** The errors of an address by the rules of its country, even if the body is refused for another reason. */
export const newAddressRule = objectRule(NewAddress, async (ctx, fields, given) => {
  if (fields.unfit.includes('country')) return []
  const country = fields.fit.country ?? (await countryMeant(ctx, given))
  const described = { ...NOTHING, ...describedIn(sentOf(fields)) }
  return [...unfitPlace(country, described), ...unfitCoordinates(described)]
})

export const addressChangeRule = objectRule(AddressChange, async (ctx, fields, given) => {
  const customerId = CustomerId.safeParse(given['customerId']).data ?? ctx.caller.signedIn?.customer
  const addressId = AddressId.safeParse(given['addressId']).data
  if (fields.unfit.includes('country') || !customerId || !addressId) return []
  const customer = await findKeyHolder(ctx, customerId)
  const row = customer && (await findAddress(ctx, customerId, addressId))
  if (!row) return []
  const { country, wanted, moves } = wish(row, openDetails(ctx, customer, row), sentOf(fields))
  return [...(moves ? unfitPlace(country, wanted) : []), ...unfitCoordinates(wanted)]
})

/** A field that is invalid by itself still counts as given: it is not reported as missing. */
const sentOf = ({ fit, unfit }: Fields<typeof NewAddress | typeof AddressChange>) => ({
  ...fit,
  ...Object.fromEntries(unfit.map((field) => [field, ''])),
})
