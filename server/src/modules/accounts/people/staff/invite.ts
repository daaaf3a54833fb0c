import { sql as raw } from 'kysely'
import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { known } from '../../../../kit/known.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { ROLE_NAMES, type Role } from '../../../../permissions.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { proveEmail } from '../../claims/prove-email.ts'
import { answerSignIn, completeSignIn } from '../../gate/complete-sign-in.ts'
import { auditAccount, createAccount, findAccount } from '../../login/accounts.ts'
import { addCredential, changePasswordHash, loginDigest, passwordOf } from '../../login/credentials.ts'
import { invitationLink, sendInvitation } from '../../login/notify.ts'
import { hashPassword } from '../../login/passwords/hash.ts'
import { requireStrong } from '../../login/passwords/rules.ts'
import { TokenUnusable } from '../../login/refusals.ts'
import type { Member, SignInAnswer } from '../../login/shapes.ts'
import { findToken, issueToken, useToken } from '../../login/single-use.ts'
import { readMember, requireWithinOwn } from '../../login/staff/members.ts'
import { sealStaffName } from '../../login/staff/name.ts'
import { sql } from '../../login/tables.ts'
import { knownAbout } from '../../ways-in/password/known-about.ts'
import type * as api from './contract.ts'
import { StaffEmailInUse } from './refusals.ts'

const VALID_MINUTES = 7 * 24 * 60

export async function inviteStaff(ctx: Context, input: Input<typeof api.inviteStaff>): Promise<Member> {
  const { account } = await invite(ctx, input)
  return readMember(ctx, account)
}

/** The link is also returned, for creating a tenant before e-mail is configured. */
export async function invite(
  ctx: Context,
  {
    email,
    role,
    name,
    locale,
  }: { email: string; role: Role; name?: string | undefined; locale?: 'en' | 'ar' | undefined },
): Promise<{ account: string; link: string }> {
  requireWithinOwn(ctx, role)
  const again = await findInvited(ctx, email)
  if (again) {
    requireWithinOwn(ctx, again.role)
    await describe(ctx, again.id, role, name)
  }
  const account =
    (again && (await findAccount(ctx, again.id))) ??
    (await createAccount(ctx, {
      customerId: null,
      role,
      status: 'invited',
      language: locale ?? (await tenantDefaults(ctx)).locale,
      ...(name !== undefined && { sealed: (id: string) => sealStaffName(ctx, id, name) }),
    }))
  if (!again) await addCredential(ctx, account, { kind: 'password', login: email, proved: false })
  const { token } = await issueToken(ctx, {
    accountId: account.id,
    purpose: 'invitation',
    validMinutes: VALID_MINUTES,
  })
  await sendInvitation(ctx, account, email, { token, minutes: VALID_MINUTES })
  auditAccount(ctx, account, 'staff.invited', { fields: ['role'], after: { role } })
  return { account: account.id, link: invitationLink(ctx, token) }
}

/** The link came by e-mail, so accepting it verifies the mailbox. */
export async function acceptInvitation(
  entrance: Entrance,
  { token, password, session, deviceName }: Input<typeof api.acceptInvitation>,
): Promise<Answered<SignInAnswer>> {
  const { db, caller } = entrance
  const about = await inTenant(
    db,
    caller,
    async (ctx) => {
      const found = await findToken(ctx, 'invitation', token)
      const account = found && (await findAccount(ctx, found.accountId))
      if (account?.status !== 'invited') throw TokenUnusable()
      return knownAbout(ctx, account)
    },
    { readOnly: true },
  )
  await requireStrong(password, about)
  const hashed = await hashPassword(db, caller.tenant, password)
  const outcome = await inTenant(db, caller, async (ctx) => {
    const found = await findToken(ctx, 'invitation', token, 'for update')
    const account = found && (await findAccount(ctx, found.accountId, 'for update'))
    if (account?.status !== 'invited' || !(await useToken(ctx, found!.id))) throw TokenUnusable()
    const credential = await passwordOf(ctx, account.id)
    // Another login verified this mailbox meanwhile, and this one lost it.
    if (!credential) throw TokenUnusable()
    await changePasswordHash(ctx, credential, hashed)
    await proveEmail(ctx, account, credential)
    await sql(ctx)
      .updateTable('accounts')
      .set({ status: 'active' })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', account.id)
      .execute()
    auditAccount(ctx, account, 'staff.joined', { fields: ['role'], after: { role: account.role } })
    return completeSignIn(ctx, { accountId: account.id, factor: 'invitation', wish: { session, deviceName } })
  })
  return answerSignIn(entrance, outcome)
}

/** The earlier invitation to this e-mail. A customer's claim does not keep an e-mail from the staff. */
async function findInvited(ctx: Context, email: string): Promise<{ id: string; role: Role } | null> {
  const digest = loginDigest(ctx, 'password', email)
  // Of two concurrent invitations the second finds the first.
  const place = `invitation ${ctx.tenant} ${digest.toString('hex')}`
  await raw`select pg_advisory_xact_lock(hashtextextended(${place}, 0)) /* tenant_id */`.execute(sql(ctx))
  const holders = await sql(ctx)
    .selectFrom('account_credentials as credential')
    .innerJoin('accounts as account', (join) =>
      join.onRef('account.tenant_id', '=', 'credential.tenant_id').onRef('account.id', '=', 'credential.account_id'),
    )
    .select(['account.id', 'account.role', 'account.status'])
    .where('credential.tenant_id', '=', ctx.tenant)
    .where('credential.kind', '=', 'password')
    .where('credential.digest', '=', digest)
    .where((q) => q.or([q('credential.proved_at', 'is not', null), q('account.role', 'is not', null)]))
    .forUpdate('account')
    .execute()
  if (holders.some(({ status }) => status !== 'invited')) throw StaffEmailInUse()
  const [invited] = holders
  return invited ? { id: invited.id, role: known(ROLE_NAMES, invited.role!) } : null
}

async function describe(ctx: Context, id: string, role: Role, name: string | undefined): Promise<void> {
  await sql(ctx)
    .updateTable('accounts')
    .set({ role, ...(name !== undefined && { sealed: sealStaffName(ctx, id, name) }) })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}
