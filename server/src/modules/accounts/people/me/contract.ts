import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { At } from '../../../../kit/text.ts'
import { SCOPE_NAMES } from '../../../../permissions.ts'
import { RoleName, VERIFICATION_POLICIES } from '../../login/shapes.ts'
import { StaffHaveNone } from '../contacts/refusals.ts'

const tag = 'Sign-in'

export const me = endpoint({
  method: 'get',
  path: '/api/v1/auth/me',
  summary: 'Read the current login',
  tag,
  allow: 'signed-in',
  output: z.object({
    account: z.object({ id: z.uuid(), kind: z.enum(['customer', 'staff']), role: RoleName.nullable() }),
    name: z.string().nullable(),
    customer: z
      .object({ id: z.string(), number: z.string(), displayName: z.string().nullable(), type: z.string() })
      .nullable(),
    email: z.string().nullable(),
    emailVerified: z.boolean(),
    hasPassword: z.boolean().meta({ description: 'If false, the e-mail signs in by codes only' }),
    phone: z.string().nullable().meta({ description: 'The verified phone that signs in to this account' }),
    emailVerification: z
      .enum(['done', ...VERIFICATION_POLICIES])
      .meta({ description: 'The rule of the business for unconfirmed e-mails' }),
    secondFactors: z.array(z.enum(['totp', 'sms'])),
    recoveryCodesLeft: z.int(),
    may: z.array(z.enum(SCOPE_NAMES)),
    provedAt: At,
  }),
  refuses: [],
})

export const reportTakeover = endpoint({
  method: 'post',
  path: '/api/v1/auth/takeover',
  summary: 'Report that someone else used your login',
  description:
    'For customers. Ends every other session of all your logins, and links for a new password; told as the event `AccountTakeoverReported` and counted in the figures. Requires recent authentication.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  output: z.object({ ended: z.int().meta({ description: 'Sessions that were ended' }) }),
  refuses: [StaffHaveNone],
})
