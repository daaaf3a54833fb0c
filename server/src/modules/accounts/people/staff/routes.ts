import { phasedRoute, route } from '../../../../kit/endpoint.ts'
import { listStaff } from '../../login/staff/members.ts'
import { changeRole, disableStaff, enableStaff } from './change.ts'
import * as api from './contract.ts'
import { acceptInvitation, inviteStaff } from './invite.ts'

export const routes = [
  route(api.listStaff, listStaff),
  route(api.inviteStaff, inviteStaff),
  phasedRoute(api.acceptInvitation, acceptInvitation),
  route(api.changeRole, changeRole),
  route(api.disableStaff, disableStaff),
  route(api.enableStaff, enableStaff),
]
