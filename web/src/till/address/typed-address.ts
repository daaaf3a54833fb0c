import type { Input } from '@kith/sdk'

/** The fields with a twin in Arabic script. */
const IN_TWO_SCRIPTS = ['building', 'street', 'area', 'city'] as const
const PLAIN = ['apartment', 'subdivision', 'postalCode', 'deliveryNotes'] as const
export const PLACE_FIELDS = [...IN_TWO_SCRIPTS, ...PLAIN] as const
export type PlaceField = (typeof PLACE_FIELDS)[number]
type NewAddress = Input<'addresses.add'>

export interface TypedAddress extends Readonly<Record<PlaceField, string>> {
  readonly country: string
  readonly type: 'home' | 'work' | 'other'
  readonly isDefault: boolean
}

export const emptyAddress = (country: string): TypedAddress => ({
  ...(Object.fromEntries(PLACE_FIELDS.map((field) => [field, ''])) as Record<PlaceField, string>),
  country,
  type: 'home',
  isDefault: false,
})

/** Arabic letters go to the API's Arabic field; one input for both is enough at the counter. */
export function addressFrom(typed: TypedAddress): Omit<NewAddress, 'customerId'> {
  const filled = PLACE_FIELDS.flatMap((field) => {
    const value = typed[field].trim()
    return value === '' ? [] : [[isTwin(field) && isArabic(value) ? `${field}2` : field, value]]
  })
  const { country, type, isDefault } = typed
  return { ...Object.fromEntries(filled), country, type, ...(isDefault && { isDefault }) }
}

/** An error of the Arabic twin is shown at the single input. */
export const fieldOf = (path: string) => path.replace(/2$/, '')

const isTwin = (field: string) => (IN_TWO_SCRIPTS as readonly string[]).includes(field)
const isArabic = (value: string) => /\p{Script=Arabic}/u.test(value)
