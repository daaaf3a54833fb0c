import type { Customer } from '../session/session.ts'
import type { Values } from './reconcile.ts'

export const PROFILE_FIELDS = [
  'firstName',
  'lastName',
  'name2',
  'preferredName',
  'companyName',
  'phone',
  'email',
] as const
export type Field = (typeof PROFILE_FIELDS)[number] | 'notes'

/** Of the customer, as a form holds it. A masked contact cannot be changed by somebody who cannot read it. */
export function valuesOf(customer: Customer, fields: readonly Field[]): Values {
  const shown = fields.filter((field) => !(customer.contactsMasked && (field === 'phone' || field === 'email')))
  return Object.fromEntries(shown.map((field) => [field, customer[field] ?? '']))
}
