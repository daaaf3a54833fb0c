import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { At } from '../../../kit/text.ts'
import { SCOPE_NAMES } from '../../../permissions.ts'
import { PhoneSettings, SignInSettings } from '../login/settings.ts'
import { Done, RoleName, SignedInAnswer, Token, VERIFICATION_POLICIES } from '../login/shapes.ts'
import { SessionOver } from '../session/refusals.ts'
import { TillLocked } from '../session/till/refusals.ts'

const tag = 'Sign-in'

export const refresh = endpoint({
  method: 'post',
  path: '/api/v1/auth/refresh',
  summary: 'Refresh the tokens of a session',
  description:
    'Takes the refresh token from the body, or from the cookie of a browser session. It is single-use: sent again within 10 seconds it returns the same successor; later reuse ends the session.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ refreshToken: Token.optional() }),
  example: { refreshToken: 'pX3vUo1nT7aYw0sQ2kEd' },
  output: SignedInAnswer,
  refuses: [SessionOver, TillLocked],
})

export const logout = endpoint({
  method: 'post',
  path: '/api/v1/auth/logout',
  summary: 'End this session',
  description: 'Takes the access token or the refresh token.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ refreshToken: Token.optional() }),
  example: { refreshToken: 'pX3vUo1nT7aYw0sQ2kEd' },
  output: Done,
  refuses: [],
})

export const token = endpoint({
  method: 'get',
  path: '/api/v1/auth/token',
  summary: 'Check an access token',
  description:
    'For services that receive access tokens; the same as ValidateToken over gRPC. The session is checked too: 401 if it has ended, even before the token expires.',
  tag,
  allow: 'signed-in',
  output: z.object({
    tenantId: z.uuid(),
    accountId: z.uuid(),
    customerId: z.string().nullable(),
    role: RoleName.nullable(),
    may: z.array(z.enum(SCOPE_NAMES)),
    expiresAt: At,
  }),
  refuses: [],
})

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/sign-in',
  summary: 'Read the sign-in settings',
  tag,
  allow: 'settings:manage',
  output: SignInSettings,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/sign-in',
  summary: 'Change the sign-in settings',
  description: 'Omitted settings keep their value. Requiring a second factor for a role ends its sessions without one.',
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({
    emailVerification: z.enum(VERIFICATION_POLICIES).meta({ example: 'remind' }).optional(),
    mfaForRoles: z
      .array(RoleName)
      .max(10)
      .meta({ example: ['owner', 'admin'] })
      .optional(),
    ...z.object(PhoneSettings).partial().shape,
  }),
  output: SignInSettings,
  refuses: [],
})
