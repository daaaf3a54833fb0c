import type { Input } from '@kith/sdk'
import type { Customer } from '../../session/session.ts'
import type { Values } from './reconcile.ts'

type Settable = Exclude<keyof Input<'customers.change'>, 'customerId'>

/** The form of each field, in order; a new field of the API needs a decision here. */
const EDITED = {
  firstName: 'profile',
  lastName: 'profile',
  name2: 'profile',
  preferredName: 'profile',
  companyName: 'profile',
  birthDate: 'profile',
  phone: 'profile',
  email: 'profile',
  locale: 'profile',
  notes: 'notes',
  avatarUrl: 'nowhere',
  config: 'nowhere',
  features: 'nowhere',
  extra: 'nowhere',
  ownFields: 'nowhere',
  country: 'nowhere',
} as const satisfies Record<Settable, 'profile' | 'notes' | 'nowhere'>
type EditedIn<Form> = { [F in Settable]: (typeof EDITED)[F] extends Form ? F : never }[Settable]

export type Field = EditedIn<'profile' | 'notes'>
export const PROFILE_FIELDS = Object.entries(EDITED).flatMap(([field, form]) =>
  form === 'profile' ? [field as EditedIn<'profile'>] : [],
)

/** The values of a form. A masked contact cannot be changed by a user who cannot read it. */
export function valuesOf(customer: Customer, fields: readonly Field[]): Values {
  const shown = fields.filter((field) => !(customer.contactsMasked && (field === 'phone' || field === 'email')))
  return Object.fromEntries(shown.map((field) => [field, customer[field] ?? '']))
}
