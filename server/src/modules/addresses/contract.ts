import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal, VersionConflict } from '../../kit/refusal.ts'
import {
  Country,
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
} from '../customers/contract.ts'
import {
  Address,
  AddressChange,
  AddressId,
  AddressRules,
  AddressSettings,
  AddressSettingsChange,
  Near,
  NewAddress,
} from './shapes.ts'

export * from './shapes.ts'

export const MOST_ADDRESSES = 50

export const AddressNotFound = refusal('address.not_found', 404, {
  en: 'This customer has no such address.',
  ar: 'لا يوجد لهذا العميل عنوان بهذا المعرّف.',
})
export const TooManyAddresses = refusal('address.too_many', 409, {
  en: `A customer has at most ${MOST_ADDRESSES} addresses; remove one first.`,
  ar: `للعميل ${MOST_ADDRESSES} عنوانًا كحد أقصى؛ احذف أحدها أولًا.`,
})
export const DefaultNeeded = refusal('address.default_needed', 422, {
  en: 'One address is always the default; make another one the default instead.',
  ar: 'لا بد من عنوان افتراضي واحد؛ اجعل عنوانًا آخر افتراضيًا بدلًا منه.',
})
export const AddressUndeliverable = refusal('address.undeliverable', 422, {
  en: 'Nothing can be delivered to this address.',
  ar: 'لا يمكن التوصيل إلى هذا العنوان.',
})
export const CheckUnavailable = refusal('address.check_unavailable', 503, {
  en: 'Addresses cannot be validated at the moment, and this business requires validation.',
  ar: 'لا يمكن التحقق من العناوين حاليًا، وهذه المنشأة تشترط التحقق من كل عنوان.',
})
export const CountryUnknown = refusal('country.unknown', 404, {
  en: 'No country has this code.',
  ar: 'لا يوجد بلد بهذا الرمز.',
})

const tag = 'Addresses'
const ofCustomer = z.object({ customerId: CustomerId })
const params = z.object({ customerId: CustomerId, addressId: AddressId })
const absent = [AddressNotFound, CustomerNotFound, CustomerMerged] as const
const unchangeable = [...absent, CustomerRestricted] as const
const deleted = z
  .enum(['true', 'false'])
  .transform((said) => said === 'true')
  .optional()
  .meta({ description: 'The last 50 deleted addresses instead, to restore one' })

export const list = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/addresses',
  summary: 'List the addresses of a customer',
  description:
    'The default first, then in order of creation; with `near`, by distance, those without coordinates last.',
  tag,
  allow: 'addresses:read',
  params: ofCustomer,
  query: z.strictObject({ near: Near.optional(), deleted }),
  output: z.object({ items: z.array(Address), nextCursor: z.null(), total: z.int() }),
  refuses: [CustomerNotFound, CustomerMerged],
})

export const add = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/addresses',
  summary: 'Add an address',
  description: 'The required fields depend on the country. The first address becomes the default.',
  tag,
  allow: 'addresses:write',
  params: ofCustomer,
  body: NewAddress,
  output: Address,
  status: 201,
  versioned: true,
  refuses: [
    CustomerNotFound,
    CustomerMerged,
    CustomerRestricted,
    TooManyAddresses,
    AddressUndeliverable,
    CheckUnavailable,
  ],
})

export const get = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/addresses/:addressId',
  summary: 'Read one address',
  tag,
  allow: 'addresses:read',
  params,
  output: Address,
  versioned: true,
  refuses: absent,
})

export const change = endpoint({
  method: 'patch',
  path: '/api/v1/customers/:customerId/addresses/:addressId',
  summary: 'Change an address',
  description: 'Omitted fields keep their value; null clears. A change of location is validated again.',
  tag,
  allow: 'addresses:write',
  params,
  body: AddressChange,
  output: Address,
  versioned: true,
  refuses: [...unchangeable, DefaultNeeded, AddressUndeliverable, CheckUnavailable, VersionConflict],
})

export const remove = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/addresses/:addressId',
  summary: 'Delete an address',
  description: 'It can be restored. If it was the default, the newest other address becomes the default.',
  tag,
  allow: 'addresses:write',
  params,
  output: Address,
  versioned: true,
  refuses: [...unchangeable, VersionConflict],
})

export const restore = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/addresses/:addressId/restore',
  summary: 'Restore a deleted address',
  tag,
  allow: 'addresses:write',
  params,
  output: Address,
  versioned: true,
  refuses: [...unchangeable, TooManyAddresses],
})

export const makeDefault = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/addresses/:addressId/default',
  summary: 'Make an address the default',
  tag,
  allow: 'addresses:write',
  params,
  output: Address,
  versioned: true,
  refuses: [...unchangeable],
})

const mine = { tag: 'My account', allow: 'signed-in' } as const
const myAddress = z.object({ addressId: AddressId })
const refusesMine = [CustomerLoginNeeded, AddressNotFound] as const

export const listOwn = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/addresses',
  summary: 'List my addresses, the default first',
  query: z.strictObject({ deleted }),
  output: list.output,
  refuses: [CustomerLoginNeeded],
})

export const addOwn = endpoint({
  ...mine,
  method: 'post',
  path: '/api/v1/me/addresses',
  summary: 'Add an address of mine',
  description: 'The required fields depend on the country. The first address becomes the default.',
  body: NewAddress,
  output: Address,
  status: 201,
  versioned: true,
  refuses: [CustomerLoginNeeded, TooManyAddresses, AddressUndeliverable, CheckUnavailable],
})

export const changeOwn = endpoint({
  ...mine,
  method: 'patch',
  path: '/api/v1/me/addresses/:addressId',
  summary: 'Change an address of mine',
  description: 'Omitted fields keep their value; null clears. A change of location is validated again.',
  params: myAddress,
  body: AddressChange,
  output: Address,
  versioned: true,
  refuses: [...refusesMine, DefaultNeeded, AddressUndeliverable, CheckUnavailable, VersionConflict],
})

export const removeOwn = endpoint({
  ...mine,
  method: 'delete',
  path: '/api/v1/me/addresses/:addressId',
  summary: 'Delete an address of mine',
  description: 'It can be restored. If it was the default, the newest other address becomes the default.',
  params: myAddress,
  output: Address,
  versioned: true,
  refuses: [...refusesMine, VersionConflict],
})

export const restoreOwn = endpoint({
  ...mine,
  method: 'post',
  path: '/api/v1/me/addresses/:addressId/restore',
  summary: 'Restore a deleted address of mine',
  params: myAddress,
  output: Address,
  versioned: true,
  refuses: [...refusesMine, TooManyAddresses],
})

export const makeOwnDefault = endpoint({
  ...mine,
  method: 'post',
  path: '/api/v1/me/addresses/:addressId/default',
  summary: 'Make an address of mine the default',
  params: myAddress,
  output: Address,
  versioned: true,
  refuses: [...refusesMine],
})

export const rules = endpoint({
  method: 'get',
  path: '/api/v1/address-rules/:country',
  summary: 'Read the address fields of a country',
  description: 'For address forms.',
  tag,
  allow: 'anyone',
  params: z.object({ country: Country }),
  output: AddressRules,
  refuses: [CountryUnknown],
})

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/addresses',
  summary: 'Read how strictly addresses are validated',
  tag,
  allow: 'settings:manage',
  output: AddressSettings,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/addresses',
  summary: 'Change how strictly addresses are validated',
  description: 'Omitted settings keep their value.',
  tag,
  allow: 'settings:manage',
  body: AddressSettingsChange,
  output: AddressSettings,
  refuses: [],
})
