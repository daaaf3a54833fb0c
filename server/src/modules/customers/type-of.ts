import type { CustomerRow, Person } from './person.ts'
import type { Customer } from './shapes.ts'

/** The names of a customer without a name. */
export const GUEST_NAME = 'Walk-in Customer'
export const GUEST_NAME2 = 'زائر'

type Given = Pick<Person, 'firstName' | 'phone' | 'email'>
type Verified = Pick<CustomerRow, 'phone_verified' | 'email_verified'>

/**
 * The type of a customer follows from their data. With a name, an e-mail and a verified contact they become
 * `full`, as long as a contact is verified; a `stub` has any contact or a login. A customer never becomes
 * a `guest` again, even if the last contact is lost.
 */
export function typeOf(was: string, { firstName, phone, email }: Given, verified: Verified): Customer['type'] {
  const complete = firstName !== GUEST_NAME && email !== null
  if ((complete || was === 'full') && hasVerified({ phone, email }, verified)) return 'full'
  return was === 'guest' && phone === null && email === null ? 'guest' : 'stub'
}

export const hasVerified = (
  { phone, email }: Pick<Person, 'phone' | 'email'>,
  { phone_verified, email_verified }: Verified,
) => (phone !== null && phone_verified) || (email !== null && email_verified)
