import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { Secret } from '../../../../kit/secret.ts'
import { At } from '../../../../kit/text.ts'
import { Done, Locale, Token } from '../../login/shapes.ts'

const tag = 'Sign-in'

export const beginGuest = endpoint({
  method: 'post',
  path: '/api/v1/auth/guest',
  summary: 'Create a guest',
  description:
    'Creates a guest customer for an anonymous visitor, to hold a cart. The token is shown once. Sent as `guestToken` at registration or sign-in, it joins the guest’s cart and profile to the account.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ locale: Locale.optional() }),
  output: z.object({ customerId: z.string(), guestToken: Secret, expiresAt: At }),
  status: 201,
  refuses: [],
})

export const adoptGuest = endpoint({
  method: 'post',
  path: '/api/v1/auth/guest/adopt',
  summary: 'Join a guest to the signed-in customer',
  description: 'A used, expired or foreign token does nothing; the response is the same.',
  tag,
  allow: 'signed-in',
  body: z.strictObject({ guestToken: Token }),
  output: Done,
  refuses: [],
})
