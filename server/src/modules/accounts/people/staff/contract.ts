import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { text } from '../../../../kit/text.ts'
import { BeyondYourRole, StaffNotFound, TokenUnusable } from '../../login/refusals.ts'
import {
  Done,
  Email,
  Locale,
  Member,
  NewPassword,
  RoleName,
  SessionOptions,
  SignInAnswer,
  Token,
} from '../../login/shapes.ts'
import { LastOwner, StaffEmailInUse } from './refusals.ts'

const tag = 'Staff'
const params = z.object({ accountId: z.uuid() })

export const inviteStaff = endpoint({
  method: 'post',
  path: '/api/v1/staff/invitations',
  summary: 'Invite a staff member',
  description:
    'Sends a link, valid for 7 days. Inviting the same e-mail again sends a new link and revokes the old one.',
  tag,
  allow: 'staff:manage',
  freshProof: true,
  body: z.strictObject({ email: Email, role: RoleName, name: text(100).optional(), locale: Locale.optional() }),
  output: Member,
  status: 201,
  refuses: [StaffEmailInUse, BeyondYourRole],
})

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/api/v1/staff/invitations/accept',
  summary: 'Accept an invitation by choosing a password',
  tag,
  allow: 'anyone',
  body: z.strictObject({ token: Token, password: NewPassword, ...SessionOptions }),
  output: SignInAnswer,
  refuses: [TokenUnusable],
})

export const listStaff = endpoint({
  method: 'get',
  path: '/api/v1/staff',
  summary: 'List the staff, including invited and disabled',
  tag,
  allow: 'staff:manage',
  output: z.object({ items: z.array(Member) }),
  refuses: [],
})

export const changeRole = endpoint({
  method: 'patch',
  path: '/api/v1/staff/:accountId',
  summary: 'Change the role of a staff member',
  description: 'Takes effect with the next request. The last owner keeps the role.',
  tag,
  allow: 'staff:manage',
  freshProof: true,
  params,
  body: z.strictObject({ role: RoleName }),
  output: Member,
  refuses: [StaffNotFound, BeyondYourRole, LastOwner],
})

export const disableStaff = endpoint({
  method: 'post',
  path: '/api/v1/staff/:accountId/disable',
  summary: 'Disable a staff login',
  description: 'All sessions end. The login can be enabled again; an open invitation is revoked for good.',
  tag,
  allow: 'staff:manage',
  freshProof: true,
  params,
  output: Done,
  refuses: [StaffNotFound, BeyondYourRole, LastOwner],
})

export const enableStaff = endpoint({
  method: 'post',
  path: '/api/v1/staff/:accountId/enable',
  summary: 'Enable a disabled login',
  tag,
  allow: 'staff:manage',
  freshProof: true,
  params,
  output: Member,
  refuses: [StaffNotFound, BeyondYourRole],
})
