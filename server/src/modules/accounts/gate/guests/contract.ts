import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { At } from '../../../../kit/text.ts'
import { Done, Locale, Token } from '../../login/shapes.ts'

const tag = 'Sign-in'

export const beginGuest = endpoint({
  method: 'post',
  path: '/api/v1/auth/guest',
  summary: 'Begin as a guest',
  description:
    'Makes a guest for a visitor of the app or the web, to put a cart on. The token is shown this once; given as `guestToken` at registration or sign-in, it makes cart and profile of the guest part of the account.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ locale: Locale.optional() }),
  output: z.object({ customerId: z.string(), guestToken: z.string(), expiresAt: At }),
  status: 201,
  refuses: [],
})

export const adoptGuest = endpoint({
  method: 'post',
  path: '/api/v1/auth/guest/adopt',
  summary: 'Take over a guest while signed in',
  description: 'A token that is used, too old or not of this business does nothing; the answer is the same.',
  tag,
  allow: 'signed-in',
  body: z.strictObject({ guestToken: Token }),
  output: Done,
  refuses: [],
})
