import type { Context } from '../../../../kit/context.ts'
import type { Role } from '../../../../permissions.ts'
import { isRequired } from '../../gate/challenge.ts'
import { auditAccount, findAccount } from '../../login/accounts.ts'
import type { Member } from '../../login/shapes.ts'
import { readMember, requireMember, requireWithinOwn } from '../../login/staff/members.ts'
import { sql } from '../../login/tables.ts'
import { endSessions } from '../../session/sessions.ts'
import { LastOwner } from './refusals.ts'

export async function changeRole(
  ctx: Context,
  { accountId, role }: { accountId: string; role: Role },
): Promise<Member> {
  await lockOwners(ctx)
  const member = await requireMember(ctx, accountId)
  requireWithinOwn(ctx, member.role, role)
  if (member.role === role) return readMember(ctx, accountId)
  if (member.role === 'owner') await requireAnotherOwner(ctx, accountId)
  await update(ctx, accountId, { role })
  // A session without a second factor is invalid for a role that needs one.
  if (await isRequired(ctx, { role }))
    await endSessions(ctx, [accountId], 'second_factor_changed', { withoutSecondFactor: true })
  // Permissions are looked up with every request, cached for seconds at most.
  ctx.nudge('sessions')
  await note(ctx, accountId, 'staff.role_changed', { before: member.role, role })
  return readMember(ctx, accountId)
}

export async function disableStaff(ctx: Context, { accountId }: { accountId: string }): Promise<{ done: true }> {
  await lockOwners(ctx)
  const member = await requireMember(ctx, accountId)
  requireWithinOwn(ctx, member.role)
  if (member.status === 'disabled') return { done: true }
  if (member.role === 'owner') await requireAnotherOwner(ctx, accountId)
  await note(ctx, accountId, member.status === 'invited' ? 'staff.invitation_ended' : 'staff.disabled', {})
  if (member.status === 'invited') {
    await sql(ctx).deleteFrom('accounts').where('tenant_id', '=', ctx.tenant).where('id', '=', accountId).execute()
    return { done: true }
  }
  await update(ctx, accountId, { status: 'disabled' })
  await endSessions(ctx, [accountId], 'disabled')
  return { done: true }
}

export async function enableStaff(ctx: Context, { accountId }: { accountId: string }): Promise<Member> {
  const member = await requireMember(ctx, accountId)
  requireWithinOwn(ctx, member.role)
  if (member.status === 'disabled') {
    await update(ctx, accountId, { status: 'active' })
    await note(ctx, accountId, 'staff.enabled', {})
  }
  return readMember(ctx, accountId)
}

/** First and in one order, so that of two owners who demote each other the second sees the result of the first. */
async function lockOwners(ctx: Context): Promise<void> {
  await activeOwners(ctx).forUpdate().execute()
}

async function requireAnotherOwner(ctx: Context, accountId: string): Promise<void> {
  const owners = await activeOwners(ctx).execute()
  if (!owners.some(({ id }) => id !== accountId)) throw LastOwner()
}

const activeOwners = (ctx: Context) =>
  sql(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('role', '=', 'owner')
    .where('status', '=', 'active')
    .orderBy('id')

async function update(ctx: Context, id: string, change: { role?: Role; status?: 'active' | 'disabled' }) {
  await sql(ctx).updateTable('accounts').set(change).where('tenant_id', '=', ctx.tenant).where('id', '=', id).execute()
}

async function note(ctx: Context, accountId: string, action: string, after: Record<string, unknown>): Promise<void> {
  auditAccount(ctx, (await findAccount(ctx, accountId))!, action, { fields: ['role', 'status'], after })
}
