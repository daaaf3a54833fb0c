import { mayGive, type Scope } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { ROLES, type Role, SCOPES } from '../../permissions.ts'

const scopes = Object.entries(SCOPES).map(([scope, allows]) => ({ scope: scope as Scope, allows }))

export async function listRoles(ctx: Context) {
  const roles = (Object.keys(ROLES) as Role[]).map((role) => ({
    role,
    scopes: [...ROLES[role]],
    withinYours: mayGive(ctx.caller, ROLES[role]),
  }))
  return { scopes, roles }
}
