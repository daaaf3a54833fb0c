import { z } from 'zod'
import { SCOPES } from '../../../kit/caller.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { At } from '../../../kit/text.ts'
import { PhoneSettings, SignInSettings } from '../login/settings.ts'
import { Done, RoleName, SignedInAnswer, Token, VERIFICATION_POLICIES } from '../login/shapes.ts'
import { SessionOver } from '../session/refusals.ts'
import { TillLocked } from '../session/till/refusals.ts'

const tag = 'Sign-in'

export const refresh = endpoint({
  method: 'post',
  path: '/api/v1/auth/refresh',
  summary: 'Get the next refresh token and a new access token',
  description:
    'The refresh token comes in the body, or in the cookie of a session that is carried by cookies. It is good once; sent again within 10 seconds it gets the same successor, later it ends the session.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ refreshToken: Token.optional() }),
  output: SignedInAnswer,
  refuses: [SessionOver, TillLocked],
})

export const logout = endpoint({
  method: 'post',
  path: '/api/v1/auth/logout',
  summary: 'End this session',
  description: 'By the access token or the refresh token, whichever is there.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ refreshToken: Token.optional() }),
  output: Done,
  refuses: [],
})

export const token = endpoint({
  method: 'get',
  path: '/api/v1/auth/token',
  summary: 'Check an access token',
  description:
    'For a service that was handed one: whose it is, as ValidateToken tells over gRPC. The session is checked too: 401 when it has ended, however long the token would last.',
  tag,
  allow: 'signed-in',
  output: z.object({
    tenantId: z.uuid(),
    accountId: z.uuid(),
    customerId: z.string().nullable(),
    role: RoleName.nullable(),
    may: z.array(z.enum(Object.keys(SCOPES) as [keyof typeof SCOPES])),
    expiresAt: At,
  }),
  refuses: [],
})

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/sign-in',
  summary: 'How people sign in here',
  tag,
  allow: 'settings:manage',
  output: SignInSettings,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/sign-in',
  summary: 'Decide how people sign in here',
  description:
    'What is not named stays. A role that needs a second factor from now on ends the sessions that were begun without one.',
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({
    emailVerification: z.enum(VERIFICATION_POLICIES).optional(),
    mfaForRoles: z.array(RoleName).max(10).optional(),
    ...z.object(PhoneSettings).partial().shape,
  }),
  output: SignInSettings,
  refuses: [],
})
