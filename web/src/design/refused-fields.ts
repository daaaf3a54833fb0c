import { KithRefusal } from '@kith/sdk'
import { inOwnDigits } from '../language/digits.ts'

const FIELD_OF: Readonly<Record<string, string>> = {
  'customer.phone_taken': 'phone',
  'customer.phone_needed': 'phone',
  'customer.email_taken': 'email',
  'customer.email_needed': 'email',
  'customer.name_needed': 'firstName',
}

/** The server's message per field. */
export function refusedFields(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof KithRefusal)) return {}
  const field = FIELD_OF[error.code]
  if (field) return { [field]: inOwnDigits(error.message) }
  return Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, inOwnDigits(message)]))
}
