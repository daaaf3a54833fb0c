import { ROLES, type Role, SCOPES, type Scope } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'

const scopes = Object.entries(SCOPES).map(([scope, allows]) => ({ scope: scope as Scope, allows }))

export async function listRoles(ctx: Context) {
  const roles = (Object.keys(ROLES) as Role[]).map((role) => ({
    role,
    scopes: [...ROLES[role]],
    withinYours: ROLES[role].every((scope) => ctx.caller.may.has(scope)),
  }))
  return { scopes, roles }
}
