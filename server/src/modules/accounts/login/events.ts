import { z } from 'zod'
import { event } from '../../../kit/events.ts'
import { FIRST_FACTORS } from './shapes.ts'

const customerId = z.uuid()
const accountId = z.uuid()

export const CustomerLoggedIn = event(
  'CustomerLoggedIn',
  z.object({
    customerId,
    accountId,
    factor: z.enum(FIRST_FACTORS),
    secondFactor: z.boolean(),
  }),
)
/** An old refresh token was reused, so a copy of it exists. The session was ended. */
export const RefreshTokenReused = event(
  'RefreshTokenReused',
  z.object({ customerId: customerId.nullable(), accountId, sessionId: z.uuid() }),
)
/** A login was taken over, as the customer or staff say. All sessions were ended. */
export const AccountTakeoverReported = event('AccountTakeoverReported', z.object({ customerId }))
/** The account's owner verified the e-mail. */
export const EmailVerified = event('EmailVerified', z.object({ customerId, accountId }))
const AddedLogin = z.object({ customerId, accountId, kind: z.enum(['oidc', 'passkey']) })
/** A provider or a passkey now signs in to the account too. */
export const LoginAdded = event('LoginAdded', AddedLogin)
export const LoginRemoved = event('LoginRemoved', AddedLogin)
