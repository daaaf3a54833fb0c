import { mayGive, type Scope } from '../../../../kit/caller.ts'
import type { Context } from '../../../../kit/context.ts'
import { known } from '../../../../kit/known.ts'
import { ROLE_NAMES, ROLES, type Role } from '../../../../permissions.ts'
import { credentialsOf, openLogins } from '../credentials.ts'
import { BeyondYourRole, StaffNotFound } from '../refusals.ts'
import { Member } from '../shapes.ts'
import { sql } from '../tables.ts'
import { openName } from './name.ts'

const staffRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('accounts')
    .select(['id', 'role', 'status', 'sealed', 'created_at', 'signed_in_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('role', 'is not', null)

// The rows are those with a role.
const roleAndStatus = ({ role, status }: { role: string | null; status: string }) => ({
  role: known(ROLE_NAMES, role!),
  status: known(Member.shape.status.options, status),
})

export async function listStaff(ctx: Context): Promise<{ items: Member[] }> {
  const rows = await staffRows(ctx).orderBy('created_at').orderBy('id').execute()
  const credentials = await credentialsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const logins = await openLogins(ctx, credentials)
  return {
    items: rows.map((row) => {
      const password = credentials.find(({ account_id, kind }) => account_id === row.id && kind === 'password')
      return {
        id: row.id,
        name: openName(ctx, row),
        email: (password && logins.get(password.id)) ?? '',
        ...roleAndStatus(row),
        createdAt: row.created_at.toISOString(),
        signedInAt: row.signed_in_at?.toISOString() ?? null,
      }
    }),
  }
}

export async function readMember(ctx: Context, accountId: string): Promise<Member> {
  const found = (await listStaff(ctx)).items.find(({ id }) => id === accountId)
  if (!found) throw StaffNotFound()
  return found
}

/** Whether `account:…` is active and has a role with this permission. */
export async function staffMay(ctx: Context, actor: string, scope: Scope): Promise<boolean> {
  const row = await staffRows(ctx).where('id', '=', actor.slice('account:'.length)).executeTakeFirst()
  if (!row) return false
  const { role, status } = roleAndStatus(row)
  return status === 'active' && ROLES[role].some((one) => one === scope)
}

/** Locked, for changes. */
export async function requireMember(ctx: Context, accountId: string) {
  const row = await staffRows(ctx).where('id', '=', accountId).forUpdate().executeTakeFirst()
  if (!row) throw StaffNotFound()
  return { id: row.id, ...roleAndStatus(row) }
}

/** A caller cannot give, take or change a role with more permissions than their own. */
export function requireWithinOwn(ctx: Context, ...roles: readonly Role[]): void {
  for (const role of roles) {
    if (!mayGive(ctx.caller, ROLES[role])) throw BeyondYourRole()
  }
}
