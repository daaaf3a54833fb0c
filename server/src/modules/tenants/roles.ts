import { mayGive } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { ROLE_NAMES, ROLES, SCOPE_NAMES, SCOPES } from '../../permissions.ts'

const scopes = SCOPE_NAMES.map((scope) => ({ scope, allows: SCOPES[scope] }))

export async function listRoles(ctx: Context) {
  const roles = ROLE_NAMES.map((role) => ({
    role,
    scopes: [...ROLES[role]],
    withinYours: mayGive(ctx.caller, ROLES[role]),
  }))
  return { scopes, roles }
}
