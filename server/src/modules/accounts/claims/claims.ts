import type { Context } from '../../../kit/context.ts'
import { auditAccount, findAccount } from '../login/accounts.ts'
import { type CredentialKind, loginDigest } from '../login/credentials.ts'
import { sql } from '../login/tables.ts'
import { endSessions } from '../session/sessions.ts'

export type Claim = Awaited<ReturnType<typeof claimsOn>>[0]

/** Every credential with this phone or e-mail, verified or claimed, with its customer. Locked. */
export function claimsOn(ctx: Context, kind: CredentialKind, login: string) {
  return sql(ctx)
    .selectFrom('account_credentials as credential')
    .innerJoin('accounts as account', (join) =>
      join.onRef('account.tenant_id', '=', 'credential.tenant_id').onRef('account.id', '=', 'credential.account_id'),
    )
    .select(['credential.id', 'credential.account_id', 'credential.proved_at', 'account.customer_id', 'account.role'])
    .where('credential.tenant_id', '=', ctx.tenant)
    .where('credential.kind', '=', kind)
    .where('credential.digest', '=', loginDigest(ctx, kind, login))
    .orderBy('credential.id')
    .forUpdate('credential')
    .execute()
}

export async function proveClaim(ctx: Context, { id }: Claim): Promise<void> {
  await sql(ctx)
    .updateTable('account_credentials')
    .set({ proved_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}

/** The customer has verified the contact: their own claim becomes verified, and claims of others end. */
export async function settleClaims(
  ctx: Context,
  { type, value }: { type: 'phone' | 'email'; value: string },
  customerId: string,
): Promise<void> {
  const claims = (await claimsOn(ctx, type === 'phone' ? 'phone' : 'password', value)).filter(
    ({ proved_at }) => proved_at === null,
  )
  const [own] = claims.filter(({ customer_id }) => customer_id === customerId)
  if (own && type === 'phone') await proveClaim(ctx, own)
  await endClaims(
    ctx,
    claims.filter(({ customer_id }) => customer_id !== customerId),
    type,
  )
}

export async function endClaims(
  ctx: Context,
  claims: readonly { id: string; account_id: string }[],
  field: 'email' | 'phone' = 'email',
): Promise<void> {
  if (claims.length === 0) return
  await sql(ctx)
    .deleteFrom('account_credentials')
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      claims.map(({ id }) => id),
    )
    .execute()
  for (const { account_id } of claims) {
    const loser = await findAccount(ctx, account_id)
    if (!loser) continue
    auditAccount(ctx, loser, 'account.login_lost', { fields: [field] })
    const { left } = await sql(ctx)
      .selectFrom('account_credentials')
      .select((q) => q.fn.countAll<number>().as('left'))
      .where('tenant_id', '=', ctx.tenant)
      .where('account_id', '=', account_id)
      .executeTakeFirstOrThrow()
    if (left === 0) await endSessions(ctx, [account_id], 'login_lost')
  }
}
