import { GUEST_NAME } from './create.ts'
import type { CustomerRow, Person } from './person.ts'
import type { Customer } from './shapes.ts'

type Said = Pick<Person, 'firstName' | 'phone' | 'email'>
type Verified = Pick<CustomerRow, 'phone_verified' | 'email_verified'>

/**
 * What a customer is follows from what is known of them: `full` with a name and a verified contact, a `stub` with any
 * contact or a login. A customer who was more than a `guest` is one never again, also when the last contact is lost.
 */
export function typeOf(was: string, { firstName, phone, email }: Said, verified: Verified): Customer['type'] {
  const named = firstName !== GUEST_NAME || was === 'full'
  if (named && hasVerified({ phone, email }, verified)) return 'full'
  return was === 'guest' && phone === null && email === null ? 'guest' : 'stub'
}

export const hasVerified = (
  { phone, email }: Pick<Person, 'phone' | 'email'>,
  { phone_verified, email_verified }: Verified,
) => (phone !== null && phone_verified) || (email !== null && email_verified)
